namespace EmoHRNet.Audio.Tests.SpeechDetection;

/// <summary>Synthetic sounds that are not speech; none of them was used in training.</summary>
internal static class SoundsThatAreNoSpeech
{
    public const int Rate = 16_000;

    private const double Seconds = 4;

    public static float[] Create(string name) => name switch
    {
        "white noise" => Noise(1, slope: 0),
        "pink noise" => Noise(2, slope: 0.9),
        "brown noise" => Noise(3, slope: 0.99),
        "mains hum" => Of(t => (0.6 * Math.Sin(Turn(50 * t))) + (0.3 * Math.Sin(Turn(100 * t))) + (0.2 * Math.Sin(Turn(150 * t)))),
        "hum in a quiet room" => Add(Of(t => Math.Sin(Turn(60 * t)) + (0.5 * Math.Sin(Turn(180 * t)))), Noise(4, 0.9), 0.05f),
        "tone" => Of(t => Math.Sin(Turn(440 * t))),
        "dial tone" => Of(t => Math.Sin(Turn(350 * t)) + Math.Sin(Turn(440 * t))),
        "busy tone" => Of(t => t % 1 < 0.5 ? Math.Sin(Turn(425 * t)) : 0),
        "touch tones" => Of(t => t % 0.4 < 0.25 ? Keys(t) : 0),
        "sweep" => Of(t => Math.Sin(Turn(100 * Math.Pow(60, t / Seconds) * Seconds / Math.Log(60)))),
        "siren" => Of(t => Math.Sin(Turn((700 * t) - (300 / (2 * Math.PI * 0.5) * Math.Cos(Turn(0.5 * t)))))),
        "clock" => Blows(every: 0.5, decay: 0.004, hertz: 2_500, seed: 5),
        "steps" => Blows(every: 0.6, decay: 0.04, hertz: 120, seed: 6),
        "engine" => Add(Of(t => Enumerable.Range(1, 12).Sum(k => Math.Sin(Turn(28 * k * t) + (k * k)) / k)), Noise(7, 0.9), 0.3f),
        "chords" => Of(t => Chord((int)(t / 0.5)).Sum(hertz => Math.Exp(-4 * (t % 0.5)) * (Math.Sin(Turn(hertz * t)) + (0.4 * Math.Sin(Turn(2 * hertz * t)))))),
        "organ" => Of(t => Chord((int)(t / 1)).Sum(hertz => Enumerable.Range(1, 5).Sum(k => Math.Sin(Turn(k * hertz * t)) / k))),
        _ => throw new ArgumentException($"There is no sound '{name}'.", nameof(name)),
    };

    private static double Turn(double turns) => 2 * Math.PI * turns;

    private static double Keys(double time)
    {
        double[] low = [697, 770, 852, 941], high = [1_209, 1_336, 1_477];
        int key = (int)(time / 0.4) * 7;
        return Math.Sin(Turn(low[key % 4] * time)) + Math.Sin(Turn(high[key % 3] * time));
    }

    private static double[] Chord(int index)
    {
        double root = 220 * Math.Pow(2, (index * 5 % 12) / 12d);
        return [root, root * 1.26, root * 1.5];
    }

    private static float[] Of(Func<double, double> value) => Scale([.. Enumerable.Range(0, (int)(Seconds * Rate)).Select(i => (float)value((double)i / Rate))]);

    private static float[] Noise(int seed, double slope)
    {
        Random random = new(seed);
        double last = 0;
        return Scale([.. Enumerable.Range(0, (int)(Seconds * Rate)).Select(_ => (float)(last = (slope * last) + (2 * random.NextDouble()) - 1))]);
    }

    private static float[] Blows(double every, double decay, double hertz, int seed)
    {
        Random random = new(seed);
        return Of(t => Math.Exp(-(t % every) / decay) * (Math.Sin(Turn(hertz * t)) + random.NextDouble() - 0.5));
    }

    private static float[] Add(float[] sound, float[] other, float gain) => Scale([.. sound.Zip(other, (a, b) => a + (gain * b))]);

    private static float[] Scale(float[] sound)
    {
        float peak = sound.Max(Math.Abs);
        return Array.ConvertAll(sound, sample => 0.3f * sample / peak);
    }
}
