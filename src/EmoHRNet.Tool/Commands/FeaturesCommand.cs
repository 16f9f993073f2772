using System.CommandLine;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features.Functionals;
using EmoHRNet.Audio.Storage;
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
            IReadOnlyList<string> files = Inputs.Find(result.GetValue(inputs)!);
            AudioReadOptions options = reading.Of(result);
            return result.GetValue(output) is { } path ? WriteFile(path, files, options, stop) : Write(new FeatureTable(Console.Out, EGemapsExtractor.Names), files, options, stop);
        })));
        return command;
    }

    /// <summary>An existing file is kept when no recording could be read.</summary>
    private static int WriteFile(string path, IReadOnlyList<string> files, AudioReadOptions options, CancellationToken cancellationToken)
    {
        int code = Answers.Success;
        AtomicFile.Write(path, stream =>
        {
            using StreamWriter writer = new(stream, leaveOpen: true);
            FeatureTable table = new(writer, EGemapsExtractor.Names);
            code = Write(table, files, options, cancellationToken);
            if (table.IsEmpty)
            {
                throw new IOException($"No recording could be read; '{path}' was not written.");
            }
        });
        return code;
    }

    private static int Write(FeatureTable table, IReadOnlyList<string> files, AudioReadOptions options, CancellationToken cancellationToken)
    {
        EGemapsExtractor extractor = new();
        return Answers.ForEach(files, file => table.Add(file, extractor.Extract(Waveform.Load(file, options))), cancellationToken);
    }
}
