using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

public class CorpusStatisticsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Train_CorpusNormalizationWithoutStatistics_StoresThoseOfTheTrainingSetAlone(int deltaOrder)
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = ByCorpus(TinyRecipe.Create(1), deltaOrder);

        TrainingResult result = new EmotionTrainer(recipe, new() { Device = "cpu" })
            .Train(data.Split.Training, data.Split.Validation, cancellationToken: TestContext.Current.CancellationToken);
        result.Save(data["model.safetensors"]);

        using EmotionClassifier classifier = new(data["model.safetensors"]);
        BandStatistics stored = classifier.Model.Features.Mel.Statistics!;
        double[][] values = ValuesByBand(recipe, data.Split.Training.Utterances);
        for (int band = 0; band < values.Length; band++)
        {
            double mean = values[band].Average();
            Assert.Equal(mean, stored.Mean[band], 1e-4);
            Assert.Equal(Math.Sqrt(values[band].Average(v => (v - mean) * (v - mean))), stored.StandardDeviation[band], 1e-4);
        }
    }

    [Fact]
    public void Train_StatisticsGiven_AreKept()
    {
        using SyntheticCorpus data = new();
        TrainingRecipe recipe = ByCorpus(TinyRecipe.Create(1), 0);
        BandStatistics given = new([.. Enumerable.Repeat(-3f, recipe.Features.BandCount)], [.. Enumerable.Repeat(2f, recipe.Features.BandCount)]);
        recipe = recipe with { Features = recipe.Features with { Mel = recipe.Features.Mel with { Statistics = given } } };

        TrainingResult result = new EmotionTrainer(recipe, new() { Device = "cpu" })
            .Train(data.Split.Training, data.Split.Validation, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(given, result.Recipe.Features.Mel.Statistics);
    }

    [Fact]
    public void Validate_CorpusNormalizationWithoutStatistics_StillChecksTheOtherFeatureOptions()
    {
        TrainingRecipe recipe = ByCorpus(TinyRecipe.Create(1), deltaOrder: 9);
        Assert.Equal(["Features.DeltaOrder"], Assert.Throws<InvalidOptionsException>(recipe.Validate).Problems.Select(p => p.Name));
    }

    private static TrainingRecipe ByCorpus(TrainingRecipe recipe, int deltaOrder) => recipe with
    {
        Features = recipe.Features with
        {
            DeltaOrder = deltaOrder,
            Mel = recipe.Features.Mel with { Normalization = FeatureNormalization.Corpus },
        },
    };

    private static double[][] ValuesByBand(TrainingRecipe recipe, IEnumerable<Utterance> utterances)
    {
        AudioPreparation preparation = new(recipe.Preparation);
        MelSpectrogramExtractor extractor = new(recipe.Features.Mel with { Normalization = FeatureNormalization.None });
        Spectrogram[] spectrograms = [.. utterances.Select(u => extractor.Extract(preparation.Prepare(Waveform.Load(u.Path))))];
        return [.. Enumerable.Range(0, extractor.BandCount).Select(band =>
            spectrograms.SelectMany(s => s.Band(0, band).ToArray()).Select(v => (double)v).ToArray())];
    }
}
