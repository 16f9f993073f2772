using EmoHRNet.Audio.Options;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

public class ModelTrainingTests
{
    [Fact]
    public void Run_Split_WritesWhatTheFileItselfReachesOnTheTestPart()
    {
        using SyntheticCorpus data = new();
        string path = data["m.safetensors"];

        TrainedModel trained = Create(new ModelTrainingOptions { Storage = TensorDataType.F16 }).Run(data.Split, path, cancellationToken: TrainingRuns.Cancellation);

        ModelDescription stored = ModelFile.ReadDescription(path);
        using EmotionClassifier classifier = new(path);
        EvaluationReport again = Evaluator.Evaluate(classifier, data.Split, cancellationToken: TrainingRuns.Cancellation);
        Assert.Equal(again.Metrics.UnweightedAccuracy, stored.HeldOut!.UnweightedAccuracy);
        Assert.Equal(again.Predictions.Select(each => each.Probabilities), trained.Test!.Predictions.Select(each => each.Probabilities));
        Assert.Equal(data.Split.Hash, DataSplit.Load(data["m.split.json"], data.Corpus).Hash);
        Assert.Equal(data.Split.Hash, stored.Provenance[ModelTraining.SplitHashKey]);
        Assert.NotEqual(1, stored.Temperature);
        Assert.Equal(0, trained.Test.Context.Heard!.HeardClips);
    }

    [Fact]
    public void Run_FinalSplit_TestsNothingSaysSoAndIsFlaggedOnItsOwnClips()
    {
        using SyntheticCorpus data = new();
        DataSplit everything = new StratifiedRandomSplit { TestFraction = 0, ValidationFraction = 0 }.Create(data.Corpus);
        TrainingRecipe recipe = TinyRecipe.Create(1) with { Training = TinyRecipe.Create(1).Training with { Selection = EpochSelection.Last } };

        TrainedModel trained = new ModelTraining(recipe, new ModelTrainingOptions { Environment = TrainingRuns.Cpu })
            .Run(everything, data["final.safetensors"], cancellationToken: TrainingRuns.Cancellation);

        ModelDescription stored = ModelFile.ReadDescription(data["final.safetensors"]);
        Assert.Null(trained.Test);
        Assert.Null(stored.HeldOut);
        Assert.Contains("trained on all speakers, to ship", stored.Provenance["held out"], StringComparison.Ordinal);
        using EmotionClassifier classifier = new(data["final.safetensors"]);
        EvaluationReport own = Evaluator.Evaluate(classifier, data.Split, cancellationToken: TrainingRuns.Cancellation);
        Assert.Equal(data.Split.Test.Count, own.Context.Heard!.HeardClips);
        Assert.Contains("the result is optimistic", own.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void FinalSplit_BySpeaker_LearnsFromAllButThoseValidated()
    {
        using SyntheticCorpus data = new();

        DataSplit split = new SpeakerIndependentSplit { TestFraction = 0, ValidationFraction = 0.25 }.Create(data.Corpus);

        Assert.True(split.Origin.IsFinal);
        Assert.Equal((0, 1, 3), (split.Test.Count, split.Validation.Speakers.Count, split.Training.Speakers.Count));
        split.Save(data["final.split.json"]);
        Assert.Equal(split.Hash, DataSplit.Load(data["final.split.json"], data.Corpus).Hash);
        Assert.Throws<CorpusException>(() => DataSplit.Create(data.Corpus, new SplitOrigin("by hand"), data.Corpus.Utterances, [], []));
    }

    [Fact]
    public void Settings_EveryOptionThatChangesAResult_IsInThem()
    {
        ModelTrainingOptions options = new();

        string[] settings =
        [
            Create(options).Settings,
            Create(options with { Temperature = 1 }).Settings,
            Create(options with { Temperature = 1.05 }).Settings,
            Create(options with { Storage = TensorDataType.F16 }).Settings,
            new ModelTraining(TinyRecipe.Create(3), options).Settings,
        ];

        Assert.Equal(settings.Length, settings.Distinct().Count());
        Assert.Throws<InvalidOptionsException>(() => Create(options with { Temperature = 0 }));
    }

    private static ModelTraining Create(ModelTrainingOptions options) => new(TinyRecipe.Create(2), options with { Environment = TrainingRuns.Cpu });
}
