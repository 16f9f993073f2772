using System.CommandLine;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features.Functionals;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet features</c>: writes the eGeMAPS features of each recording as a CSV table, for other classifiers.</summary>
internal static class FeaturesCommand
{
    public static Command Create()
    {
        Argument<string[]> inputs = Inputs.Create();
        Option<string?> output = new("--output", "-o") { Description = "The CSV file to write. Default: the standard output.", HelpName = "FILE" };
        ReadingArguments reading = new();
        Command command = new("features", "Writes the 88 eGeMAPSv02 features of each recording as a CSV table, one line per recording.") { inputs, output };
        reading.AddTo(command);
        command.SetAction((result, stop) => Task.FromResult(Answers.Run(() =>
        {
            AudioReadOptions options = reading.Of(result);
            EGemapsExtractor extractor = new();
            using FeatureTable table = new(result.GetValue(output), EGemapsExtractor.Names);
            int code = Answers.ForEach(Inputs.Find(result.GetValue(inputs)!), file => table.Add(file, extractor.Extract(Waveform.Load(file, options))), stop);
            table.Complete();
            return code;
        })));
        return command;
    }
}
