using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

public class FeatureStoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Prepare_SpeedsOfBestQuality_AreResampledWithIt(bool cached)
    {
        using SyntheticCorpus data = new();
        Utterance clip = data.Corpus.Utterances[2];
        string? cache = cached ? data["cache"] : null;
        float[] samples = new AudioPreparation(new PreparationOptions()).Prepare(EmoHRNet.Audio.Waveform.Load(clip.Path));

        foreach (ResamplingQuality quality in (ResamplingQuality[])[ResamplingQuality.Standard, ResamplingQuality.Best])
        {
            SpeedPerturbationOptions speeds = new() { Factors = [1.1], Quality = quality };
            FeatureStore store = new(new PreparationOptions(), new FeatureOptions(), cache);
            store.Prepare([clip], speeds, null, TestContext.Current.CancellationToken);

            Spectrogram expected = new FeatureOptions().CreateExtractor().Extract(new SpeedPerturbation(speeds).Apply(samples, 16_000, new Random(1)));
            Assert.Equal(expected.Values.ToArray(), store[clip, 1.1].Values.ToArray());
        }
    }
}
