using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmoHRNet.Splits;

/// <summary>
/// Shuffles by sorting on a hash of seed and name. The order depends on nothing else (file order, platform, library version), so a split
/// can be reproduced from its seed as long as the names do not change.
/// </summary>
internal static class SeededOrder
{
    /// <summary>The items in a random order that is the same for the same seed and names.</summary>
    /// <param name="items">The items.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="purpose">What is shuffled; orders for different purposes are independent.</param>
    /// <param name="name">The name of an item, unique among them.</param>
    public static IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items, int seed, string purpose, Func<T, string> name) =>
        [.. items.Select(item => (Item: item, Hash: Hash(seed, purpose, name(item))))
            .OrderBy(each => each.Hash, StringComparer.Ordinal)
            .Select(each => each.Item)];

    private static string Hash(int seed, string purpose, string name) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{purpose}\n{name}"))));
}
