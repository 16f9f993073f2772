using System.Text;

namespace EmoHRNet.Corpora;

/// <summary>
/// Finds items by a path that was written on another machine: the name without extension must match; of several, the one with the most
/// matching folders is taken. Case, the kind of slash and the Unicode composition of accents are ignored.
/// </summary>
internal sealed class PathSuffixIndex<T>
    where T : class
{
    private readonly Dictionary<string, List<(string[] Segments, T Item)>> _byStem = new(StringComparer.Ordinal);

    /// <param name="items">Paths and their items; of equal paths the first is taken.</param>
    public PathSuffixIndex(IEnumerable<(string Path, T Item)> items)
    {
        foreach ((string path, T item) in items)
        {
            string[] segments = Split(path);
            if (!_byStem.TryGetValue(segments[^1], out List<(string[] Segments, T Item)>? same))
            {
                _byStem.Add(segments[^1], same = []);
            }

            same.Add((segments, item));
        }
    }

    /// <summary>The item of a path; null when no item has its name, or when several have and their folders do not decide.</summary>
    public T? Find(string path)
    {
        string[] wanted = Split(path);
        if (!_byStem.TryGetValue(wanted[^1], out List<(string[] Segments, T Item)>? same))
        {
            return null;
        }

        int furthest = same.Max(each => Agreement(each.Segments, wanted));
        (string[] Segments, T Item)[] best = [.. same.Where(each => Agreement(each.Segments, wanted) == furthest)];
        return best.All(each => each.Segments.SequenceEqual(best[0].Segments)) ? best[0].Item : null;
    }

    private static int Agreement(string[] first, string[] second)
    {
        int count = 0;
        while (count < Math.Min(first.Length, second.Length) && first[^(count + 1)] == second[^(count + 1)])
        {
            count++;
        }

        return count;
    }

    private static string[] Split(string path)
    {
        string[] segments = path.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split('/', '\\');
        segments[^1] = Path.GetFileNameWithoutExtension(segments[^1]);
        return segments;
    }
}
