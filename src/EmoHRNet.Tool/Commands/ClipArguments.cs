using System.CommandLine;
using EmoHRNet.Audio;
using EmoHRNet.Corpora;

namespace EmoHRNet.Tool.Commands;

/// <summary>The arguments that name labeled clips.</summary>
internal sealed class ClipArguments
{
    private const string Table = "csv";
    private const string Folder = "folder";

    private readonly Argument<string> _data = new("DATA")
    {
        Description = "A table (.csv, .tsv) with the columns path, emotion and, where it is known, speaker; or a folder with a folder of clips for each emotion.",
    };

    private readonly Option<string> _corpus = new("--corpus")
    {
        Description = $"DATA is the folder of this published corpus: {string.Join(", ", CorpusCatalog.Known.Names)}. Default: your own table or folders.",
        HelpName = "NAME",
    };

    private readonly Option<string> _labels = new("--labels") { Description = LabelChoice.Help, HelpName = "MAP" };

    private readonly Option<string> _speakers = new("--speaker-pattern")
    {
        Description = "Folders: a regular expression that finds the speaker in the path below the emotion's folder, as its first group: '^([a-z]+)_' takes anna from angry/anna_01.wav.",
        HelpName = "REGEX",
    };

    private readonly Option<bool> _skipUnreadable = new("--skip-unreadable") { Description = "Leave out clips that cannot be read, and list them." };

    public void AddTo(Command command)
    {
        _corpus.AcceptOnlyFromAmong([.. CorpusCatalog.Known.Names]);
        command.Arguments.Add(_data);
        command.Options.Add(_corpus);
        command.Options.Add(_labels);
        command.Options.Add(_speakers);
        command.Options.Add(_skipUnreadable);
    }

    /// <summary>The table or folder on the command line.</summary>
    public string Path(ParseResult result) => result.GetValue(_data)!;

    /// <summary>The clips, all of them readable, with the requested labels.</summary>
    /// <exception cref="CorpusException">The table or the folders do not have the expected layout, or a clip cannot be read.</exception>
    public Corpus Load(ParseResult result, AudioReadOptions reading, CancellationToken cancellationToken)
    {
        string path = Path(result);
        bool skip = result.GetValue(_skipUnreadable);
        string name = result.GetValue(_corpus) ?? (Directory.Exists(path) ? Folder : Table);
        Corpus corpus = CorpusCatalog.Known.Load(name, new CorpusRequest(path)
        {
            Options = new CorpusLoadOptions { SkipUnreadable = skip, Reading = reading },
            Manifest = System.IO.Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? new ManifestOptions { Separator = '\t' } : null,
            Folder = new FolderCorpusOptions { SpeakerPattern = result.GetValue(_speakers) },
        }).Decode(skip, reading: reading, cancellationToken: cancellationToken);
        foreach (ClipProblem clip in corpus.Parts.SelectMany(part => part.Unreadable))
        {
            Console.Error.WriteLine($"Left out: {clip}");
        }

        return LabelChoice.Parse(result.GetValue(_labels)) is { } map ? corpus.Relabel(map) : corpus;
    }
}
