using System.CommandLine;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>The command line: its options, their defaults and their help.</summary>
internal sealed class EvaluateArguments
{
    public const string All = "all";
    public const string EqualPriors = "equal";
    public const string TrainedPriors = "trained";

    public static readonly string[] Means = ["arithmetic", "geometric"];
    public static readonly string[] Parts = ["test", "validation", "training", All];

    public Option<string[]> Model { get; } = new("--model")
    {
        Description = "The model file. Default: the one that ships with EmoHRNet.Models. Given several times, the models' probabilities are averaged (--mean).",
        HelpName = "FILE",
    };

    public Option<string> Mean { get; } = new("--mean")
    {
        Description = "How several models are averaged: arithmetic or geometric mean of their probabilities.",
        DefaultValueFactory = _ => Means[0],
    };

    public CorpusArguments Corpus { get; } = new();

    public Option<FileInfo?> Split { get; } = new("--split")
    {
        Description = "A split file; with {fold} in its name, and in those of the models, every fold is evaluated. Without one the whole corpus is evaluated, including clips that a model was trained on.",
        HelpName = "FILE",
    };

    public ResultArguments Results { get; } = new();

    public Option<string> Part { get; } = new("--part") { Description = "The part of the split to evaluate.", DefaultValueFactory = _ => "test" };

    public Option<int?> Sample { get; } = new("--sample")
    {
        Description = "Evaluate this many clips at most, drawn at random, equally many of each emotion that has enough: for --conditions on a large corpus.",
        HelpName = "N",
    };

    public Option<FileInfo[]> Report { get; } = new("--report")
    {
        Description = "Write the report; the extension selects the format: .json, .md, .html (one page with plots) or .svg (a plot of the conditions). May be given several times.",
        HelpName = "FILE",
    };

    public Option<string> Speeds { get; } = new("--speeds")
    {
        Description = "Classify every clip at these speeds and average the probabilities: 0.9,1,1.1. The time grows with the number of speeds.",
        HelpName = "LIST",
        DefaultValueFactory = _ => "1",
    };

    public Option<bool> Conditions { get; } = new("--conditions")
    {
        Description = "Also evaluate the clips with noise, reverberation, telephone lines, codecs and changed levels, and report each; takes 25 times as long. One model only.",
    };

    public Option<DirectoryInfo?> NoiseFolder { get; } = new("--noise-folder")
    {
        Description = "With --conditions: also evaluate the clips with the noise of these recordings added, 20 and 10 dB below the voice. Reported, but not part of the mean.",
        HelpName = "DIR",
    };

    public Option<string[]> GroupBy { get; } = new("--group-by")
    {
        Description = "Report each group of speakers by this attribute: gender, where the corpus states it, or a column of a table. May be given several times.",
        HelpName = "KEY",
        DefaultValueFactory = _ => ["gender"],
    };

    public Option<string> Priors { get; } = new("--priors")
    {
        Description = "How often each label is expected: equal, trained (as often as in training), or numbers for all of them: neutral=6,happy=1",
        HelpName = "LIST",
        DefaultValueFactory = _ => EqualPriors,
    };

    public Option<string> Device { get; } = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };

    public RootCommand ToCommand()
    {
        Corpus.Corpus.Required = Corpus.Data.Required = true;
        Mean.AcceptOnlyFromAmong(Means);
        Part.AcceptOnlyFromAmong(Parts);
        RootCommand command = new(
            """
            Measures a speech emotion model on a corpus: accuracy, unweighted accuracy (mean recall), macro F1 with 95% intervals,
            confusion matrix, calibration, and each speaker. A report says how many of the clips and speakers the model has heard in
            training. A result on those says nothing about new clips: evaluate a model with the split it was trained on, or on another corpus.

            Examples (samples/Train wrote my.safetensors and my.split.json; the model that ships has heard RAVDESS):
              dotnet run --project samples/Evaluate -- --model my.safetensors --corpus ravdess --data ~/ravdess --split my.split.json --report test.html
              dotnet run --project samples/Evaluate -- --corpus emovo --data ~/EMOVO --labels common --report emovo.json
              dotnet run --project samples/Evaluate -- --model my.safetensors --corpus ravdess --data ~/ravdess --corpus nemo --data ~/nemo --split my.split.json
              dotnet run --project samples/Evaluate -- --corpus folder --data calls --speaker-pattern '^([a-z]+)_' --report calls.html
              dotnet run --project samples/Evaluate -- --corpus csv --data calls.tsv --separator tab --path-column file --emotion-column label
            """)
        {
            Model, Mean, Split, Part, Sample, Report, Speeds, Priors, Conditions, NoiseFolder, GroupBy, Device,
        };
        Corpus.AddTo(command);
        Results.AddTo(command);
        return command;
    }
}
