using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierExplanationTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmotionNetworkClassifier _classifier;

    protected EmotionClassifierExplanationTests() => _classifier = TEngine.Create(TestModel.Save(_folder["m"]));

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Explain_PatchesSideBySide_EqualTheFallMeasuredByHand()
    {
        Waveform clip = new(16_000, TestSignals.Chirp(8_000));
        ExplanationOptions options = new() { PatchBands = 16, PatchFrames = 16, Step = 1 };
        EmotionExplanation explanation = _classifier.Explain(clip, "sad", options, TestContext.Current.CancellationToken);
        Spectrogram features = TestModel.Description.Features.CreateExtractor().Extract(clip.Channel(0));
        Assert.Equal(features.Values.ToArray(), explanation.Features.Values.ToArray());
        using LoadedModel model = ModelFile.Load(_folder["m"]);
        Spectrogram hidden = features.Clone();
        for (int band = 16; band < 32; band++)
        {
            hidden.Band(0, band)[..16].Clear();
        }

        float fall = Sad(model, features) - Sad(model, hidden);
        Assert.NotEqual(0, fall);
        Assert.Equal(fall, explanation.Importance[0, 16, 0], 1e-5f);
        Assert.Equal(fall, explanation.Importance[0, 31, 15], 1e-5f);
    }

    [Fact]
    public void Explain_LongClip_CoversItWithTheShapeOfItsFeatures()
    {
        EmotionExplanation explanation = _classifier.Explain(new Waveform(16_000, TestSignals.Chirp(40_000)), null, new ExplanationOptions { PatchBands = 16, PatchFrames = 24 }, TestContext.Current.CancellationToken);
        Assert.Equal(explanation.Prediction.Label, explanation.Label);
        Assert.Equal((1, explanation.Features.BandCount, explanation.Features.FrameCount), (explanation.Importance.ChannelCount, explanation.Importance.BandCount, explanation.Importance.FrameCount));
        Assert.All(explanation.Importance.Values.ToArray(), value => Assert.InRange(value, -1, 1));
        Assert.Contains(explanation.Importance.Values.ToArray(), value => value != 0);
    }

    [Fact]
    public void Explain_BadArguments_AreNamed()
    {
        Waveform clip = new(16_000, TestSignals.Chirp(8_000));
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Throws<KeyNotFoundException>(() => _classifier.Explain(clip, "joy", cancellationToken: token));
        Assert.Throws<InvalidOptionsException>(() => _classifier.Explain(clip, null, new ExplanationOptions { PatchBands = 0 }, token));
        Assert.Throws<OperationCanceledException>(() => _classifier.Explain(clip, null, null, new CancellationToken(true)));
        File.WriteAllBytes(_folder["empty.wav"], WavBytes.Pcm16(16_000, []));
        Assert.Throws<AudioFormatException>(() => _classifier.ExplainFile(_folder["empty.wav"], cancellationToken: token));
    }

    private static float Sad(LoadedModel model, Spectrogram features)
    {
        float[] window = new float[32 * 48];
        new ClipWindows(48).CopyTo(features, 0, window);
        using var input = TorchSharp.torch.tensor(window, [1, 1, 32, 48]);
        using var logits = model.Module.call(input);
        using var scaled = logits / 1.5;
        using var softmax = scaled.softmax(1);
        return softmax.data<float>().ToArray()[2];
    }
}
