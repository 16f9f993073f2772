using System.Buffers.Binary;
using System.Text.Json.Serialization;

namespace EmoHRNet.ModelFiles;

/// <summary>A set of 64-bit fingerprints: sorted, compared by value, one base64 text in JSON (11 characters each).</summary>
/// <remarks>Two different clips share a fingerprint once in 1.8·10¹⁹ pairs, so what is in the set is what was put there.</remarks>
[JsonConverter(typeof(FingerprintSetConverter))]
public sealed class FingerprintSet : IEquatable<FingerprintSet>
{
    private readonly ulong[] _sorted;

    /// <summary>Creates a set.</summary>
    /// <param name="fingerprints">The fingerprints, in any order; repeated ones count once.</param>
    public FingerprintSet(IEnumerable<ulong> fingerprints)
    {
        ArgumentNullException.ThrowIfNull(fingerprints);
        _sorted = [.. fingerprints.Distinct().Order()];
    }

    /// <summary>The set without fingerprints.</summary>
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
    /// <exception cref="FormatException">The text is not base64, or not of whole fingerprints.</exception>
    public static FingerprintSet Parse(string text)
    {
        byte[] bytes = Convert.FromBase64String(text);
        return bytes.Length % sizeof(ulong) == 0
            ? new FingerprintSet(bytes.Chunk(sizeof(ulong)).Select(chunk => BinaryPrimitives.ReadUInt64BigEndian(chunk)))
            : throw new FormatException($"{bytes.Length} bytes are not whole fingerprints of {sizeof(ulong)}.");
    }
}
