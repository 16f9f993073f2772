namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// Calls like those of animals: a pitch that glides, jitters, trembles or doubles its period, breath, the resonances of a tube of fixed length
/// that opens and closes, and calls of a few kinds that repeat more or less regularly.
/// </summary>
internal static class SyntheticCalls
{
    private const int Rate = 16_000;

    // Ranges of pitch, duration and tube length after the literature on bioacoustics; the kinds only spread the examples.
    private static readonly CallKind[] Kinds =
    [
        new("bark", 130, 1100, 0.06, 0.35, 0.09, 0.24, 0.7, 0.7, 0),
        new("howl", 200, 1000, 0.7, 3.0, 0.12, 0.25, 0.2, 0.1, 0.1),
        new("growl", 35, 110, 0.5, 2.5, 0.12, 0.30, 0.6, 1, 0.3),
        new("meow", 250, 1200, 0.25, 1.5, 0.06, 0.12, 0.4, 0.3, 0.2),
        new("roar", 40, 260, 0.5, 2.5, 0.25, 0.45, 0.8, 1, 0.2),
        new("bray", 180, 1500, 0.3, 1.2, 0.20, 0.50, 0.8, 0.9, 0.2),
        new("moo", 70, 350, 0.6, 3.0, 0.25, 0.55, 0.3, 0.4, 0.1),
        new("bleat", 120, 700, 0.3, 1.5, 0.12, 0.25, 0.4, 0.4, 1),
        new("hoot", 150, 700, 0.1, 0.6, 0.10, 0.25, 0.5, 0.3, 0),
        new("scream", 600, 3000, 0.15, 1.5, 0.06, 0.20, 0.6, 0.9, 0.3),
        new("caw", 250, 900, 0.12, 0.6, 0.05, 0.12, 0.7, 0.9, 0.1),
        new("cluck", 250, 900, 0.04, 0.3, 0.04, 0.12, 0.6, 0.5, 0.1),
        new("crow", 350, 1500, 0.15, 1.6, 0.06, 0.15, 0.5, 0.6, 0.1),
        new("croak", 25, 300, 0.08, 1.0, 0.03, 0.12, 0.5, 0.8, 0.7),
        new("whinny", 300, 2000, 0.6, 2.5, 0.25, 0.50, 0.5, 0.5, 1),
        new("chirp", 1500, 6500, 0.03, 0.4, 0.02, 0.06, 0.2, 0.2, 0.4),
        new("grunt", 40, 250, 0.08, 0.6, 0.15, 0.40, 0.8, 1, 0),
    ];

    /// <summary>The calls of one animal or, rarely, two, mostly over the noise of a place.</summary>
    public static float[] Create(double seconds, Random random)
    {
        float[] sound = Series(seconds, random);
        if (random.NextDouble() < 0.15)
        {
            Add(sound, Series(seconds, random), SyntheticSounds.Between(random, 0, 20));
        }

        if (random.NextDouble() < 0.85)
        {
            Add(sound, SyntheticSounds.Background(seconds, random), SyntheticSounds.Between(random, 8, 50));
        }

        return sound;
    }

    private static void Add(float[] sound, float[] other, double decibels)
    {
        float gain = (float)(Math.Pow(10, -decibels / 20) * sound.Max(Math.Abs) / Math.Max(1e-9f, other.Max(Math.Abs)));
        for (int i = 0; i < sound.Length; i++)
        {
            sound[i] += gain * other[i];
        }
    }

    private static float[] Series(double seconds, Random random)
    {
        float[] sound = new float[(int)(seconds * Rate)];
        CallVoice first = new(Kinds[random.Next(Kinds.Length)], random);
        // Inhaling and exhaling differ in some animals, and some have a few calls.
        CallVoice[] voices = [first, .. Enumerable.Range(0, random.NextDouble() < 0.6 ? 0 : random.Next(1, 4)).Select(_ => new CallVoice(first.Kind, random))];
        bool inTurn = random.Next(2) == 0;
        double gap = SyntheticSounds.Log(random, 0.03, 2.5);
        double irregularity = random.NextDouble() < 0.6 ? SyntheticSounds.Log(random, 0.02, 0.25) : 0.8;
        double speedup = random.NextDouble() < 0.2 ? SyntheticSounds.Between(random, 0.75, 1) : 1;
        double spread = SyntheticSounds.Log(random, 1, 15);
        int bout = random.NextDouble() < 0.4 ? random.Next(1, 5) : int.MaxValue, number = 0;
        for (double time = SyntheticSounds.Between(random, -0.3, 0.7); time * Rate < sound.Length; number++)
        {
            float[] call = voices[inTurn ? number % voices.Length : random.Next(voices.Length)].Call(random);
            float gain = (float)Math.Pow(10, -SyntheticSounds.Between(random, 0, spread) / 20);
            int start = (int)(time * Rate);
            for (int i = Math.Max(0, -start); i < call.Length && start + i < sound.Length; i++)
            {
                sound[start + i] += gain * call[i];
            }

            gap = Math.Max(0.02, gap * speedup);
            time += ((double)call.Length / Rate) + (gap * (1 + (irregularity * ((2 * random.NextDouble()) - 1))))
                + ((number + 1) % bout == 0 ? SyntheticSounds.Between(random, 0.5, 2) : 0);
        }

        return sound;
    }
}
