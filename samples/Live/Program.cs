using EmoHRNet;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Models;

// Reads raw 16-bit samples from standard input, from a recorder or a file, and writes a line per segment.
using var classifier = new EmotionClassifier(args.Length > 0 ? args[0] : PretrainedModels.Default);
using Stream microphone = Console.OpenStandardInput();
Console.Error.WriteLine(classifier.Model.License);

var everyHalfSecond = new AnalysisOptions { HopSeconds = 0.5, Merge = false };
await foreach (EmotionSegment segment in classifier.AnalyzeLiveAsync(microphone, new RawAudioFormat { SampleRate = 16_000 }, everyHalfSecond))
{
    Console.WriteLine(segment);   // 00:00:01.728 - 00:00:02.784 angry (0.91)
}
