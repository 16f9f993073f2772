using EmoHRNet.Audio;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmotionNetworkClassifier _classifier;

    protected EmotionClassifierTests() => _classifier = TEngine.Create(TestModel.Save(_folder["m.safetensors"]));

    public void Dispose()
    {
        _classifier.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(800)]
    [InlineData(16_000)]
    [InlineData(80_001)]
    public void Predict_ClipsOfAnyLength_GivesAllProbabilities(int sampleCount)
    {
        EmotionPrediction p = _classifier.Predict(TestSignals.Chirp(sampleCount));
        Assert.Equal(TestModel.Labels, p.Probabilities.Keys);
        Assert.Equal(1, p.Probabilities.Values.Sum(), 1e-5f);
        Assert.Equal(p.Probabilities.MaxBy(x => x.Value).Key, p.Label);
        Assert.Equal(TimeSpan.FromSeconds(sampleCount / 16_000.0), p.Duration);
        Assert.True(p.Timings.Network > TimeSpan.Zero && p.Timings.Total >= p.Timings.Network);
    }

    [Fact]
    public void Predict_LongClip_EqualsTheMeanOfItsWindows()
    {
        float[] samples = TestSignals.Chirp(16_000 * 4);
        using LoadedModel model = ModelFile.Load(_folder["m.safetensors"]);
        var features = TestModel.Description.Features.CreateExtractor().Extract(samples);
        ClipWindows windows = new(TestModel.Description.WindowFrames);
        float[] rows = [.. Enumerable.Range(0, windows.Count(features.FrameCount)).SelectMany(w =>
        {
            float[] window = new float[32 * 48];
            windows.CopyTo(features, w, window);
            using var input = TorchSharp.torch.tensor(window, [1, 1, 32, 48]);
            using var logits = model.Module.call(input);
            using var scaled = logits / 1.5;
            using var softmax = scaled.softmax(1);
            return softmax.data<float>().ToArray();
        })];
        EmotionPrediction p = _classifier.Predict(samples);
        Assert.Equal(windows.Count(features.FrameCount), p.WindowCount);
        Assert.True(p.WindowCount > 5);
        Assert.All(ProbabilityMean.Of(rows, 4).Zip(p.Probabilities.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Predict_OtherSampleRate_IsResampledAndSaid()
    {
        EmotionPrediction at16 = _classifier.Predict(Tone(440, 16_000, 2), 16_000);
        EmotionPrediction at48 = _classifier.Predict(Tone(440, 48_000, 2), 48_000);
        Assert.Equal((48_000, 16_000), (at48.SourceSampleRate, at48.ModelSampleRate));
        Assert.All(at16.Probabilities, x => Assert.Equal(x.Value, at48[x.Key], 0.02f));
        Assert.Contains(_classifier.Predict(Tone(440, 8_000, 2), 8_000).Notes, note => note.Contains("nothing above 4000 Hz", StringComparison.Ordinal));
    }

    [Fact]
    public void Predict_EveryOverload_GivesTheSameAnswer()
    {
        short[] pcm = [.. TestSignals.Chirp(20_000).Select(s => (short)(s * 32_767))];
        float[] samples = [.. pcm.Select(s => s / 32_768f)];
        Waveform waveform = new(16_000, samples);
        File.WriteAllBytes(_folder["clip.wav"], WavBytes.Pcm16(16_000, pcm));
        byte[] bytes = new byte[2 * pcm.Length];
        Buffer.BlockCopy(pcm, 0, bytes, 0, bytes.Length);
        using FileStream stream = File.OpenRead(_folder["clip.wav"]);
        float[] expected = [.. _classifier.Predict(samples).Probabilities.Values];
        foreach (EmotionPrediction p in new[]
        {
            _classifier.Predict(samples, 16_000), _classifier.Predict(pcm, 16_000), _classifier.PredictPcm16(bytes, 16_000),
            _classifier.Predict(waveform), _classifier.Predict(stream), _classifier.PredictFile(_folder["clip.wav"]),
        })
        {
            Assert.Equal(expected, p.Probabilities.Values);
        }
    }

    [Fact]
    public async Task PredictAsync_EveryOverload_GivesTheSameAnswer()
    {
        Waveform waveform = new(16_000, TestSignals.Chirp(20_000));
        File.WriteAllBytes(_folder["clip.wav"], WavBytes.FloatingPoint(16_000, waveform.Channel(0)));
        float[] expected = [.. _classifier.Predict(waveform).Probabilities.Values];
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal(expected, (await _classifier.PredictAsync(waveform, token)).Probabilities.Values);
        Assert.Equal(expected, (await _classifier.PredictAsync(TestSignals.Chirp(20_000), 16_000, token)).Probabilities.Values);
        Assert.Equal(expected, (await _classifier.PredictFileAsync(_folder["clip.wav"], token)).Probabilities.Values);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _classifier.PredictAsync(waveform, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void PredictBatch_ClipsOfManyLengths_EqualsSinglePredictions()
    {
        Waveform[] clips =
        [
            new(16_000, TestSignals.Chirp(900)), new(16_000, TestSignals.Chirp(70_000)), new(22_050, Tone(300, 22_050, 1)), new(16_000, TestSignals.Chirp(12_288)), new(8_000, Tone(200, 8_000, 3)),
        ];
        IReadOnlyList<EmotionPrediction> batch = _classifier.PredictBatch(clips, TestContext.Current.CancellationToken);
        Assert.All(clips.Zip(batch), pair =>
        {
            EmotionPrediction single = _classifier.Predict(pair.First);
            Assert.All(single.Probabilities, x => Assert.Equal(x.Value, pair.Second[x.Key], 1e-5f));
            Assert.Equal((single.Duration, single.WindowCount), (pair.Second.Duration, pair.Second.WindowCount));
        });
        Assert.Empty(_classifier.PredictBatch([], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void PredictBatch_OneBadClip_NamesIt()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => _classifier.PredictBatch([TestSignals.Chirp(100), [0f, float.NaN]], 16_000, TestContext.Current.CancellationToken));
        Assert.Contains("Clip 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_NoOrNotFiniteSamples_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => _classifier.Predict([]));
        Assert.Throws<ArgumentException>(() => _classifier.Predict([0f, float.NaN]));
        Assert.Throws<ArgumentException>(() => _classifier.Predict([float.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => _classifier.Predict([0f], 44));
        Assert.Throws<ArgumentException>(() => _classifier.PredictPcm16([1, 2, 3], 16_000));
    }

    [Fact]
    public void Predict_TooLong_IsRefusedWithTheLimit()
    {
        using EmotionNetworkClassifier strict = TEngine.Create(_folder["m.safetensors"], new ClassifierOptions { MaximumDuration = TimeSpan.FromSeconds(1) });
        Assert.Contains("MaximumDuration", Assert.Throws<ArgumentException>(() => strict.Predict(new float[16_001])).Message, StringComparison.Ordinal);
        strict.Predict(new float[16_000]);
    }

    [Fact]
    public void Predict_TenMinutes_Works() =>
        Assert.True(_classifier.Predict(TestSignals.Chirp(16_000 * 600)).WindowCount > 1000);

    [Fact]
    public void Predict_Silence_IsUncertainAndSaid()
    {
        EmotionPrediction p = _classifier.Predict(new float[16_000]);
        Assert.Equal((true, "uncertain"), (p.IsUncertain, p.Label));
        Assert.Contains(p.Notes, note => note.Contains("no sound", StringComparison.Ordinal));
    }

    [Fact]
    public void Predict_UnusualLevels_AreNoted()
    {
        Assert.Contains(_classifier.Predict([.. TestSignals.Chirp(16_000).Select(s => s * 30_000)]).Notes, n => n.Contains("16-bit", StringComparison.Ordinal));
        Assert.Contains(_classifier.Predict([.. TestSignals.Chirp(16_000).Select(s => Math.Clamp(s * 30, -1, 1))]).Notes, n => n.Contains("clipped", StringComparison.Ordinal));
        Assert.Contains(_classifier.Predict(TestSignals.Chirp(800)).Notes, n => n.Contains("0.05 s", StringComparison.Ordinal));
        Assert.Empty(_classifier.Predict(TestSignals.Chirp(16_000), 16_000).Notes); // with its rate: a tone is not a voice to estimate the rate from
    }

    [Fact]
    public void PredictFile_BadFiles_SayWhatIsWrong()
    {
        File.WriteAllText(_folder["text.wav"], "no audio at all");
        File.WriteAllBytes(_folder["empty.wav"], WavBytes.Pcm16(16_000, []));
        File.WriteAllBytes(_folder["nan.wav"], WavBytes.FloatingPoint(16_000, [0f, float.NaN]));
        Assert.Throws<FileNotFoundException>(() => _classifier.PredictFile(_folder["none.wav"]));
        Assert.Throws<AudioFormatException>(() => _classifier.PredictFile(_folder["text.wav"]));
        Assert.Contains("empty.wav", Assert.Throws<AudioFormatException>(() => _classifier.PredictFile(_folder["empty.wav"])).Message, StringComparison.Ordinal);
        Assert.Contains("nan.wav", Assert.Throws<AudioFormatException>(() => _classifier.PredictFile(_folder["nan.wav"])).Message, StringComparison.Ordinal);
    }

    private static float[] Tone(double frequency, int rate, double seconds) =>
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(i => (float)(0.5 * Math.Sin(2 * Math.PI * frequency * i / rate)))];
}
