using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>Single words as people record them, for training.</summary>
internal static class SpokenWords
{
    private const int Rate = DetectorRecordings.Rate;

    /// <summary>A faded part of a sentence as long as a word, in a longer and otherwise quiet recording, as in voice commands.</summary>
    public static float[] Cut(float[] clip, Random random)
    {
        int length = (int)(Rate * (0.3 + (0.7 * random.NextDouble())));
        int total = Math.Max(length, (int)(Rate * (0.6 + (1.8 * random.NextDouble()))));
        if (clip.Length <= length)
        {
            return clip;
        }

        int start = Enumerable.Range(0, 4).Select(_ => random.Next(clip.Length - length)).MaxBy(at => Power(clip.AsSpan(at, length)));
        double floor = Math.Sqrt(Power(clip.AsSpan(start, length))) * Math.Pow(10, -(20 + (40 * random.NextDouble())) / 20);
        int offset = random.Next(total - length + 1);
        float[] word = new float[total];
        for (int i = 0; i < total; i++)
        {
            int at = i - offset;
            double fade = at < 0 || at >= length ? 0 : Math.Min(1, Math.Min(at, length - at) / 480d);
            word[i] = (float)((fade * (fade > 0 ? clip[start + at] : 0)) + (floor * ((2 * random.NextDouble()) - 1)));
        }

        return word;
    }

    /// <summary>The clip in a longer recording with faint noise, as when a phone records before and after a word.</summary>
    public static float[] Surround(float[] clip, Random random)
    {
        int before = random.Next((int)(1.2 * Rate)), after = random.Next((int)(1.2 * Rate));
        double floor = Math.Sqrt(Power(clip)) * Math.Pow(10, -(12 + (48 * random.NextDouble())) / 20);
        float[] longer = new float[before + clip.Length + after];
        clip.CopyTo(longer, before);
        return Array.ConvertAll(longer, sample => (float)(sample + (floor * ((2 * random.NextDouble()) - 1))));
    }

    private static double Power(ReadOnlySpan<float> samples) => Levels.MeanSquare(samples);
}
