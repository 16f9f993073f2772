namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Measures the level contour of a stretch: how deep its pauses and how steep its rises are.</summary>
internal static class LevelEvidence
{
    public static void AddLevel(Stretch stretch, List<float> evidence)
    {
        float[] sorted = stretch.Level.ToArray();
        Array.Sort(sorted);
        float[] rises = new float[Math.Max(1, stretch.Count - 1)];
        for (int t = 1; t < stretch.Count; t++)
        {
            rises[t - 1] = stretch.Level[t] - stretch.Level[t - 1];
        }

        (double mean, double deviation) = Statistics.Moments(stretch.Level);
        (double riseMean, double riseDeviation) = Statistics.Moments(rises);
        double skew = 0, tails = 0, shape = 0;
        foreach (float rise in rises)
        {
            double z = (rise - riseMean) / (riseDeviation + 0.1);
            (skew, tails) = (skew + (z * z * z), tails + (z * z * z * z));
        }

        foreach (float level in stretch.Level)
        {
            double z = (level - mean) / (deviation + 0.1);
            shape += z * z * z;
        }

        Array.Sort(rises);
        evidence.Add((float)deviation);
        evidence.Add(Statistics.Quantile(sorted, 0.9) - Statistics.Quantile(sorted, 0.1));
        evidence.Add(Statistics.Quantile(sorted, 0.5) - Statistics.Quantile(sorted, 0.1));
        evidence.Add(stretch.LouderShare(10));
        evidence.Add(stretch.LouderShare(20));
        evidence.Add(stretch.LouderShare(Stretch.ActiveDepth));
        evidence.Add((float)riseDeviation);
        evidence.Add((float)Math.Cbrt(skew / rises.Length));
        evidence.Add((float)Math.Log(1 + (tails / rises.Length)));
        evidence.Add((float)Math.Cbrt(shape / stretch.Count));
        evidence.Add(Statistics.Quantile(rises, 0.95));
        evidence.Add(Statistics.Quantile(rises, 0.05));
        evidence.Add(MathF.Log(stretch.Count));
    }
}
