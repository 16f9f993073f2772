using System.CommandLine;
using EmoHRNet.Corpora;

namespace EmoHRNet.Samples;

/// <summary>The part of a command line that says which recordings to read and how; compiled into every sample that reads a corpus.</summary>
internal sealed class CorpusArguments
{
    private const string Csv = "csv";
    private const string Folder = "folder";

    public Option<string> Corpus { get; } = new("--corpus")
    {
        Description = "The corpus. folder: a folder per emotion. csv: a table with a line per clip.",
    };

    public Option<string> Data { get; } = new("--data") { Description = "The corpus folder; for csv the table.", HelpName = "DIR|FILE" };

    public Option<string?> Name { get; } = new("--name") { Description = "csv, folder: a short name of the corpus, for reports.", HelpName = "NAME" };

    public Option<string?> SpeakerPattern { get; } = new("--speaker-pattern")
    {
        Description = "folder: a regular expression that finds the speaker in the path below the emotion's folder, as its first group: "
            + "'^([a-z]+)_' takes anna from angry/anna_01.wav, '^([^/]+)/' takes anna from angry/anna/01.wav. Without it speakers are unknown.",
        HelpName = "REGEX",
    };

    public Option<string?> PathColumn { get; } = Column("path", "the clip's path, absolute or relative to --base-folder");

    public Option<string?> EmotionColumn { get; } = Column("emotion", "the label");

    public Option<string?> SpeakerColumn { get; } = Column("speaker", "the speaker; may be lacking");

    public Option<string?> SessionColumn { get; } = Column("session", "the session; may be lacking");

    public Option<string?> Separator { get; } = new("--separator")
    {
        Description = "csv: the character between fields, or the word tab. [default: ,]",
        HelpName = "CHARACTER",
    };

    public Option<string?> BaseFolder { get; } = new("--base-folder")
    {
        Description = "csv: the folder that relative paths start from. [default: the table's own]",
        HelpName = "DIR",
    };

    public Option<bool> AllowIncomplete { get; } = new("--allow-incomplete") { Description = "Accept a corpus that has fewer clips than were published." };

    public Option<bool> SkipUnreadable { get; } = new("--skip-unreadable") { Description = "Leave out clips that cannot be read, and list them." };

    private Option<string?>[] Tabular => [PathColumn, EmotionColumn, SpeakerColumn, SessionColumn, Separator, BaseFolder];

    public void AddTo(Command command)
    {
        Corpus.AcceptOnlyFromAmong([.. CorpusCatalog.Names]);
        foreach (Option option in (Option[])[Corpus, Data, Name, SpeakerPattern, .. Tabular, AllowIncomplete, SkipUnreadable])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="ArgumentException">An option does not belong to the corpus, or its value makes no sense.</exception>
    /// <exception cref="CorpusException">The corpus does not look right.</exception>
    public Corpus Load(ParseResult parsed)
    {
        string corpus = parsed.GetRequiredValue(Corpus);
        Refuse(parsed, corpus, [SpeakerPattern], Folder);
        Refuse(parsed, corpus, Tabular, Csv);
        Refuse(parsed, corpus, [Name], Csv, Folder);
        CorpusLoadOptions options = new()
        {
            AllowIncomplete = parsed.GetValue(AllowIncomplete),
            SkipUnreadable = parsed.GetValue(SkipUnreadable),
        };
        return CorpusCatalog.Load(corpus, parsed.GetRequiredValue(Data), options, Manifest(parsed), FolderOptions(parsed));
    }

    private ManifestOptions Manifest(ParseResult parsed)
    {
        ManifestOptions defaults = new();
        return new ManifestOptions
        {
            Name = parsed.GetValue(Name) ?? defaults.Name,
            PathColumn = parsed.GetValue(PathColumn) ?? defaults.PathColumn,
            EmotionColumn = parsed.GetValue(EmotionColumn) ?? defaults.EmotionColumn,
            SpeakerColumn = parsed.GetValue(SpeakerColumn) ?? defaults.SpeakerColumn,
            SessionColumn = parsed.GetValue(SessionColumn) ?? defaults.SessionColumn,
            Separator = parsed.GetValue(Separator) is { } text ? CharacterOf(text) : defaults.Separator,
            BaseFolder = parsed.GetValue(BaseFolder),
        };
    }

    private FolderCorpusOptions FolderOptions(ParseResult parsed)
    {
        FolderCorpusOptions defaults = new();
        return new FolderCorpusOptions { Name = parsed.GetValue(Name) ?? defaults.Name, SpeakerPattern = parsed.GetValue(SpeakerPattern) };
    }

    private static Option<string?> Column(string content, string description) => new($"--{content}-column")
    {
        Description = $"csv: the column with {description}. [default: {content}]",
        HelpName = "NAME",
    };

    private static char CharacterOf(string text) => text switch
    {
        "tab" or "\\t" => '\t',
        { Length: 1 } => text[0],
        _ => throw new ArgumentException($"--separator is '{text}'; expected one character, or the word tab."),
    };

    // Ignoring an option would look like an answer to it.
    private static void Refuse(ParseResult parsed, string corpus, Option<string?>[] options, params string[] allowed)
    {
        if (!allowed.Contains(corpus) && options.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } other)
        {
            throw new ArgumentException($"{other.Name} is for --corpus {string.Join(" or ", allowed)}; the corpus is {corpus}.");
        }
    }
}
