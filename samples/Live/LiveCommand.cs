using System.CommandLine;
using EmoHRNet.Models;

namespace EmoHRNet.Samples.Live;

/// <summary>The command line: arguments in, exit code out.</summary>
internal static class LiveCommand
{
    private const int Success = 0;
    private const int Failure = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        Option<string> model = new("--model") { Description = "The model file. Default: the one that ships with EmoHRNet.Models.", HelpName = "FILE" };
        Option<string> file = new("--file") { Description = "Play this file instead of listening to the microphone.", HelpName = "FILE" };
        Option<double> speed = new("--speed") { Description = "How fast the file is played, 1 being real time.", DefaultValueFactory = _ => 1 };
        Option<string> microphone = new("--microphone") { Description = "The recorder's name of the microphone.", HelpName = "NAME" };
        Option<double?> hop = new("--hop") { Description = "Seconds between two answers. Default: half of the model's window.", HelpName = "SECONDS" };
        RootCommand root = new("Recognizes the emotion of speech while it is spoken. Ctrl+C ends it.") { model, file, speed, microphone, hop };
        root.SetAction((result, stop) => FollowAsync(
            result.GetValue(model) ?? PretrainedModels.RavdessSmall,
            () => result.GetValue(file) is { } path ? new FilePlayback(path, result.GetValue(speed)) : new Recorder(result.GetValue(microphone)),
            new AnalysisOptions { HopSeconds = result.GetValue(hop), Merge = false },
            stop));
        ParseResult parsed = root.Parse(args);
        return parsed.Errors.Count > 0
            ? Complain(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)) + Environment.NewLine + "See --help.")
            : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static async Task<int> FollowAsync(string modelPath, Func<ILiveSource> open, AnalysisOptions options, CancellationToken stop)
    {
        try
        {
            ILiveSource source = open();
            using EmotionClassifier classifier = new(modelPath);
            ILiveView view = Console.IsOutputRedirected ? new LineView() : new ChartView(classifier.Labels, classifier.Model.License);
            await view.ShowAsync(classifier.AnalyzeLiveAsync(source.ReadAsync(stop), source.SampleRate, options, stop));
            return Success;
        }
        catch (OperationCanceledException)
        {
            return Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or BackendException)
        {
            return Complain(e.Message);
        }
    }

    private static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return Failure;
    }
}
