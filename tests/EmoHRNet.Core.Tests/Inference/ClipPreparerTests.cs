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
        PreparedClip clip = Preparer(mix).Prepare(new Waveform(16_000, Silence, Tone));

        Assert.Equal(silent, clip.IsSilent);
        Assert.Equal(silent, clip.Notes.Any(note => note.Contains("no sound", StringComparison.Ordinal)));
    }

    [Fact]
    public void Prepare_WaveformAndItsMixedSamples_GiveTheSameFeatures()
    {
        ClipPreparer preparer = Preparer(ChannelMix.Average);

        PreparedClip waveform = preparer.Prepare(new Waveform(16_000, Silence, Tone));
        PreparedClip samples = preparer.Prepare([.. Tone.Select(sample => sample / 2)], 16_000);

        Assert.Equal(samples.Features.Values.ToArray(), waveform.Features.Values.ToArray());
    }

    private static ClipPreparer Preparer(ChannelMix mix)
    {
        ModelDescription model = TestModel.Description with { Preparation = TestModel.Description.Preparation with { Mix = mix } };
        return new ClipPreparer(model, new ClassifierOptions());
    }
}
