namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// Sounds other than speech, drawn from a seed: noise of any color and modulation, tones, sweeps and sirens, impacts with resonances, melodies and
/// chords, animal-like calls. They add kinds of sound that the recordings do not have.
/// </summary>
internal static partial class SyntheticSounds
{
    private const int Rate = 16_000;

    /// <summary>One sound, or a mix of two.</summary>
    public static float[] Create(double seconds, Random random)
    {
        float[] sound = One(seconds, random);
        if (random.NextDouble() < 0.3)
        {
            float[] other = One(seconds, random);
            float gain = (float)Math.Pow(10, -Between(random, 0, 25) / 20);
            for (int i = 0; i < sound.Length; i++)
            {
                sound[i] += gain * other[i];
            }
        }

        if (random.NextDouble() < 0.6)
        {
            float gain = (float)Math.Pow(10, -Between(random, 10, 60) / 20);
            float[] floor = Filter(White((int)(seconds * Rate), random), random);
            for (int i = 0; i < sound.Length; i++)
            {
                sound[i] += gain * floor[i];
            }
        }

        return Normalize(sound, (float)Math.Pow(10, -Between(random, 3, 35) / 20));
    }

    /// <summary>Colored noise, steady or moving: wind, rain, a road, a stable.</summary>
    public static float[] Background(double seconds, Random random)
    {
        float[] noise = Filter(White((int)(seconds * Rate), random), random);
        return random.NextDouble() < 0.4 ? Moving(noise, random) : noise;
    }

    private static float[] One(double seconds, Random random)
    {
        int length = (int)(seconds * Rate);
        float[] sound = random.Next(9) switch
        {
            0 => Moving(Filter(White(length, random), random), random),
            1 => Moving(Filter(Harmonic(length, Steady(length, Log(random, 30, 1500), random), random), random), random),
            2 => Moving(Harmonic(length, Sweep(length, random), random), random),
            3 => Blows(length, random),
            4 => Melody(length, random),
            5 or 6 or 7 => Calls(length, random),
            _ => Moving(Tones(length, random), random),
        };
        return Normalize(sound, 1);
    }

    /// <summary>No modulation, a regular or an irregular modulation of the level, or pauses.</summary>
    private static float[] Moving(float[] sound, Random random)
    {
        int kind = random.Next(4);
        if (kind == 0)
        {
            return sound;
        }

        double depth = Between(random, 0.2, 1), rate = Log(random, 0.2, 25), phase = Between(random, 0, 6), level = 1, target = 1;
        double duty = Between(random, 0.2, 0.9), speed = Log(random, 0.0002, 0.01);
        float[] result = new float[sound.Length];
        for (int i = 0; i < sound.Length; i++)
        {
            double turn = (rate * i / Rate) + phase;
            if (kind == 2 && random.NextDouble() < rate / Rate)
            {
                target = Math.Pow(10, -depth * Between(random, 0, 40) / 20);
            }

            double wanted = kind switch
            {
                1 => 1 - (depth * 0.5 * (1 + Math.Sin(2 * Math.PI * turn))),
                2 => target,
                _ => turn - Math.Floor(turn) < duty ? 1 : 1 - depth,
            };
            level += speed * (wanted - level);
            result[i] = (float)(sound[i] * (kind == 1 ? wanted : level));
        }

        return result;
    }

    private static float[] Tones(int length, Random random)
    {
        float[] sound = new float[length];
        double step = Between(random, 0.05, 0.5);
        double[] tones = [];
        for (int i = 0; i < length; i++)
        {
            if (i % (int)(step * Rate) == 0)
            {
                tones = random.NextDouble() < 0.4 ? [] : [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Log(random, 200, 3500))];
            }

            foreach (double hertz in tones)
            {
                sound[i] += (float)Math.Sin(2 * Math.PI * hertz * i / Rate);
            }
        }

