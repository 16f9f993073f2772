using System.CommandLine;
using EmoHRNet.Tool.Pictures;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet spectrogram</c>: draws the input of the network.</summary>
internal static class SpectrogramCommand
{
    public static Command Create()
    {
        Argument<string[]> inputs = Inputs.Create();
        Option<string> output = OutputOptions.Folder();
        Option<bool> augment = new("--augment") { Description = "Draw a second picture: original, augmented and difference side by side." };
        Option<long?> seed = Numbers.WholeOption("--seed", "The seed of the augmentation. Default: 1.", "N");
        Option<string> font = new("--font") { Description = "A .ttf or .otf file for the axes, for machines without fonts.", HelpName = "FILE" };
        ReadingArguments reading = new();
        Command command = new("spectrogram", "Draws the log-mel spectrogram of each recording.") { inputs, output, augment, seed, font };
        reading.AddTo(command);
        command.SetAction((result, stop) => Task.FromResult(Answers.Run(() =>
        {
            long? number = result.GetValue(augment) ? result.GetValue(seed) ?? 1 : null;
            SpectrogramPictures pictures = new(result.GetValue(output)!, number, result.GetValue(font), reading.Of(result));
            return Answers.ForEach(Inputs.Find(result.GetValue(inputs)!), file => Write(pictures.Draw(file)), stop);
        })));
        return command;
    }

    private static void Write(IEnumerable<string> pictures)
    {
        foreach (string picture in pictures)
        {
            Console.WriteLine(picture);
        }
    }
}
