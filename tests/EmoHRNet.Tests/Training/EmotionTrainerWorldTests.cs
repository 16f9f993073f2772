using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

public class EmotionTrainerWorldTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Train_Everyday_GivesTheSameWeightsAgain(int versions)
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = WithWorld(1, versions);

        Assert.Equal(TrainAndSave(data, recipe, Cpu), TrainAndSave(data, recipe, Cpu));
        Assert.NotEqual(TrainAndSave(data, recipe, Cpu), TrainAndSave(data, recipe with { World = null }, Cpu));
    }

    [Fact]
    public void Train_Cache_ChangesNothing()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = WithWorld(1, 3);
        TrainingEnvironment cached = Cpu with { FeatureCacheFolder = data["features"] };

        byte[] plain = TrainAndSave(data, recipe, Cpu);

        Assert.Equal(plain, TrainAndSave(data, recipe, cached));
        Assert.Equal(plain, TrainAndSave(data, recipe, cached));
    }

    [Fact]
    public void Train_AdjustedLogits_StillTellsEmotionsApartAndSaysThatAllAreAlike()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(epochs: 15);
        recipe = recipe with { Training = recipe.Training with { ClassBalance = ClassBalance.AdjustedLogits, CorpusBalance = 0.5 } };

        new EmotionTrainer(recipe, Cpu).Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation).Save(data["model.safetensors"]);

        using EmotionClassifier classifier = new(data["model.safetensors"], new EmotionClassifierOptions { SpeechThreshold = 0 });
        Assert.All(classifier.Model.LabelPriors!.Values, prior => Assert.Equal(1.0 / 3, prior, 1e-9));
        Assert.All(data.Split.Test.Utterances, u => Assert.Equal(u.Emotion, classifier.PredictFile(u.Path).Label));
    }

    [Fact]
    public void ToJson_World_RoundTrips()
    {
        TrainingRecipe recipe = WithWorld(1, 5);
        Assert.Equal(recipe.World, TrainingRecipe.FromJson(recipe.ToJson()).World);
        Assert.DoesNotContain("world", (recipe with { World = null }).ToJson(), StringComparison.Ordinal);
    }

    private static TrainingRecipe WithWorld(int epochs, int versions) =>
        TinyRecipe.Create(epochs) with { World = WorldOptions.Everyday with { Versions = versions } };
}
