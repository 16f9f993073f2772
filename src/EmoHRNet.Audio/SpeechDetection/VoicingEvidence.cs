namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Measures the voiced share of a stretch, its voiced runs and its pitch contour: instruments hold a pitch, voices never do.</summary>
internal static class VoicingEvidence
{
    public static void AddVoicing(Stretch stretch, List<float> evidence)
    {
        int count = 0, voiced = 0, strong = 0, runs = 0;
        double sum = 0, voicedLevel = 0, unvoicedLevel = 0;
        bool last = false;
        for (int t = 0; t < stretch.Count; t++)
        {
            bool isVoiced = stretch.IsActive[t] && stretch.Voicing[t] > Stretch.LeastVoicing;
            runs += isVoiced && !last ? 1 : 0;
            last = isVoiced;
            if (stretch.IsActive[t])
            {
                count++;
                sum += stretch.Voicing[t];
                voiced += isVoiced ? 1 : 0;
                strong += stretch.Voicing[t] > 0.95f ? 1 : 0;
                voicedLevel += isVoiced ? stretch.Level[t] : 0;
                unvoicedLevel += isVoiced ? 0 : stretch.Level[t];
            }
        }

        count = Math.Max(1, count);
        evidence.Add((float)(sum / count));
        evidence.Add((float)voiced / count);
        evidence.Add((float)strong / count);
        evidence.Add((float)runs / stretch.Count);
        evidence.Add(MathF.Log(1 + ((float)voiced / Math.Max(1, runs))));
        evidence.Add(voiced == 0 || voiced == count ? 0 : (float)((voicedLevel / voiced) - (unvoicedLevel / (count - voiced))));
        evidence.Add(Statistics.Correlation(stretch.Voicing, stretch.Level));
        evidence.Add(Statistics.Correlation(stretch.Voicing, stretch.Cepstrum(0)));
        evidence.Add(Statistics.Correlation(stretch.Voicing, stretch.Part(Stretch.Parts - 1)));
    }

    public static void AddPitch(Stretch stretch, List<float> evidence)
    {
        List<float> pitches = [];
        int pairs = 0, steady = 0, jumps = 0, rising = 0;
        double move = 0;
        for (int t = 0; t < stretch.Count; t++)
        {
            if (!stretch.IsActive[t] || stretch.Voicing[t] <= Stretch.LeastVoicing)
            {
                continue;
            }

            pitches.Add(stretch.Pitch[t]);
            if (t > 0 && stretch.IsActive[t - 1] && stretch.Voicing[t - 1] > Stretch.LeastVoicing)
            {
                float step = stretch.Pitch[t] - stretch.Pitch[t - 1];
                pairs++;
                steady += Math.Abs(step) < 0.006f ? 1 : 0;
                jumps += Math.Abs(step) > 0.2f ? 1 : 0;
                rising += step > 0.006f ? 1 : 0;
                move += Math.Min(Math.Abs(step), 0.2f);
            }
        }

        float[] sorted = [.. pitches.Order()];
        int least = Math.Max(1, pairs);
        evidence.Add(sorted.Length == 0 ? 7.5f : Statistics.Quantile(sorted, 0.5));
        evidence.Add(sorted.Length == 0 ? 0 : Statistics.Quantile(sorted, 0.9) - Statistics.Quantile(sorted, 0.1));
        evidence.Add((float)(move / least));
        evidence.Add((float)steady / least);
        evidence.Add((float)jumps / least);
        evidence.Add((float)rising / least);
    }
}
