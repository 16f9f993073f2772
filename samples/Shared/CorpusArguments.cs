using System.CommandLine;
using EmoHRNet.Corpora;
using EmoHRNet.Tool.Commands;

namespace EmoHRNet.Samples;

/// <summary>The arguments that select a corpus; compiled into every sample that reads one.</summary>
internal sealed class CorpusArguments
{
    private const string Csv = "csv";
    private const string Folder = "folder";
    private const string EmoBoxCorpora = "emobox";

    public Option<string[]> Corpus { get; } = new("--corpus")
    {
        Description = "The corpus. folder: a folder per emotion. csv: a table with a line per clip. Given several times, each with its --data, the "
            + "corpora are read as one (--labels). emobox: any corpus that EmoBox lists.",
    };

    public Option<string[]> Data { get; } = new("--data")
    {
        Description = "The corpus folder; for csv the table. One for every --corpus, in the same order.",
        HelpName = "DIR|FILE",
    };

    public Option<string?> Labels { get; } = new("--labels")
    {
        Description = LabelChoice.Help + " [default: the corpus's own; of several corpora seven]",
        HelpName = "MAP",
    };

    public Option<string[]> Name { get; } = new("--name")
    {
        Description = "csv, folder: a short name of the corpus, for reports. One for each such corpus, in the same order.",
        HelpName = "NAME",
    };

    public Option<string[]> EmoBox { get; } = new("--emobox")
    {
        Description = "emobox: EmoBox's folder of the corpus, with its lists and folds; one for each such corpus, in the same order. "
            + "[default: the corpus folder]",
        HelpName = "DIR",
    };

    public Option<string?> SpeakerPattern { get; } = new("--speaker-pattern")
    {
        Description = "folder: a regular expression that finds the speaker in the path below the emotion's folder, as its first group: "
            + "'^([a-z]+)_' takes anna from angry/anna_01.wav, '^([^/]+)/' takes anna from angry/anna/01.wav. Without it speakers are unknown.",
        HelpName = "REGEX",
    };

    public Option<string?> PathColumn { get; } = Column("path", "the clip's path, absolute or relative to --base-folder");

    public Option<string?> EmotionColumn { get; } = Column("emotion", "the label");

    public Option<string?> SpeakerColumn { get; } = Column("speaker", "the speaker; optional");

    public Option<string?> SessionColumn { get; } = Column("session", "the session; optional");

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

    public Option<bool> SkipUnreadable { get; } = new("--skip-unreadable") { Description = "Leave out clips that cannot be read, and list them in output and report. Every clip is decoded once before the work starts." };

    public ReadingArguments Reading { get; } = new();

    private Option<string?>[] Tabular => [PathColumn, EmotionColumn, SpeakerColumn, SessionColumn, Separator, BaseFolder];

    public void AddTo(Command command)
    {
        Corpus.AcceptOnlyFromAmong([.. CorpusCatalog.Known.Names]);
        foreach (Option option in (Option[])[Corpus, Data, Labels, Name, EmoBox, SpeakerPattern, .. Tabular, AllowIncomplete, SkipUnreadable])
        {
            command.Options.Add(option);
        }

        Reading.AddTo(command);
    }

    /// <summary>The combined corpora, with the requested labels.</summary>
    /// <exception cref="ArgumentException">An option does not belong to the corpus, or its value makes no sense.</exception>
    /// <exception cref="CorpusException">A corpus does not have the expected layout, or a label has no name.</exception>
    public Corpus Load(ParseResult parsed)
    {
        IReadOnlyList<Corpus> corpora = LoadEach(parsed);
        return MapOf(parsed, corpora.Count) is { } map ? CorpusCombination.Union(corpora, map) : corpora[0];
    }

    /// <summary>The label map: as requested; by default the common labels if there are several corpora.</summary>
    public LabelMap? MapOf(ParseResult parsed, int corpora) => LabelChoice.Parse(parsed.GetValue(Labels)) ?? (corpora > 1 ? LabelMap.Seven : null);

