using System.CommandLine;
using EmoHRNet;
using EmoHRNet.Audio.Options;
using EmoHRNet.Runtime;
using EmoHRNet.Samples.Train;
using EmoHRNet.Tool.Reports;

TrainArguments arguments = new();
RootCommand command = arguments.ToCommand();
TorchRuntime.KeepFreedMemory();
command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(new TrainCommand(arguments, parsed), cancellationToken), CancellationToken.None));
ParseResult parsed = command.Parse(args);
return await parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
});

// Errors that users can fix are printed in one line; anything else is a defect and keeps its stack trace.
static int Run(TrainCommand command, CancellationToken cancellationToken)
{
    try
    {
        command.Run(cancellationToken);
        return 0;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine($"Stopped. The last finished epoch is in the checkpoint beside the output; continue with --resume.");
        return 1;
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or EmoHRNetException)
    {
        Console.Error.WriteLine($"Error: {CommandWords.Of(PlainMessage.Of(e))}");
        return 1;
    }
}
