namespace EmoHRNet.Audio.Preparation;

/// <summary>Mixes channels to mono.</summary>
public static class ChannelMixing
{
    /// <summary>The mixed samples in a new array.</summary>
    public static float[] Mix(Waveform waveform, ChannelMix mix) => mix switch
    {
        ChannelMix.Average => Average(waveform),
        ChannelMix.Left => waveform.Channel(0).ToArray(),
        ChannelMix.Right => waveform.Channel(Math.Min(1, waveform.ChannelCount - 1)).ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(mix), mix, "Not a channel mix."),
    };

    private static float[] Average(Waveform waveform)
    {
        float[] mixed = waveform.Channel(0).ToArray();
        if (waveform.ChannelCount == 1)
        {
            return mixed;
        }

        for (int c = 1; c < waveform.ChannelCount; c++)
        {
            ReadOnlySpan<float> channel = waveform.Channel(c)[..mixed.Length];
            for (int i = 0; i < mixed.Length; i++)
            {
                mixed[i] += channel[i];
            }
        }

        Gain.ApplyInPlace(mixed, 1f / waveform.ChannelCount);
        return mixed;
    }
}