        return sound;
    }

    private static float[] Blows(int length, Random random)
    {
        float[] sound = new float[length];
        double rate = Log(random, 0.5, 40), regularity = random.NextDouble() < 0.5 ? 0.02 : 1, decay = Log(random, 0.002, 0.2);
        for (double time = Between(random, 0, 0.3); time * Rate < length; time += (1 - regularity + (regularity * -Math.Log(1 - random.NextDouble()))) / rate)
        {
            double gain = Math.Pow(10, -Between(random, 0, 20 * regularity) / 20);
            for (int i = 0, at = (int)(time * Rate); at < length && i < decay * 5 * Rate; i++, at++)
            {
                sound[at] += (float)(gain * Math.Exp(-i / (decay * Rate)) * ((2 * random.NextDouble()) - 1));
            }
        }

        return Filter(sound, random);
    }

    private static float[] Melody(int length, Random random)
    {
        float[] sound = new float[length];
        double beat = Between(random, 0.12, 0.6), root = Log(random, 60, 500);
        int voices = 1 + random.Next(4);
        double attack = Log(random, 0.003, 0.1), decay = Log(random, 0.1, 2);
        int[] scale = [0, 2, 4, 5, 7, 9, 11, 12, 14, 16];
        int seed = random.Next();
        for (double time = 0; time * Rate < length; time += beat * (1 + random.Next(3)) / 2)
        {
            for (int voice = 0; voice < voices; voice++)
            {
                int notes = (int)(Math.Min(decay * 3, 2) * Rate);
                double hertz = root * Math.Pow(2, (scale[random.Next(scale.Length)] / 12d) + (voice == 0 ? 0 : random.Next(2)));
                // The same timbre for every note.
                float[] note = Harmonic(notes, Steady(notes, hertz, new Random(seed + voice)), new Random(seed + voice));
                for (int i = 0, at = (int)(time * Rate); i < notes && at < length; i++, at++)
                {
                    sound[at] += (float)(note[i] * Math.Min(1, i / (attack * Rate)) * Math.Exp(-i / (decay * Rate)));
                }
            }
        }

        float[] filtered = Filter(sound, random);
        return random.NextDouble() < 0.4 ? Mix(filtered, Blows(length, random), Between(random, 0.1, 0.6)) : filtered;
    }

    /// <summary>Calls of animals and horns: the pitch glides, the timbre opens and closes at most once, and all calls of a sound are alike.</summary>
    private static float[] Calls(int length, Random random)
    {
        float[] sound = new float[length];
        bool isBark = random.NextDouble() < 0.4;
        double low = isBark ? Log(random, 120, 900) : Log(random, 90, 3000), bend = Log(random, 0.5, 2);
        double duration = isBark ? Log(random, 0.06, 0.3) : Log(random, 0.05, 1.5), gap = Log(random, 0.05, 1.5);
        double breath = random.NextDouble() < 0.4 ? 0 : Between(random, 0, 0.8);
        double rough = random.NextDouble() < 0.5 ? 0 : Between(random, 0, 0.9), roughHertz = Log(random, 20, 120);
        double attack = isBark ? 0.01 : Log(random, 0.005, 0.3);
        int seed = random.Next();
        (double from, double to, double quality) = (Log(random, 300, 2500), Log(random, 300, 2500), Log(random, 2, 10));
        for (double time = Between(random, 0, 0.5); time * Rate < length; time += duration + (gap * Between(random, 0.7, 1.3)))
        {
            int count = (int)(duration * Between(random, 0.8, 1.2) * Rate);
            double middle = low * Between(random, 0.9, 1.1);
            double[] hertz = [.. Enumerable.Range(0, count).Select(i => middle * Math.Pow(bend, Math.Sin(Math.PI * i / count)) * (1 + (0.02 * rough * ((2 * random.NextDouble()) - 1))))];
            float[] call = Mix(Normalize(Harmonic(count, hertz, new Random(seed)), 1), White(count, random), breath);
            float[] first = Normalize(Resonance(call, from, quality), 1), last = Normalize(Resonance(call, to, quality), 1);
            double gain = Math.Pow(10, -Between(random, 0, 10) / 20);
            for (int i = 0, at = (int)(time * Rate); i < count && at < length; i++, at++)
            {
                double open = Math.Sin(Math.PI * (i + 0.5) / count);
                double level = gain * Math.Min(1, i / (attack * Rate)) * Math.Sqrt(open) * (1 - (rough * 0.5 * (1 + Math.Sin(2 * Math.PI * roughHertz * i / Rate))));
                sound[at] += (float)(level * ((0.3 * call[i]) + ((1 - open) * first[i]) + (open * last[i])));
            }
        }

        return random.NextDouble() < 0.7 ? Filter(sound, random) : sound;
    }
}
