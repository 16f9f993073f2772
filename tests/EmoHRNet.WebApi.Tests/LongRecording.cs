using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.WebApi.Tests;

/// <summary>A recording of a given length: clips of the samples, one after another with pauses.</summary>
internal static class LongRecording
{
    private const int SampleRate = 16_000;
    private static readonly string[] Names = ["plain", "fast-high-loud", "slow-low", "creaky-loud", "rising", "slow-soft"];

    public static Waveform Create(double seconds)
    {
        AudioPreparation preparation = new(new PreparationOptions { SampleRate = SampleRate });
        float[] pause = new float[3 * SampleRate];
        float[] round = [.. Names.SelectMany(name => preparation.Prepare(Waveform.Load(SampleFiles.Clip(name))).Concat(pause))];
        float[] samples = new float[(int)(seconds * SampleRate)];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = round[i % round.Length];
        }

        return new Waveform(SampleRate, samples);
    }

    public static void Save(string path, double seconds) => Create(seconds).Save(path);
}
