using EmoHRNet.Audio.Augmentation;

namespace EmoHRNet.Benchmarks.SpeechDetection;

internal static partial class SyntheticSounds
{
    private static float[] White(int length, Random random)
    {
        float[] noise = new float[length];
        new WhiteNoise().Fill(noise, Rate, random);
        return noise;
    }

    /// <summary>A spectral slope and up to four fixed resonances.</summary>
    private static float[] Filter(float[] sound, Random random)
    {
        float[] result = sound;
        double slope = Between(random, -0.95, 0.6);
        float last = 0;
        result = Array.ConvertAll(result, x => last = (float)((x * (1 - Math.Abs(slope))) - (slope * last)));
        int count = random.Next(5);
        for (int i = 0; i < count; i++)
        {
            result = Mix(result, Resonance(result, Log(random, 80, 7000), Log(random, 1.5, 30)), Between(random, 0.3, 1));
        }

        return result;
    }

    private static float[] Mix(float[] a, float[] b, double share)
    {
        (a, b) = (Normalize(a, 1), Normalize(b, 1));
        float[] mixed = new float[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            mixed[i] = (float)(((1 - share) * a[i]) + (share * b[i]));
        }

        return mixed;
    }

    private static float[] Resonance(float[] sound, double hertz, double quality)
    {
        double radius = Math.Exp(-Math.PI * hertz / quality / Rate);
        double first = 2 * radius * Math.Cos(2 * Math.PI * hertz / Rate), second = -radius * radius;
        double a = 0, b = 0;
        float[] result = new float[sound.Length];
        for (int i = 0; i < sound.Length; i++)
        {
            (a, b) = (sound[i] + (first * a) + (second * b), a);
            result[i] = (float)a;
        }

        return result;
    }

    /// <summary>Adds a band-pass with a gain of about one at its resonance.</summary>
    internal static void AddResonance(float[] sum, float[] sound, double hertz, double quality, double gain)
    {
        double radius = Math.Exp(-Math.PI * hertz / quality / Rate);
        double first = 2 * radius * Math.Cos(2 * Math.PI * hertz / Rate), second = -radius * radius;
        double a = 0, b = 0, scale = gain * (1 - (radius * radius)) / 2, x1 = 0, x2 = 0;
        for (int i = 0; i < sound.Length; i++)
        {
            (a, b) = (sound[i] - x2 + (first * a) + (second * b), a);
            (x1, x2) = (sound[i], x1);
            sum[i] += (float)(scale * a);
        }
    }

    private static double[] Steady(int length, double hertz, Random random)
    {
        double vibrato = random.Next(2) * Between(random, 0, 0.04), rate = Between(random, 3, 8), drift = Between(random, -0.1, 0.1) * random.Next(2);
        return [.. Enumerable.Range(0, length).Select(i => hertz * (1 + (vibrato * Math.Sin(2 * Math.PI * rate * i / Rate)) + (drift * i / length)))];
    }

    private static double[] Sweep(int length, Random random)
    {
        double low = Log(random, 60, 2000), high = low * Log(random, 1.2, 6), rate = Log(random, 0.2, 12);
        int kind = random.Next(4);
        return [.. Enumerable.Range(0, length).Select(i =>
        {
            double turn = rate * i / Rate;
            turn -= Math.Floor(turn);
            double place = kind switch { 0 => turn, 1 => 1 - turn, 2 => 0.5 * (1 + Math.Sin(2 * Math.PI * turn)), _ => turn < 0.5 ? 0 : 1 };
            return low * Math.Pow(high / low, place);
        })];
    }

    private static float[] Harmonic(int length, double[] hertz, Random random)
    {
        int count = 1 + random.Next(20);
        double fall = Between(random, 0.3, 2.5);
        double[] weights = [.. Enumerable.Range(1, count).Select(k => Math.Pow(k, -fall) * (random.NextDouble() < 0.25 ? 0.05 : 1))];
        float[] sound = new float[length];
        double phase = 0;
        for (int i = 0; i < length; i++)
        {
            phase += 2 * Math.PI * hertz[i] / Rate;
            // Each harmonic from the two before it: sin(k a) = 2 cos(a) sin((k - 1) a) - sin((k - 2) a).
            (double now, double before, double twice) = (Math.Sin(phase), 0, 2 * Math.Cos(phase));
            double sum = 0;
            for (int k = 1; k <= count && k * hertz[i] < Rate * 0.48; k++)
            {
                sum += weights[k - 1] * now;
                (now, before) = ((twice * now) - before, now);
            }

            sound[i] = (float)sum;
        }

        return sound;
    }

    private static float[] Normalize(float[] sound, float peak)
    {
        float largest = sound.Max(Math.Abs);
        return largest > 0 ? Array.ConvertAll(sound, x => x * peak / largest) : sound;
    }

    internal static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));

    internal static double Log(Random random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
