using EmoHRNet.Audio.Preparation;
using static System.FormattableString;

namespace EmoHRNet.Inference;

/// <summary>Whether speech whose sample rate nobody stated sounds too slow and deep, or too fast and high, to have that rate.</summary>
/// <remarks>
/// Speech that is read at r times its rate has r times its pitch and r times the frequencies of its vowels. Both are measured in
/// voiced frames: the median pitch, and the frequency below which half of the energy from the pitch upwards lies. Their weighted
/// geometric mean, relative to that of ordinary speech, estimates r; the weights are those with the least spread over the voices of
/// several corpora and languages. Voices differ by more than a factor of two, so only what lies outside the range of
/// emotional speech is spoken of; docs/services.md says how often that finds a wrong rate, and how often it is wrong itself.
/// At most 64 frames are looked at, whatever the clip's length.
/// </remarks>
internal static class AssumedRate
{
    private const int MostFrames = 64;
    private const int FewestVoiced = 8;
    private const double Slowest = 0.47;
    private const double Fastest = 3.2;
    private const double PitchWeight = 0.68;
    private const double OrdinaryPitch = 177;
    private const double OrdinaryMedian = 397;
    private const float Loud = 0.01f; // -20 dB of the loudest frame
    private const double FrameSeconds = 0.06;

    /// <summary>What to say of the clip; null when nothing speaks against its rate.</summary>
    public static string? Find(ReadOnlySpan<float> samples, int sampleRate) => Estimate(samples, sampleRate) switch
    {
        < Slowest => Invariant($"The voice sounds slowed down: no sample rate was given, {sampleRate} Hz was assumed, and the true one looks higher. Pass the rate the samples were recorded at."),
        > Fastest => Invariant($"The voice sounds sped up: no sample rate was given, {sampleRate} Hz was assumed, and the true one looks lower. Pass the rate the samples were recorded at."),
        _ => null,
    };

    /// <summary>How many times higher than an ordinary voice the clip sounds; null where too little of it is voiced.</summary>
    public static double? Estimate(ReadOnlySpan<float> samples, int sampleRate)
    {
        VoicedSpectrum voice = new(sampleRate, (int)(FrameSeconds * sampleRate));
        foreach (int start in Loudest(samples, voice.FrameLength))
        {
            voice.Add(samples, start);
        }

        return voice.FrameCount < FewestVoiced
            ? null
            : Math.Pow(voice.MedianPitch() / OrdinaryPitch, PitchWeight) * Math.Pow(voice.MedianFrequency() / OrdinaryMedian, 1 - PitchWeight);
    }

    /// <summary>The starts of frames that are not far below the loudest, evenly thinned out.</summary>
    private static int[] Loudest(ReadOnlySpan<float> samples, int length)
    {
        int hop = length / 2;
        double[] energies = new double[samples.Length < length ? 0 : 1 + ((samples.Length - length) / hop)];
        for (int i = 0; i < energies.Length; i++)
        {
            energies[i] = Levels.MeanSquare(samples.Slice(i * hop, length));
        }

        double least = energies.Length == 0 ? 0 : energies.Max() * Loud;
        int[] loud = [.. Enumerable.Range(0, energies.Length).Where(i => energies[i] > least).Select(i => i * hop)];
        int count = Math.Min(loud.Length, MostFrames);
        return [.. Enumerable.Range(0, count).Select(i => loud[(int)((long)i * loud.Length / count)])];
    }
}
