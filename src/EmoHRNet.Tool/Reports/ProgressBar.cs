using Spectre.Console;

namespace EmoHRNet.Tool.Reports;

/// <summary>A progress bar on the error output; nothing when that is not a terminal.</summary>
internal static class ProgressBar
{
    /// <param name="title">The name of the work.</param>
    /// <param name="isShown">Whether to show it at all.</param>
    /// <param name="work">The work; it reports the share that is done, 0 to 1.</param>
    public static T Show<T>(string title, bool isShown, Func<Action<double>, T> work)
    {
        if (!isShown || Console.IsErrorRedirected)
        {
            return work(_ => { });
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return work(share => task.Value = share);
        });
    }
}
