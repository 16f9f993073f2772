using System.Security.Cryptography;

namespace EmoHRNet.Corpora;

/// <summary>
/// Finds clips that are the same recording, by content or by known repeats of the corpus, so that a split never puts one recording in two
/// parts.
/// </summary>
internal sealed class ContentGroups
{
    private readonly Dictionary<string, string> _keys;

    private ContentGroups(Dictionary<string, string> keys, IReadOnlyList<IReadOnlyList<Utterance>> duplicates)
    {
        _keys = keys;
        Duplicates = duplicates;
    }

    /// <summary>Groups of two or more clips with the same content.</summary>
    public IReadOnlyList<IReadOnlyList<Utterance>> Duplicates { get; }

    /// <summary>Compares all files; only files of equal length are read.</summary>
    public static ContentGroups Of(IReadOnlyList<Utterance> utterances)
    {
        Dictionary<string, string> keys = utterances.ToDictionary(utterance => utterance.Id, utterance => utterance.Id);
        foreach (IGrouping<long, Utterance> sameLength in utterances.GroupBy(Length).Where(group => group.Count() > 1))
        {
            Utterance[] clips = [.. sameLength];
            string[] hashes = [.. clips.AsParallel().AsOrdered().Select(Hash)];
            for (int i = 0; i < clips.Length; i++)
            {
                keys[clips[i].Id] = hashes[i];
            }
        }

        return FromKeys(utterances, keys);
    }

    /// <summary>Groups clips by given content keys.</summary>
    public static ContentGroups FromKeys(IReadOnlyList<Utterance> utterances, Dictionary<string, string> keys)
    {
        JoinKnownRepeats(utterances, keys);
        return new ContentGroups(keys, [.. utterances.GroupBy(utterance => keys[utterance.Id])
            .Where(group => group.Count() > 1).Select(group => group.ToArray())]);
    }

    public string Key(Utterance utterance) => _keys[utterance.Id];

    private static void JoinKnownRepeats(IReadOnlyList<Utterance> utterances, Dictionary<string, string> keys)
    {
        foreach (Utterance repeat in utterances.Where(utterance => utterance.RepeatOf is { } of && keys.ContainsKey(of)))
        {
            string key = keys[repeat.RepeatOf!];
            string old = keys[repeat.Id];
            foreach (string id in keys.Keys.Where(id => keys[id] == old).ToArray())
            {
                keys[id] = key;
            }
        }
    }

    private static long Length(Utterance utterance) => Read(utterance, path => new FileInfo(path).Length);

    private static string Hash(Utterance utterance) => Read(utterance, path =>
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    });

    private static T Read<T>(Utterance utterance, Func<string, T> read)
    {
        try
        {
            return read(utterance.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException(
                $"The clip '{utterance.Id}' cannot be read while looking for duplicates: {exception.Message}", exception);
        }
    }
}
