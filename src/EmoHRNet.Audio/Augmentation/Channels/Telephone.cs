using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Simulates a telephone line: 300 to 3400 Hz, 8000 samples per second of 8 bits each, with packet loss.</summary>
/// <remarks>
/// Companding depends on the level, so speech goes through the line at -26 dB of full scale (the nominal active speech level of ITU-T
/// P.830) and comes out at the level it had. The length stays.
/// </remarks>
public sealed class Telephone : IWaveformAugment
{
    private const int LineRate = 8000;
    private const double LineLevelDecibels = -26;

    private static readonly BandPass Band = new(LineRate, 300, 3400);

    private readonly TelephoneOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public Telephone(TelephoneOptions? options = null)
    {
        _options = options ?? new TelephoneOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        float[] line = Band.Filter(new Resampler(sampleRate, LineRate).Resample(samples));
        float gain = Gain.Factor(Math.Sqrt(ActiveSpeechLevel.MeanSquare(line, LineRate)), LineLevelDecibels);
        Gain.ApplyInPlace(line, gain);
        Code(line, _options.Codings[random.Next(_options.Codings.Count)]);
        PacketLoss.Apply(line, LineRate, random.NextDouble() * _options.MaximumPacketLoss, random);
        Gain.ApplyInPlace(line, 1 / gain);
        float[] heard = new Resampler(LineRate, sampleRate).Resample(line);
        Array.Resize(ref heard, samples.Length);
        return heard;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options with { Codings = [] }} {string.Join(' ', _options.Codings)}";

    private static void Code(Span<float> line, Companding coding)
    {
        foreach (ref float sample in line)
        {
            sample = coding switch
            {
                Companding.MuLaw => G711.MuLaw[G711Encoder.MuLaw(sample)],
                Companding.ALaw => G711.ALaw[G711Encoder.ALaw(sample)],
                _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, "Not a coding."),
            };
        }
    }
}
