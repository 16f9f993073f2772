using System.Buffers.Binary;
using System.Numerics;

namespace EmoHRNet.Audio.Randomness;

/// <summary>A random number generator with the same sequence for a seed in every version of .NET: xoshiro256** seeded through SplitMix64.</summary>
/// <remarks>
/// <para>The algorithm of <see cref="Random"/> is not part of its contract, so a stored seed would not reproduce a training run. This one is.</para>
/// <para><see cref="For"/> gives each utterance in each epoch its own generator, so that augmentation depends
/// neither on the thread that prepares an utterance nor on the order of preparation. Not thread-safe.</para>
/// <para>Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", 2021; bounded integers without bias after
/// D. Lemire, "Fast random integer generation in an interval", 2019.</para>
/// </remarks>
public sealed class RandomSource : Random
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Creates the generator with a seed; any value is a good seed.</summary>
    public RandomSource(long seed)
    {
        ulong state = unchecked((ulong)seed);
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>The generator of one utterance in one epoch; independent of all others.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="index">The index of the utterance in the data set, not in the shuffled order.</param>
    /// <param name="purpose">Distinguishes several generators of one utterance (waveform, spectrogram, mixup).</param>
    public static RandomSource For(long seed, int epoch, int index, int purpose = 0) => new(DeriveSeed(seed, epoch, index, purpose));

    /// <summary>The seed of <see cref="For"/>: the four numbers hashed in order with SplitMix64.</summary>
    public static long DeriveSeed(long seed, int epoch, int index, int purpose = 0)
    {
        ulong state = unchecked((ulong)seed);
        foreach (int part in (ReadOnlySpan<int>)[epoch, index, purpose])
        {
            state = SplitMix64(ref state) ^ unchecked((uint)part);
        }

        return unchecked((long)SplitMix64(ref state));
    }

    /// <inheritdoc/>
    public override int Next() => Next(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)Below((ulong)maxValue);
    }

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => NextInt64(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (long)Below((ulong)maxValue);
    }

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return unchecked(minValue + (long)Below((ulong)(maxValue - minValue)));
    }

    /// <inheritdoc/>
    public override double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <inheritdoc/>
    public override float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        for (; buffer.Length > 0; buffer = buffer[Math.Min(word.Length, buffer.Length)..])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextUInt64());
            word[..Math.Min(word.Length, buffer.Length)].CopyTo(buffer);
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = unchecked(state += 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    private ulong NextUInt64()
    {
        ulong result = unchecked(BitOperations.RotateLeft(_s1 * 5, 7) * 9);
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    private ulong Below(ulong bound)
    {
        ulong high = Math.BigMul(NextUInt64(), bound, out ulong low);
        if (low < bound)
        {
            ulong threshold = bound == 0 ? 0 : unchecked(0 - bound) % bound;
            while (low < threshold)
            {
                high = Math.BigMul(NextUInt64(), bound, out low);
            }
        }

        return high;
    }
}
