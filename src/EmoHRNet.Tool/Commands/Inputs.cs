using System.CommandLine;
using System.CommandLine.Parsing;
using EmoHRNet.Tool.Recordings;

namespace EmoHRNet.Tool.Commands;

/// <summary>The recordings that a command works on.</summary>
internal static class Inputs
{
    public static Argument<string[]> Create()
    {
        Argument<string[]> inputs = new("FILE|FOLDER")
        {
            Description = "Recordings, and folders to search for them. WAV, AIFF, FLAC, MP3, Ogg, Opus and WebM are built in; other formats need an installed ffmpeg.",
            Arity = ArgumentArity.OneOrMore,
        };
        inputs.Validators.Add(RefuseOptions);
        return inputs;
    }

    /// <summary>Reports a misspelled option, which would otherwise be taken for a file.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (string text in result.Tokens.Select(token => token.Value).Where(text => text.StartsWith('-') && !Path.Exists(text)))
        {
            result.AddError($"There is no option '{text}'.");
        }
    }

    /// <summary>Finds the recordings, and reports the files of folders that were skipped.</summary>
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
