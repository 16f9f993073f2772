namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Measures the variation of the bands of a stretch, their correlation, and the range and speed of its spectral envelope.</summary>
internal static class EnvelopeEvidence
{
    public static void AddParts(Stretch stretch, List<float> evidence)
    {
        for (int part = 0; part < Stretch.Parts; part++)
        {
            float[] sorted = stretch.Part(part).ToArray();
            evidence.Add((float)Statistics.Moments(sorted).Deviation);
            Array.Sort(sorted);
            evidence.Add(Statistics.Quantile(sorted, 0.95) - Statistics.Quantile(sorted, 0.2));
            for (int other = 0; other < part; other++)
            {
                evidence.Add(Statistics.Correlation(stretch.Part(part), stretch.Part(other)));
            }
        }
    }

    public static void AddEnvelope(Stretch stretch, List<float> evidence)
    {
        for (int k = 0; k < Stretch.Cepstra; k++)
        {
            double sum = 0, square = 0, near = 0, far = 0;
            int count = 0, pairs = 0, farPairs = 0;
            ReadOnlySpan<float> values = stretch.Cepstrum(k);
            for (int t = 0; t < stretch.Count; t++)
            {
                if (!stretch.IsActive[t])
                {
                    continue;
                }

                (sum, square, count) = (sum + values[t], square + ((double)values[t] * values[t]), count + 1);
                if (t >= 1 && stretch.IsActive[t - 1])
                {
                    (near, pairs) = (near + Math.Abs(values[t] - values[t - 1]), pairs + 1);
                }

                if (t >= 6 && stretch.IsActive[t - 6])
                {
                    (far, farPairs) = (far + Math.Abs(values[t] - values[t - 6]), farPairs + 1);
                }
            }

            double mean = sum / Math.Max(1, count);
            evidence.Add((float)mean);
            evidence.Add((float)Math.Sqrt(Math.Max(0, (square / Math.Max(1, count)) - (mean * mean))));
            evidence.Add((float)Math.Log((near / Math.Max(1, pairs)) + 0.1));
            evidence.Add((float)Math.Log((far / Math.Max(1, farPairs)) + 0.1));
        }

        AddPeaks(stretch, evidence);
    }

    /// <summary>How far the loudest band of a frame exceeds the others: far in tones, little in noise.</summary>
    private static void AddPeaks(Stretch stretch, List<float> evidence)
    {
        List<float> peaks = [];
        for (int t = 0; t < stretch.Count; t++)
        {
            if (stretch.IsActive[t])
            {
                ReadOnlySpan<float> bands = stretch.Bands(t);
                float sum = 0, largest = 0;
                foreach (float band in bands)
                {
                    (sum, largest) = (sum + band, Math.Max(largest, band));
                }

                peaks.Add(largest - (sum / bands.Length));
            }
        }

        (double mean, double deviation) = Statistics.Moments([.. peaks]);
        evidence.Add((float)mean);
        evidence.Add((float)deviation);
    }
}
