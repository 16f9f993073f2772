using System.Text.RegularExpressions;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Corpora;

/// <summary>How your own folder, with one folder per class, is read.</summary>
public sealed record FolderCorpusOptions
{
    /// <summary>The corpus's short name. Default "folder".</summary>
    public string Name { get; init; } = "folder";

    /// <summary>The labels in the order of their class numbers. Default: the names of the class folders, sorted.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>
    /// A regular expression that finds the speaker in the path below the class folder, as its first group: <c>^([a-z]+)_</c> takes anna
    /// from angry/anna_01.wav, <c>^([^/]+)/</c> takes anna from angry/anna/01.wav. Default none: the speakers are unknown, and
    /// speaker-independent protocols reject the corpus.
    /// </summary>
    public string? SpeakerPattern { get; init; }

    /// <summary>The license of the recordings, for the model card. Default empty.</summary>
    public string License { get; init; } = "";

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is not allowed; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Require(Name.Length > 0, nameof(Name), Name, "a short name")
        .Require(IsPatternWithGroup(SpeakerPattern), nameof(SpeakerPattern), SpeakerPattern, "a regular expression with one group, the speaker")
        .ThrowIfAny(nameof(FolderCorpusOptions));

    private static bool IsPatternWithGroup(string? pattern)
    {
        try
        {
            return pattern is null || new Regex(pattern).GetGroupNumbers().Length > 1;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
