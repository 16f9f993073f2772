using System.CommandLine;
using EmoHRNet.Samples.Spectrogram;

var files = new Argument<string[]>("FILE")
{
    Description = "Audio files: WAV and AIFF, and whatever else ffmpeg reads when it is installed.",
    Arity = ArgumentArity.OneOrMore,
};
var output = new Option<string>("--output", "-o")
{
    Description = "The folder for the pictures; made when missing.",
    DefaultValueFactory = _ => ".",
};
var seed = new Option<long>("--seed") { Description = "The seed of the augmentation.", DefaultValueFactory = _ => 1 };
var font = new Option<string?>("--font") { Description = "A .ttf or .otf file for the axes, for machines without fonts." };

var command = new RootCommand("Draws two pictures of every clip: its log-mel spectrogram, and original, augmented and difference side by side.")
{
    files,
    output,
    seed,
    font,
};
command.SetAction(result =>
{
    var pictures = new ClipPictures(result.GetValue(output)!, result.GetValue(seed), result.GetValue(font));
    return pictures.DrawAll(result.GetValue(files)!, Console.Out, Console.Error);
});
return command.Parse(args).Invoke();
