using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

public sealed class MaskMeasurementTests : IDisposable
{
    private const int Rate = 16_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Complete_PitchFrom120To240HertzAndTwoSeconds_GivesTheWidthsOfTheClosedForm()
    {
        Utterance[] clips = [.. Enumerable.Range(0, 5).Select(i => Clip(i, pitch: 120 * (1 + (i / 4.0)), seconds: 2))];
        TrainingRecipe recipe = TrainingRecipes.Paper with { MaskWidths = new MaskWidthOptions { LowerPercentile = 0, UpperPercentile = 100 } };

        TrainingRecipe complete = MaskMeasurement.Complete(recipe, clips, new AudioReadOptions(), null, TestContext.Current.CancellationToken);

        // HTK mel: 2595 log10(1 + f / 700); a band is the whole range divided by the number of bands plus one. A tenth of two seconds in hops.
        MelSpectrogramOptions mel = recipe.Features.Mel;
        double Mel(double hertz) => MelFilterBank.ToMel(mel.MelScale, hertz);
        double bands = (Mel(240) - Mel(120)) / ((Mel(mel.SampleRate / 2.0) - Mel(mel.MinFrequency)) / (mel.BandCount + 1));
        Assert.Equal(bands, complete.Augmentation.SpecAugment!.MaximumFrequencyMask, 1.0);
        Assert.Equal((int)Math.Round(0.1 * 2 * Rate / mel.HopLength), complete.Augmentation.SpecAugment.MaximumTimeMask);
        Assert.Equal(recipe.Augmentation.TimeShift, complete.Augmentation.TimeShift);
    }

    [Fact]
    public void Train_RecipeThatMeasures_TrainsWithTheWidthsOfTheTrainingSetAlone()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe tiny = TinyRecipe.Create(1);
        TrainingRecipe recipe = tiny with
        {
            MaskWidths = new MaskWidthOptions(),
            Augmentation = tiny.Augmentation with { SpecAugment = new SpecAugmentOptions { MaximumFrequencyMask = 30, MaximumTimeMask = 30 } },
        };

        TrainingResult result = new EmotionTrainer(recipe, TrainingRuns.Cpu).Train(data.Split.Training, data.Split.Validation, cancellationToken: TrainingRuns.Cancellation);

        TrainingRecipe expected = MaskMeasurement.Complete(recipe, data.Split.Training.Utterances, new AudioReadOptions(), null, TrainingRuns.Cancellation);
        Assert.Equal(expected.Augmentation.SpecAugment, result.Recipe.Augmentation.SpecAugment);
        Assert.NotEqual(recipe.Augmentation.SpecAugment, result.Recipe.Augmentation.SpecAugment);
        Assert.Equal(new MaskWidthOptions(), TrainingRecipe.FromJson(recipe.ToJson()).MaskWidths);
    }

    [Fact]
    public void Complete_NothingVoiced_SaysWhatToDo()
    {
        Utterance silent = Clip(0, pitch: 0, seconds: 1);

        CorpusException exception = Assert.Throws<CorpusException>(
            () => MaskMeasurement.Complete(TrainingRecipes.Paper, [silent], new AudioReadOptions(), null, TestContext.Current.CancellationToken));

        Assert.Contains("leave out MaskWidths", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_MeasuringWithoutMasks_IsAProblem()
    {
        TrainingRecipe recipe = TrainingRecipes.Paper with { Augmentation = AugmentationOptions.None };

        Assert.Contains("MaskWidths", Assert.Throws<InvalidOptionsException>(recipe.Validate).Message, StringComparison.Ordinal);
    }

    private Utterance Clip(int number, double pitch, double seconds)
    {
        string path = _folder[$"{number}.wav"];
        short[] samples = [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(n => (short)(Enumerable.Range(1, 8).Sum(k => Math.Sin(2 * Math.PI * k * pitch * n / Rate)) * 1500))];
        if (pitch == 0)
        {
            Random random = new(3);
            samples = [.. samples.Select(_ => (short)random.Next(-2, 3))];
        }

        File.WriteAllBytes(path, WavBytes.Pcm16(Rate, samples));
        return new Utterance($"test/{number}", path, "calm", "test-anna");
    }
}
