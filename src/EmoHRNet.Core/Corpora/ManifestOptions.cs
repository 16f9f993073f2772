using EmoHRNet.Audio.Options;

namespace EmoHRNet.Corpora;

/// <summary>How a CSV manifest is read. Column names are compared ignoring case.</summary>
public sealed record ManifestOptions
{
    /// <summary>The corpus's short name. Default "manifest".</summary>
    public string Name { get; init; } = "manifest";

    /// <summary>The column with the path of the clip, relative to <see cref="BaseFolder"/> or absolute. Default "path".</summary>
    public string PathColumn { get; init; } = "path";

    /// <summary>The column with the label. Default "emotion".</summary>
    public string EmotionColumn { get; init; } = "emotion";

    /// <summary>The column with the speaker; without this column the speakers are unknown. Default "speaker".</summary>
    public string SpeakerColumn { get; init; } = "speaker";

    /// <summary>The column with the session; may be absent. Default "session".</summary>
    public string SessionColumn { get; init; } = "session";

    /// <summary>The field separator. Default a comma.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The folder that relative paths start from. Default null: the manifest's own folder.</summary>
    public string? BaseFolder { get; init; }

    /// <summary>The labels in the order of their class numbers. Default: the labels found, sorted.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The license of the recordings, for the model card. Default empty.</summary>
    public string License { get; init; } = "";

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is not allowed; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Require(Name.Length > 0, nameof(Name), Name, "a short name")
        .Require(PathColumn.Length > 0, nameof(PathColumn), PathColumn, "the name of a column")
        .Require(EmotionColumn.Length > 0, nameof(EmotionColumn), EmotionColumn, "the name of a column")
        .Require(Separator is not ('"' or '\n' or '\r'), nameof(Separator), Separator, "a character other than a quote or a line end")
        .ThrowIfAny(nameof(ManifestOptions));
}
