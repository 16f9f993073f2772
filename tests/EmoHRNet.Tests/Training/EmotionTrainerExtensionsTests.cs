using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;
using static EmoHRNet.Tests.Training.TrainingRuns;

namespace EmoHRNet.Tests.Training;

/// <summary>Custom code of an application in a run.</summary>
public class EmotionTrainerExtensionsTests
{
    private static readonly NormalizedFeatureExtractor Own = new(new LagExtractor(16), FeatureNormalization.PerUtterance);

    [Fact]
    public void Train_OwnExtractor_LearnsAndIsNamedByTheModel()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(15) with { Features = new FeatureOptions { Mel = new MelSpectrogramOptions { Normalization = FeatureNormalization.Corpus } } };

        Train(data, recipe, new() { Extractor = Own }, Cpu with { FeatureCacheFolder = data["cache"] }).Save(data["own.safetensors"]);

        Assert.Contains("differences at 16 lags, normalized PerUtterance", Assert.Throws<ExtractorMismatchException>(() => new EmotionClassifier(data["own.safetensors"])).Message, StringComparison.Ordinal);
        using EmotionClassifier classifier = new(data["own.safetensors"], new EmotionClassifierOptions { Extractor = Own, SpeechThreshold = 0 });
        Assert.All(data.Split.Test.Utterances, u => Assert.Equal(u.Emotion, classifier.PredictFile(u.Path).Label));
    }

    [Fact]
    public void Run_ModelTrainingWithOwnExtractor_CalibratesAndTestsWithIt()
    {
        using SyntheticCorpus data = new();
        ModelTrainingOptions options = new() { Environment = Cpu, Extensions = new() { Extractor = Own, SpecAugments = [new Watching()] } };

        TrainedModel trained = new ModelTraining(TinyRecipe.Create(1), options).Run(data.Split, data["own.safetensors"], cancellationToken: Cancellation);

        Assert.Equal(Own.Name, trained.Description.Extractor!.Name);
        Assert.Equal("Watching", trained.Description.Provenance["extensions"]);
        Assert.Equal(data.Split.Test.Count, trained.Test!.Metrics.Count);
        Assert.NotEqual(new ModelTraining(TinyRecipe.Create(1)).Settings, new ModelTraining(TinyRecipe.Create(1), options).Settings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Train_OwnAugmentationAndNoise_JoinThoseOfTheRecipe(bool world)
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = TinyRecipe.Create(1);
        NoiseInjectionOptions noise = new() { MinimumDecibels = 20, MaximumDecibels = 30 };
        recipe = world
            ? recipe with { World = new WorldOptions { CleanShare = 0, Noise = noise, NoiseProbability = 1, Versions = 3 } }
            : recipe with { Augmentation = recipe.Augmentation with { Noise = noise, NoiseProbability = 1 } };
        (Watching spectrograms, Hiss hiss, Louder louder) = (new(), new(), new());

        Train(data, recipe, new() { WaveformAugments = [louder], NoiseSources = [hiss], SpecAugments = [spectrograms] }, Cpu with { FeatureCacheFolder = data["cache"] });

        // White and pink noise get some of the draws, and the recipe's masks some of the clips.
        int draws = world ? 2 * data.Split.Training.Count : data.Split.Training.Count;
        Assert.Equal(draws, louder.Count);
        Assert.InRange(hiss.Count, 1, draws - 1);
        Assert.Equal(data.Split.Training.Count, spectrograms.Count);
        Assert.InRange(spectrograms.MaskedCount, 1, spectrograms.Count);

        // Versions of the world are not cached if custom code made them.
        Assert.Equal(data.Split.Validation.Count, Directory.EnumerateFiles(data["cache"], "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void Train_CheckpointOfOtherExtensions_IsRefused()
    {
        using SyntheticCorpus data = new();
        TrainingEnvironment environment = Cpu with { CheckpointPath = data["checkpoint"], Resume = true };
        TrainingExtensions loud = new() { WaveformAugments = [new GainPerturbation(new GainPerturbationOptions { MinimumDecibels = 1, MaximumDecibels = 2 })] };
        TrainingExtensions louder = new() { WaveformAugments = [new GainPerturbation(new GainPerturbationOptions { MinimumDecibels = 1, MaximumDecibels = 3 })] };
        Train(data, TinyRecipe.Create(1), loud, environment);

        Assert.Throws<ModelFormatException>(() => Train(data, TinyRecipe.Create(1), louder, environment));
        Assert.Single(Train(data, TinyRecipe.Create(1), loud, environment).History);
    }

    [Fact]
    public void Train_TeacherOfOtherFeatures_IsRefused()
    {
        using SyntheticCorpus data = new();
        File.WriteAllBytes(data["teacher.safetensors"], TrainAndSave(data, TinyRecipe.Create(1), Cpu));
        TrainingRecipe recipe = TinyRecipe.Create(1) with { Distillation = new DistillationOptions { Teachers = [data["teacher.safetensors"]] } };

        ModelFormatException e = Assert.Throws<ModelFormatException>(() => Train(data, recipe, new() { Extractor = Own }, Cpu));

        Assert.Contains("extractor is built-in instead of", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_ExtensionsWithoutUse_AreAllNamed()
    {
        TrainingRecipe recipe = TinyRecipe.Create(1) with { MaskWidths = new MaskWidthOptions() };
        TrainingExtensions extensions = new() { Extractor = new LagExtractor { SampleRate = 8_000 }, NoiseSources = [new Hiss()], SpecAugments = [null!] };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => new EmotionTrainer(recipe, Cpu, extensions));

        Assert.Equal(["SpecAugments", "NoiseSources", "Extractor.SampleRate", "Extractor"], e.Problems.Select(problem => problem.Name));
    }

    private static TrainingResult Train(SyntheticCorpus data, TrainingRecipe recipe, TrainingExtensions extensions, TrainingEnvironment environment) =>
        new EmotionTrainer(recipe, environment, extensions).Train(data.Split.Training, data.Split.Validation, cancellationToken: Cancellation);

    private sealed class Louder : IWaveformAugment
    {
        private int _count;

        public int Count => _count;

        public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
        {
            Interlocked.Increment(ref _count);
            return Array.ConvertAll(samples.ToArray(), sample => 1.1f * sample);
        }
    }

    private sealed class Hiss : INoiseSource
    {
        private int _count;

        public int Count => _count;

        public void Fill(Span<float> noise, int sampleRate, Random random)
        {
            Interlocked.Increment(ref _count);
            foreach (ref float sample in noise)
            {
                sample = random.NextSingle() - 0.5f;
            }
        }
    }

    /// <summary>Counts windows, and windows with a band that is constant over frames, which the recipe has masked.</summary>
    private sealed class Watching : ISpecAugment
    {
        private int _count;
        private int _masked;

        public int Count => _count;

        public int MaskedCount => _masked;

        public void Apply(Spectrogram spectrogram, Random random)
        {
            Interlocked.Increment(ref _count);
            if (Enumerable.Range(0, spectrogram.BandCount).Any(band => spectrogram.Band(0, band).IndexOfAnyExcept(spectrogram[0, band, 0]) < 0))
            {
                Interlocked.Increment(ref _masked);
            }
        }
    }
}
