namespace EmoHRNet.Core.Tests.Corpora;

/// <summary>The names of RAVDESS speech, written from its published description, not from the loader.</summary>
public static class RavdessTree
{
    public static IEnumerable<string> SpeechNames(Func<int, string> folder)
    {
        for (int actor = 1; actor <= 24; actor++)
        {
            foreach (string name in NamesOf("01", 8, actor))
            {
                yield return folder(actor) + name;
            }
        }
    }

    public static IEnumerable<string> SongNames(Func<int, string> folder)
    {
        for (int actor = 1; actor <= 24; actor++)
        {
            if (actor != 18)
            {
                foreach (string name in NamesOf("02", 6, actor))
                {
                    yield return folder(actor) + name;
                }
            }
        }
    }

    private static IEnumerable<string> NamesOf(string channel, int emotions, int actor)
    {
        for (int emotion = 1; emotion <= emotions; emotion++)
        {
            foreach (string take in new[] { "01-01-01", "01-01-02", "01-02-01", "01-02-02", "02-01-01", "02-01-02", "02-02-01", "02-02-02" })
            {
                if (emotion > 1 || take.StartsWith("01", StringComparison.Ordinal))
                {
                    yield return $"03-{channel}-{emotion:00}-{take}-{actor:00}.wav";
                }
            }
        }
    }
}
