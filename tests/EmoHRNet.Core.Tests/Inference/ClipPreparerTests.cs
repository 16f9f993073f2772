using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Core.Tests.Inference;

public class ClipPreparerTests
{
    private static readonly float[] Silence = new float[8_000];
    private static readonly float[] Tone = [.. Enumerable.Range(0, 8_000).Select(i => 0.5f * MathF.Sin(i * 0.1f))];

    [Theory]
    [InlineData(ChannelMix.Average, false)]
    [InlineData(ChannelMix.Left, true)]
    [InlineData(ChannelMix.Right, false)]
    public void Prepare_OnlyTheRightChannelSounds_IsSilentWhereTheModelHearsTheLeft(ChannelMix mix, bool silent)
    {
        PreparedClip clip = Preparer(mix).Prepare(new Waveform(16_000, Silence, Tone), "clip");

        Assert.Equal(silent, clip.IsSilent);
        Assert.Equal(silent, clip.Notes.Any(note => note.Contains("no sound", StringComparison.Ordinal)));
    }

    [Fact]
    public void Prepare_WaveformAndItsMixedSamples_GiveTheSameFeatures()
    {
        ClipPreparer preparer = Preparer(ChannelMix.Average);

        PreparedClip waveform = preparer.Prepare(new Waveform(16_000, Silence, Tone), "clip");
        PreparedClip samples = preparer.Prepare(new Waveform(16_000, [.. Tone.Select(sample => sample / 2)]), "clip");

        Assert.Equal(samples.Features.Values.ToArray(), waveform.Features.Values.ToArray());
    }

    [Fact]
    public void Prepare_WaveformThatWasReadWithNotes_PassesThemOn()
    {
        Waveform waveform = Waveform.Load(RecordingWithSizeTooLong());

        PreparedClip clip = Preparer(ChannelMix.Average).Prepare(waveform, "clip");

        Assert.Contains("22 bytes more", Assert.Single(waveform.Notes), StringComparison.Ordinal);
        Assert.Equal(waveform.Notes[0], clip.Notes[0]);
    }

    [Fact]
    public void Predict_StreamThatIsCut_FollowsTheOptionsOfReading()
    {
        ReadOnlyMemory<byte> half = RecordingWithSizeTooLong().AsMemory(0, 8_000);
        ModelDescription model = TestModel.Description;
        using EmotionNetworkClassifier strict = new(model, new BandNetwork(model));
        using EmotionNetworkClassifier lenient = new(
            model, new BandNetwork(model), new ClassifierOptions { Reading = new AudioReadOptions { AllowTruncated = true } });

        Assert.Throws<AudioFormatException>(() => strict.Predict(new MemoryStream(half.ToArray())));
        Assert.Contains("truncated", lenient.Predict(new MemoryStream(half.ToArray())).Notes[0], StringComparison.Ordinal);
    }

    private static byte[] RecordingWithSizeTooLong()
    {
        const int SizePosition = 40;
        using MemoryStream stream = new();
        new Waveform(16_000, Tone).Save(stream);
        byte[] bytes = stream.ToArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(SizePosition), (2 * Tone.Length) + 22);
        return bytes;
    }

    private static ClipPreparer Preparer(ChannelMix mix)
    {
        ModelDescription model = TestModel.Description with { Preparation = TestModel.Description.Preparation with { Mix = mix } };
        return new ClipPreparer(model, new ClassifierOptions(), model.CreateExtractor());
    }
}
