using EmoHRNet.Audio.Options;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary>Turns the outcome of a command into an exit code and one line for each failure.</summary>
internal static class Answers
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Runs a command; an error with a cause outside this program is reported in one line, without a stack trace.</summary>
    public static int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (OperationCanceledException)
        {
            return Failure;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return Complain(e);
        }
    }

    /// <inheritdoc cref="Run"/>
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            return Success;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return Complain(e);
        }
    }

    /// <summary>Runs an action for each file; a file that cannot be read is reported, and the others still run.</summary>
    /// <returns>The exit code.</returns>
    public static int ForEach(IReadOnlyList<string> files, Action<string> action, CancellationToken cancellationToken)
    {
        int done = files.TakeWhile(_ => !cancellationToken.IsCancellationRequested).Count(file => Try(() => action(file)));
        if (done < files.Count && files.Count > 1)
        {
            Complain($"{files.Count - done} of {files.Count} files got no answer.");
        }

        return done == files.Count ? Success : Failure;
    }

    public static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return Failure;
    }

    private static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (IsExpected(e))
        {
            Complain(e);
            return false;
        }
    }

    private static int Complain(Exception e) => Complain(CommandWords.Of(PlainMessage.Of(e)));

    private static bool IsExpected(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or KeyNotFoundException
        or NotSupportedException or EmoHRNetException;
}
