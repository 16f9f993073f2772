using Concentus;
using Concentus.Enums;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Simulates an internet call: Opus at a low bit rate, encoded and decoded in this process, with packet loss.</summary>
/// <remarks>
/// Packets are 20 ms long; the decoder conceals lost ones. The codec's delay is removed, and the length stays. Sample rates that Opus does
/// not support are resampled to 16 kHz and back.
/// </remarks>
public sealed class OpusCall : IWaveformAugment
{
    private const int CallRate = 16_000;
    private const int FramesPerSecond = 50;
    private const int MaximumPacketBytes = 1275;

    // The complexity that phones use; the highest, 10, takes several times as long.
    private const int MobileComplexity = 5;

    private readonly OpusOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public OpusCall(OpusOptions? options = null)
    {
        _options = options ?? new OpusOptions();
        _options.Validate();
    }

    private static ReadOnlySpan<int> KnownRates => [8000, 12_000, 16_000, 24_000, 48_000];

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int kilobits = random.Next(_options.MinimumKilobits, _options.MaximumKilobits + 1);
        double loss = random.NextDouble() * _options.MaximumPacketLoss;
        if (KnownRates.Contains(sampleRate))
        {
            return Call(samples, sampleRate, kilobits, loss, random);
        }

        float[] sent = new Resampler(sampleRate, CallRate).Resample(samples);
        float[] heard = new Resampler(CallRate, sampleRate).Resample(Call(sent, CallRate, kilobits, loss, random));
        Array.Resize(ref heard, samples.Length);
        return heard;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";

    private static float[] Call(ReadOnlySpan<float> samples, int rate, int kilobits, double loss, Random random)
    {
        if (samples.IsEmpty)
        {
            return [];
        }

        using IOpusEncoder encoder = CreateEncoder(rate, kilobits, loss);
        using IOpusDecoder decoder = OpusCodecFactory.CreateDecoder(rate, 1);
        int size = rate / FramesPerSecond;
        int count = (samples.Length + encoder.Lookahead + size - 1) / size;
        float[] sent = new float[count * size];
        samples.CopyTo(sent);
        float[] heard = new float[count * size];
        bool[] lost = PacketLoss.Draw(count, loss, random);
        Span<byte> packet = stackalloc byte[MaximumPacketBytes];
        for (int i = 0; i < count; i++)
        {
            int bytes = encoder.Encode(sent.AsSpan(i * size, size), size, packet, packet.Length);
            // An empty packet tells the decoder to conceal a lost one.
            decoder.Decode(lost[i] ? [] : packet[..bytes], heard.AsSpan(i * size, size), size, decode_fec: false);
        }

        return heard.AsSpan(encoder.Lookahead, samples.Length).ToArray();
    }

    private static IOpusEncoder CreateEncoder(int rate, int kilobits, double loss)
    {
        IOpusEncoder encoder = OpusCodecFactory.CreateEncoder(rate, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        encoder.Bitrate = kilobits * 1000;
        encoder.Complexity = MobileComplexity;
        encoder.PacketLossPercent = (int)Math.Round(100 * loss);
        return encoder;
    }
}
