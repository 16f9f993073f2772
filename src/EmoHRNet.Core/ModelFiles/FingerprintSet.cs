using System.Buffers.Binary;
using System.Text.Json.Serialization;

namespace EmoHRNet.ModelFiles;

/// <summary>A sorted set of 64-bit fingerprints with value equality; in JSON one base64 string (11 characters per fingerprint).</summary>
/// <remarks>Two different clips share a fingerprint once in 1.8·10¹⁹ pairs, so false matches are negligible.</remarks>
[JsonConverter(typeof(FingerprintSetConverter))]
public sealed class FingerprintSet : IEquatable<FingerprintSet>
{
    private readonly ulong[] _sorted;

    /// <summary>Creates a set.</summary>
    /// <param name="fingerprints">The fingerprints, in any order; duplicates count once.</param>
    public FingerprintSet(IEnumerable<ulong> fingerprints)
    {
        ArgumentNullException.ThrowIfNull(fingerprints);
        _sorted = [.. fingerprints.Distinct().Order()];
    }

    /// <summary>The empty set.</summary>
    public static FingerprintSet Empty { get; } = new([]);

    /// <summary>The number of fingerprints.</summary>
    public int Count => _sorted.Length;

    /// <summary>Whether a fingerprint is in the set.</summary>
    public bool Contains(ulong fingerprint) => Array.BinarySearch(_sorted, fingerprint) >= 0;

    /// <summary>The fingerprints that are in either set.</summary>
    public FingerprintSet Union(FingerprintSet other) => new(_sorted.Concat(other._sorted));

    /// <inheritdoc/>
    public bool Equals(FingerprintSet? other) => other is not null && _sorted.AsSpan().SequenceEqual(other._sorted);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FingerprintSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_sorted.Length, _sorted.Length > 0 ? _sorted[0] : 0);

    /// <summary>The set as base64 of its fingerprints in ascending order, big-endian.</summary>
    public override string ToString()
    {
        byte[] bytes = new byte[_sorted.Length * sizeof(ulong)];
        for (int i = 0; i < _sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong)), _sorted[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not base64, or not a whole number of fingerprints.</exception>
    public static FingerprintSet Parse(string text)
    {
        byte[] bytes = Convert.FromBase64String(text);
        return bytes.Length % sizeof(ulong) == 0
            ? new FingerprintSet(bytes.Chunk(sizeof(ulong)).Select(chunk => BinaryPrimitives.ReadUInt64BigEndian(chunk)))
            : throw new FormatException($"{bytes.Length} bytes are not whole fingerprints of {sizeof(ulong)}.");
    }
}
