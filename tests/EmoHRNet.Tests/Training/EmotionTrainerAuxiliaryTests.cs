using EmoHRNet.ModelFiles;
using EmoHRNet.Tests.DependencyInjection;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

public class EmotionTrainerAuxiliaryTests
{
    [Fact]
    public void Train_WithTasks_LearnsEmotionsAndLeavesAModelOfTheSameTensors()
    {
        using SyntheticCorpus data = new();
        string plain = data["plain.safetensors"], rich = data["rich.safetensors"];
        File.WriteAllBytes(plain, TrainAndSave(data, TinyRecipe.Create(1), Cpu));
        TrainingRecipe recipe = TinyRecipe.Create(15) with
        {
            AuxiliaryTasks = [new AuxiliaryTask { Attributes = ["speaker"], Weight = 0.1 }, new AuxiliaryTask { Attributes = ["speaker", "emotion"], Weight = 0.1 }],
        };
        recipe = recipe with { Training = recipe.Training with { Optimizer = OptimizerKind.Muon, Beta1 = 0.95 } };

        File.WriteAllBytes(rich, TrainAndSave(data, recipe, Cpu));

        using SafetensorsFile expected = SafetensorsFile.Open(plain), found = SafetensorsFile.Open(rich);
        Assert.Equal(expected.Tensors.Keys.Order(), found.Tensors.Keys.Order());
        using EmotionClassifier classifier = new(rich, new EmotionClassifierOptions { SpeechThreshold = 0 });
        Assert.All(data.Split.Test.Utterances, u => Assert.Equal(u.Emotion, classifier.PredictFile(u.Path).Label));
        int combinations = data.Split.Training.Utterances.DistinctBy(u => (u.Speaker, u.Emotion)).Count();
        Assert.Equal($"speaker (4), speaker + emotion ({combinations})", classifier.Model.Provenance["auxiliary tasks"]);
    }

    [Fact]
    public void Train_TaskOfWhichTheCorpusSaysNothing_IsWarnedOf()
    {
        using SyntheticCorpus data = new();
        using RecordingLoggerFactory logger = new();
        TrainingRecipe recipe = TinyRecipe.Create(1) with
        {
            AuxiliaryTasks = [new AuxiliaryTask { Attributes = ["speaker"] }, new AuxiliaryTask { Attributes = ["speaker", "sentense"] }],
        };

        TrainAndSave(data, recipe, Cpu with { Logger = logger });

        string warning = Assert.Single(logger.Lines, line => line.Contains("left out", StringComparison.Ordinal));
        Assert.Contains("speaker + sentense", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speaker", 0.0)]
    [InlineData("sentence", 1.0)]
    public void Train_TaskWithoutWeightOrOfWhichTheCorpusSaysNothing_ChangesNothing(string attribute, double weight)
    {
        using SyntheticCorpus data = new();
        File.WriteAllBytes(data["plain.safetensors"], TrainAndSave(data, TinyRecipe.Create(2), Cpu));
        TrainingRecipe recipe = TinyRecipe.Create(2) with { AuxiliaryTasks = [new AuxiliaryTask { Attributes = [attribute], Weight = weight }] };

        File.WriteAllBytes(data["rich.safetensors"], TrainAndSave(data, recipe, Cpu));

        using SafetensorsFile expected = SafetensorsFile.Open(data["plain.safetensors"]), found = SafetensorsFile.Open(data["rich.safetensors"]);
        Assert.All(
            expected.Tensors.Keys.Where(name => !name.EndsWith("num_batches_tracked", StringComparison.Ordinal)),
            name => Assert.Equal(expected.ReadFloats(name), found.ReadFloats(name)));
    }
}
