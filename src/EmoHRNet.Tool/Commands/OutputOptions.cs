using System.CommandLine;

namespace EmoHRNet.Tool.Commands;

/// <summary>Where a command writes.</summary>
internal static class OutputOptions
{
    public static Option<string> Folder() => new("--output", "-o")
    {
        Description = "The folder to write into; created if missing. Recordings with the same name get numbers.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => ".",
    };
}
