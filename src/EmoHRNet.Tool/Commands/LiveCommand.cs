using System.CommandLine;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.Tool.Live;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet live</c>: the emotion of speech while it is spoken.</summary>
internal static class LiveCommand
{
    public static Command Create()
    {
        ModelOptions model = new();
        Option<string> file = new("--file") { Description = "Play this file instead of listening to the microphone.", HelpName = "FILE" };
        Option<double?> speed = Numbers.Option("--speed", "How fast the file is played. Default: 1, real time.", "FACTOR");
        Option<string> microphone = new("--microphone") { Description = "The recorder's name of the microphone.", HelpName = "NAME" };
        Option<double?> hop = Numbers.Option("--hop", "The time between two answers. Default: half of the model's window.", "SECONDS");
        Option<bool> json = new("--json") { Description = "Write one JSON object per answer." };
        Command command = new("live", "Follows the emotion of speech while it is spoken. Ctrl+C ends it.") { file, speed, microphone, hop, json };
        model.AddTo(command);
        command.SetAction((result, stop) => Answers.RunAsync(async () =>
        {
            AnalysisOptions options = new() { HopSeconds = result.GetValue(hop), Merge = false };
            options.Validate();
            ILiveSource source = result.GetValue(file) is { } path ? new FilePlayback(path, result.GetValue(speed) ?? 1, model.Reading(result)) : new Recorder(result.GetValue(microphone));
            using OnnxEmotionClassifier classifier = model.Load(result);
            ILiveView view = result.GetValue(json) ? new JsonView()
                : Console.IsOutputRedirected ? new LineView()
                : new ChartView(classifier.Labels, classifier.Model.License);
            await view.ShowAsync(classifier.AnalyzeLiveAsync(source.ReadAsync(stop), source.SampleRate, options, stop));
            return Answers.Success;
        }));
        return command;
    }
}
