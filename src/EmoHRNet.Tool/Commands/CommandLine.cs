using System.CommandLine;

namespace EmoHRNet.Tool.Commands;

/// <summary>The command line: arguments in, exit code out.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        RootCommand root = new(
            "Recognizes the emotion of speech. The exit code is 0 when everything asked for was done, otherwise 1, with a message on the error output.")
        {
            PredictCommand.Create(),
            AnalyzeCommand.Create(),
            LiveCommand.Create(),
            ExplainCommand.Create(),
            SpectrogramCommand.Create(),
            FeaturesCommand.Create(),
            InfoCommand.Create(),
            ExportCommand.Create(),
            EvaluateCommand.Create(),
            AdaptCommand.Create(),
            CompletionCommand.Create(),
        };
        ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        return parsed.Errors.Count > 0
            ? Answers.Complain(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)) + Environment.NewLine + "See --help.")
            : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
