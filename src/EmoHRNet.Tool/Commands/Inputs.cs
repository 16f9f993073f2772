using System.CommandLine;
using EmoHRNet.Tool.Recordings;

namespace EmoHRNet.Tool.Commands;

/// <summary>The recordings that a command works on.</summary>
internal static class Inputs
{
    public static Argument<string[]> Create() => new("FILE|FOLDER")
    {
        Description = "Recordings, and folders to search for them. WAV, AIFF, FLAC, MP3, Ogg, WebM and what else is built in; everything else through an installed ffmpeg.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Finds the recordings, and says what was left out of folders.</summary>
    public static IReadOnlyList<string> Find(string[] inputs)
    {
        RecordingSearch found = RecordingSearch.Find(inputs);
        if (found.DescribeLeftOut() is { } leftOut)
        {
            Console.Error.WriteLine(leftOut);
        }

        return found.Files;
    }
}
