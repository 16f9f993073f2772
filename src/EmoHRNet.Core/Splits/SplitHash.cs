using System.Security.Cryptography;
using System.Text;

namespace EmoHRNet.Splits;

/// <summary>Computes the hash of a split from its content.</summary>
internal static class SplitHash
{
    public static string Of(DataSplit split)
    {
        StringBuilder text = new();
        Append(text, "training", split.Training);
        Append(text, "validation", split.Validation);
        Append(text, "test", split.Test);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, string name, SplitPart part)
    {
        foreach (Corpora.Utterance utterance in part.Utterances)
        {
            text.Append(name).Append('\t').Append(utterance.Id).Append('\t').Append(utterance.Emotion).Append('\n');
        }
    }
}