    /// <summary>The corpora with their own labels, in the order of the command line.</summary>
    /// <exception cref="ArgumentException">An option does not belong to the corpus, or its value makes no sense.</exception>
    /// <exception cref="CorpusException">A corpus does not have the expected layout.</exception>
    public IReadOnlyList<Corpus> LoadEach(ParseResult parsed)
    {
        string[] names = parsed.GetRequiredValue(Corpus);
        string[] data = parsed.GetRequiredValue(Data);
        if (names.Length != data.Length)
        {
            throw new ArgumentException($"--corpus is given {names.Length} times and --data {data.Length} times; every corpus needs its own --data, in the same order.");
        }

        Refuse(parsed, names, SpeakerPattern, Folder);
        Array.ForEach(Tabular, option => Refuse(parsed, names, option, Csv));
        Refuse(parsed, names, Name, Csv, Folder);
        Queue<string> titles = TitlesOf(parsed, names);
        Queue<string> lists = new(parsed.GetValue(EmoBox) ?? []);
        return
        [
            .. names.Zip(data).Select(each => Load(
                parsed, each.First, each.Second, each.First is Csv or Folder && titles.TryDequeue(out string? title) ? title : null,
                each.First == EmoBoxCorpora && lists.TryDequeue(out string? folder) ? folder : null)),
        ];
    }

    private Corpus Load(ParseResult parsed, string name, string data, string? title, string? lists)
    {
        CorpusLoadOptions options = new()
        {
            AllowIncomplete = parsed.GetValue(AllowIncomplete),
            SkipUnreadable = parsed.GetValue(SkipUnreadable),
            Reading = Reading.Of(parsed),
        };
        return CorpusCatalog.Known.Load(name, new CorpusRequest(data)
        {
            Options = options,
            Manifest = Manifest(parsed, title),
            Folder = FolderOptions(parsed, title),
            EmoBoxLists = lists,
        });
    }

    private Queue<string> TitlesOf(ParseResult parsed, string[] names)
    {
        string[] titles = parsed.GetValue(Name) ?? [];
        int own = names.Count(name => name is Csv or Folder);
        return titles.Length is 0 || titles.Length == own
            ? new Queue<string>(titles)
            : throw new ArgumentException($"--name is given {titles.Length} times for {own} corpora that are csv or folder; name each of them, in the same order.");
    }

    private ManifestOptions Manifest(ParseResult parsed, string? title)
    {
        ManifestOptions defaults = new();
        return new ManifestOptions
        {
            Name = title ?? defaults.Name,
            PathColumn = parsed.GetValue(PathColumn) ?? defaults.PathColumn,
            EmotionColumn = parsed.GetValue(EmotionColumn) ?? defaults.EmotionColumn,
            SpeakerColumn = parsed.GetValue(SpeakerColumn) ?? defaults.SpeakerColumn,
            SessionColumn = parsed.GetValue(SessionColumn) ?? defaults.SessionColumn,
            Separator = parsed.GetValue(Separator) is { } text ? CharacterOf(text) : defaults.Separator,
            BaseFolder = parsed.GetValue(BaseFolder),
        };
    }

    private FolderCorpusOptions FolderOptions(ParseResult parsed, string? title)
    {
        FolderCorpusOptions defaults = new();
        return new FolderCorpusOptions { Name = title ?? defaults.Name, SpeakerPattern = parsed.GetValue(SpeakerPattern) };
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

    // An ignored option would look as if it had an effect.
    private static void Refuse(ParseResult parsed, string[] corpora, Option option, params string[] allowed)
    {
        if (!corpora.Any(allowed.Contains) && parsed.GetResult(option) is not null)
        {
            throw new ArgumentException($"{option.Name} is for --corpus {string.Join(" or ", allowed)}; the corpus is {string.Join(" and ", corpora)}.");
        }
    }
}
