using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

public class EmotionTrainerDistillationTests
{
    [Fact]
    public void Train_FromATeacherAlone_LearnsWhatItKnowsWithoutALabel()
    {
        using SyntheticCorpus data = new();
        string teacher = data["teacher.safetensors"], pupil = data["pupil.safetensors"];
        File.WriteAllBytes(teacher, TrainAndSave(data, TinyRecipe.Create(15), Cpu));
        TrainingRecipe recipe = TinyRecipe.Create(15) with { Distillation = new DistillationOptions { Teachers = [teacher], Weight = 1 } };

        File.WriteAllBytes(pupil, TrainAndSave(data, recipe with { Training = recipe.Training with { Seed = 8 } }, Cpu));

        using EmotionClassifier classifier = new(pupil, new EmotionClassifierOptions { SpeechThreshold = 0 });
        Assert.All(data.Split.Test.Utterances, u => Assert.Equal(u.Emotion, classifier.PredictFile(u.Path).Label));
        Assert.Equal("teacher.safetensors", classifier.Model.Provenance["teachers"]);
    }

    [Fact]
    public void Train_TeacherOfOtherClips_PassesOnItsStatistics()
    {
        using SyntheticCorpus data = new();
        string teacher = data["teacher.safetensors"], pupil = data["pupil.safetensors"];
        TrainingRecipe recipe = TinyRecipe.Create(1);
        recipe = recipe with { Features = recipe.Features with { Mel = recipe.Features.Mel with { Normalization = FeatureNormalization.Corpus } } };
        File.WriteAllBytes(teacher, TrainAndSave(data, recipe, Cpu));
        TrainingSet half = new(data.Split.Corpus, data.Split.Training.Utterances.Where((_, i) => i % 2 == 0));

        new EmotionTrainer(recipe with { Distillation = new DistillationOptions { Teachers = [teacher] } }, Cpu)
            .Train(half, data.Split.Validation, cancellationToken: Cancellation).Save(pupil);

        BandStatistics? expected = ModelFile.ReadDescription(teacher).Features.Mel.Statistics;
        Assert.NotNull(expected);
        Assert.Equal(expected, ModelFile.ReadDescription(pupil).Features.Mel.Statistics);
    }

    [Fact]
    public void Train_TeacherWithoutWeight_ChangesNothing()
    {
        using SyntheticCorpus data = new();
        string teacher = data["teacher.safetensors"];
        byte[] alone = TrainAndSave(data, TinyRecipe.Create(2), Cpu);
        File.WriteAllBytes(teacher, alone);
        TrainingRecipe recipe = TinyRecipe.Create(2) with { Distillation = new DistillationOptions { Teachers = [teacher], Weight = 0 } };

        using SafetensorsFile expected = SafetensorsFile.Open(teacher);
        File.WriteAllBytes(data["taught.safetensors"], TrainAndSave(data, recipe, Cpu));
        using SafetensorsFile taught = SafetensorsFile.Open(data["taught.safetensors"]);

        Assert.All(
            expected.Tensors.Keys.Where(name => !name.EndsWith("num_batches_tracked", StringComparison.Ordinal)),
            name => Assert.Equal(expected.ReadFloats(name), taught.ReadFloats(name)));
    }
}
