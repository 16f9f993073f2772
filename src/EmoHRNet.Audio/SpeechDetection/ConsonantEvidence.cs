namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Measures the alternation of vowels and consonants: of voiced frames with low and unvoiced frames with high frequencies.</summary>
internal static class ConsonantEvidence
{
    public static void AddConsonants(Stretch stretch, List<float> evidence)
    {
        List<float> tilts = [], voicedTilts = [], unvoicedTilts = [];
        int active = 0, hissing = 0, changes = 0;
        int last = 0;
        for (int t = 0; t < stretch.Count; t++)
        {
            if (!stretch.IsActive[t])
            {
                continue;
            }

            active++;
            float tilt = stretch.Part(Stretch.Parts - 1)[t] - stretch.Part(0)[t];
            bool isVoiced = stretch.Voicing[t] > Stretch.LeastVoicing;
            tilts.Add(tilt);
            (isVoiced ? voicedTilts : unvoicedTilts).Add(tilt);
            hissing += !isVoiced && tilt > 0 ? 1 : 0;
            int kind = isVoiced ? 1 : tilt > 0 ? 2 : 3;
            changes += last != 0 && kind != last ? 1 : 0;
            last = kind;
        }

        float[] sorted = [.. tilts.Order()], voiced = [.. voicedTilts.Order()], unvoiced = [.. unvoicedTilts.Order()];
        evidence.Add(Statistics.Quantile(sorted, 0.1));
        evidence.Add(Statistics.Quantile(sorted, 0.9) - Statistics.Quantile(sorted, 0.1));
        evidence.Add(voiced.Length == 0 || unvoiced.Length == 0 ? 0 : Statistics.Quantile(unvoiced, 0.75) - Statistics.Quantile(voiced, 0.5));
        evidence.Add(Statistics.Quantile(voiced, 0.9) - Statistics.Quantile(voiced, 0.1));
        evidence.Add((float)hissing / Math.Max(1, active));
        evidence.Add((float)changes / Math.Max(1, active));
    }
}
