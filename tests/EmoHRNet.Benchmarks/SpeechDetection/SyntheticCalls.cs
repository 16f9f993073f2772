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
            Add(sound, Series(seconds, random), Between(random, 0, 20));
        }

        if (random.NextDouble() < 0.85)
        {
            Add(sound, SyntheticSounds.Background(seconds, random), Between(random, 8, 50));
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
        Voice first = new(Kinds[random.Next(Kinds.Length)], random);
        // Inhaling and exhaling differ in some animals, and some have a few calls.
        Voice[] voices = [first, .. Enumerable.Range(0, random.NextDouble() < 0.6 ? 0 : random.Next(1, 4)).Select(_ => new Voice(first.Kind, random))];
        bool inTurn = random.Next(2) == 0;
        double gap = Log(random, 0.03, 2.5), irregularity = random.NextDouble() < 0.6 ? Log(random, 0.02, 0.25) : 0.8, speedup = random.NextDouble() < 0.2 ? Between(random, 0.75, 1) : 1;
        double spread = Log(random, 1, 15);
        int bout = random.NextDouble() < 0.4 ? random.Next(1, 5) : int.MaxValue, number = 0;
        for (double time = Between(random, -0.3, 0.7); time * Rate < sound.Length; number++)
        {
            float[] call = voices[inTurn ? number % voices.Length : random.Next(voices.Length)].Call(random);
            float gain = (float)Math.Pow(10, -Between(random, 0, spread) / 20);
            int start = (int)(time * Rate);
            for (int i = Math.Max(0, -start); i < call.Length && start + i < sound.Length; i++)
            {
                sound[start + i] += gain * call[i];
            }

            gap = Math.Max(0.02, gap * speedup);
            time += ((double)call.Length / Rate) + (gap * (1 + (irregularity * ((2 * random.NextDouble()) - 1)))) + ((number + 1) % bout == 0 ? Between(random, 0.5, 2) : 0);
        }

        return sound;
    }

    private static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));

    private static double Log(Random random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());

    /// <summary>Ranges of a kind of call: pitch in hertz, duration in seconds, tube length in meters; most breath, roughness and tremor, 0 to 1.</summary>
    private sealed record CallKind(
        string Name, double Low, double High, double Shortest, double Longest, double ShortTube, double LongTube, double Breath, double Rough, double Tremor);

    /// <summary>One animal: its calls are alike up to small variations.</summary>
    private sealed class Voice
    {
        private const int Resonances = 5;

        private readonly int _contour;
        private readonly double _hertz, _bend, _duration, _breath, _jitter, _shimmer, _doubling, _tremor, _tremorHertz, _attack, _release, _slope, _variation, _rough, _chaos, _jump;
        private readonly int _period;
        private readonly double[][] _tubes; // resonances in hertz, one after the other in a call
        private readonly double[] _gains, _qualities;

        public Voice(CallKind kind, Random random)
        {
            Kind = kind;
            _contour = random.Next(7);
            _hertz = Log(random, kind.Low, kind.High);
            _bend = random.NextDouble() < 0.3 ? Log(random, 1, 1.15) : Log(random, 1.1, 2.4);
            _duration = Log(random, kind.Shortest, kind.Longest);
            _breath = Math.Min(0.95, 1.3 * random.NextDouble() * kind.Breath);
            bool isRough = random.NextDouble() < kind.Rough;
            _rough = isRough ? random.NextDouble() : 0;
            _jitter = isRough ? Log(random, 0.01, 0.25) : Log(random, 0.001, 0.02);
            _doubling = isRough && random.NextDouble() < 0.5 ? Between(random, 0.2, 0.9) : 0;
            _period = random.Next(2, 4);
            _tremor = random.NextDouble() < kind.Tremor ? Between(random, 0.1, 0.8) : 0;
            _tremorHertz = Log(random, 4, 25);
            _attack = Log(random, 0.005, 0.25) * Math.Min(1, _duration);
            _release = Log(random, 0.03, 0.7) * Math.Min(1, _duration);
            _slope = Between(random, 0.2, 0.985);
            _variation = Log(random, 0.01, 0.25);
            _shimmer = isRough ? Log(random, 0.05, 0.6) : Log(random, 0.01, 0.1);
            _chaos = isRough && random.NextDouble() < 0.5 ? Between(random, 0.1, 0.7) : 0;
            _jump = random.NextDouble() < 0.2 ? Log(random, 0.5, 2) : 1;
            double tube = Log(random, kind.ShortTube, kind.LongTube), opening = random.NextDouble() < 0.3 ? 1 : Log(random, 0.6, 1.7), apart = Log(random, 0.02, 0.35);
            double[] rest = [.. Enumerable.Range(0, Resonances).Select(k => ((2 * k) + 1) * 350 / (4 * tube) * Between(random, 0.85, 1.15))];
            // Most mouths open and close once; the tongue and the throat move the resonances apart.
            _tubes = [.. Enumerable.Range(0, random.Next(2, 6)).Select(at => rest.Select((hertz, k) =>
                hertz * Math.Pow(opening, (at % 2) * (k < 2 ? 1 : 0.3)) * Math.Exp(apart * Normal(random))).ToArray())];
            _gains = [.. Enumerable.Range(0, Resonances).Select(k => Math.Pow(10, -k * Between(random, 0, 9) / 20))];
            _qualities = [.. Enumerable.Range(0, Resonances).Select(_ => Log(random, 2, 14))];
        }

        public CallKind Kind { get; }

        public float[] Call(Random random)
        {
            int count = Math.Max(64, (int)(_duration * Math.Exp(_variation * Normal(random)) * Rate));
            float[] source = Source(count, random);
            double shift = Math.Exp(0.5 * _variation * Normal(random));
            float[][] tubes = [.. _tubes.Select(tube => Tube(source, tube, shift))];
            float[] call = new float[count];
            double peak = Between(random, 0.3, 0.7);
            for (int i = 0; i < count; i++)
            {
                double place = (double)i / count, at = (place < peak ? 0.5 * place / peak : 0.5 + (0.5 * (place - peak) / (1 - peak))) * (tubes.Length - 1);
                int tube = Math.Min((int)at, tubes.Length - 2);
                double level = Math.Min(1, i / (_attack * Rate)) * Math.Min(1, (count - i) / (_release * Rate));
                call[i] = (float)(level * (((1 - at + tube) * tubes[tube][i]) + ((at - tube) * tubes[tube + 1][i])));
            }

            return call;
        }

        private float[] Source(int count, Random random)
        {
            float[] source = new float[count];
            double middle = _hertz * Math.Exp(_variation * Normal(random)), phase = 0, period = 1, strength = 1, smooth = 0, wander = 0;
            double jump = Between(random, 0.2, 0.9), chaos = Between(random, 0, 1 - _chaos);
            int number = 0;
            for (int i = 0; i < count; i++)
            {
                double place = (double)i / count, tremble = Math.Sin(2 * Math.PI * _tremorHertz * i / Rate);
                bool isChaotic = place > chaos && place < chaos + _chaos;
                wander += 0.003 * ((_rough * 0.6 * Normal(random)) - wander);
                double hertz = Math.Min(middle * Math.Pow(_bend, Contour(place)) * (place > jump ? _jump : 1) * period * (1 + (0.08 * _tremor * tremble)) * Math.Exp(wander), Rate * 0.4);
                phase += hertz / Rate;
                if (phase >= 1)
                {
                    phase -= 1;
                    period = Math.Clamp(1 + ((isChaotic ? 0.3 : _jitter) * Normal(random)), 0.5, 2);
                    strength = Math.Clamp(1 + (_shimmer * Normal(random)), 0.2, 2);
                    number++;
                }

                double pulse = (2 * phase) - 1 - Corner(phase, hertz / Rate), breathing = isChaotic ? Math.Max(0.6, _breath) : _breath;
                double level = strength * (1 - (_doubling * (number % _period == 0 ? 0 : 1))) * (1 - (0.5 * _tremor * (1 + tremble)));
                double breath = breathing * Normal(random) * (0.4 + (0.6 * (1 - phase)));
                smooth += (1 - _slope) * ((((1 - breathing) * pulse) + breath) * level - smooth);
                source[i] = (float)smooth;
            }

            return source;
        }

        /// <summary>How the pitch moves in a call, 0 to 1: arch, rise, fall, valley, level, a late fall, a step.</summary>
        private double Contour(double place) => _contour switch
        {
            0 => Math.Sin(Math.PI * place),
            1 => place,
            2 => 1 - place,
            3 => 1 - Math.Sin(Math.PI * place),
            4 => 0,
            5 => place < 0.6 ? 1 : 1 - ((place - 0.6) / 0.4),
            _ => place < 0.4 ? 0 : 1,
        };

        private float[] Tube(float[] source, double[] resonances, double shift)
        {
            float[] sum = new float[source.Length];
            for (int k = 0; k < resonances.Length && resonances[k] * shift < Rate * 0.45; k++)
            {
                SyntheticSounds.AddResonance(sum, source, resonances[k] * shift, _qualities[k], _gains[k] * (k % 2 == 0 ? 1 : -1));
            }

            float largest = Math.Max(1e-9f, sum.Max(Math.Abs));
            return Array.ConvertAll(sum, x => x / largest);
        }

        /// <summary>Smooths the jump of a sawtooth over one sample, so that it does not alias (polyBLEP).</summary>
        private static double Corner(double phase, double step)
        {
            if (phase < step)
            {
                double x = phase / step;
                return x + x - (x * x) - 1;
            }

            if (phase > 1 - step)
            {
                double x = (phase - 1) / step;
                return (x * x) + x + x + 1;
            }

            return 0;
        }

        private static double Normal(Random random) => random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2;
    }
}
