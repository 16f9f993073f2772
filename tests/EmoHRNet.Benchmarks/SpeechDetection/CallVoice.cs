namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>One animal: its calls are alike up to small variations.</summary>
internal sealed class CallVoice
{
    private const int Rate = DetectorRecordings.Rate;
    private const int Resonances = 5;

    private readonly int _contour;
    private readonly double _hertz, _bend, _jump, _duration, _attack, _release, _variation;
    private readonly double _breath, _slope, _rough, _chaos, _jitter, _shimmer, _doubling, _tremor, _tremorHertz;
    private readonly int _period;
    private readonly double[][] _tubes; // resonances in hertz, one after the other in a call
    private readonly double[] _gains, _qualities;

    public CallVoice(CallKind kind, Random random)
    {
        Kind = kind;
        _contour = random.Next(7);
        _hertz = SyntheticSounds.Log(random, kind.Low, kind.High);
        _bend = random.NextDouble() < 0.3 ? SyntheticSounds.Log(random, 1, 1.15) : SyntheticSounds.Log(random, 1.1, 2.4);
        _duration = SyntheticSounds.Log(random, kind.Shortest, kind.Longest);
        _breath = Math.Min(0.95, 1.3 * random.NextDouble() * kind.Breath);
        bool isRough = random.NextDouble() < kind.Rough;
        _rough = isRough ? random.NextDouble() : 0;
        _jitter = isRough ? SyntheticSounds.Log(random, 0.01, 0.25) : SyntheticSounds.Log(random, 0.001, 0.02);
        _doubling = isRough && random.NextDouble() < 0.5 ? SyntheticSounds.Between(random, 0.2, 0.9) : 0;
        _period = random.Next(2, 4);
        _tremor = random.NextDouble() < kind.Tremor ? SyntheticSounds.Between(random, 0.1, 0.8) : 0;
        _tremorHertz = SyntheticSounds.Log(random, 4, 25);
        _attack = SyntheticSounds.Log(random, 0.005, 0.25) * Math.Min(1, _duration);
        _release = SyntheticSounds.Log(random, 0.03, 0.7) * Math.Min(1, _duration);
        _slope = SyntheticSounds.Between(random, 0.2, 0.985);
        _variation = SyntheticSounds.Log(random, 0.01, 0.25);
        _shimmer = isRough ? SyntheticSounds.Log(random, 0.05, 0.6) : SyntheticSounds.Log(random, 0.01, 0.1);
        _chaos = isRough && random.NextDouble() < 0.5 ? SyntheticSounds.Between(random, 0.1, 0.7) : 0;
        _jump = random.NextDouble() < 0.2 ? SyntheticSounds.Log(random, 0.5, 2) : 1;
        double tube = SyntheticSounds.Log(random, kind.ShortTube, kind.LongTube);
        double opening = random.NextDouble() < 0.3 ? 1 : SyntheticSounds.Log(random, 0.6, 1.7), apart = SyntheticSounds.Log(random, 0.02, 0.35);
        double[] rest = [.. Enumerable.Range(0, Resonances).Select(k => ((2 * k) + 1) * 350 / (4 * tube) * SyntheticSounds.Between(random, 0.85, 1.15))];
        // Most mouths open and close once; the tongue and the throat move the resonances apart.
        _tubes = [.. Enumerable.Range(0, random.Next(2, 6)).Select(at => rest.Select((hertz, k) =>
            hertz * Math.Pow(opening, (at % 2) * (k < 2 ? 1 : 0.3)) * Math.Exp(apart * Normal(random))).ToArray())];
        _gains = [.. Enumerable.Range(0, Resonances).Select(k => Math.Pow(10, -k * SyntheticSounds.Between(random, 0, 9) / 20))];
        _qualities = [.. Enumerable.Range(0, Resonances).Select(_ => SyntheticSounds.Log(random, 2, 14))];
    }

    public CallKind Kind { get; }

    public float[] Call(Random random)
    {
        int count = Math.Max(64, (int)(_duration * Math.Exp(_variation * Normal(random)) * Rate));
        float[] source = Source(count, random);
        double shift = Math.Exp(0.5 * _variation * Normal(random));
        float[][] tubes = [.. _tubes.Select(tube => Tube(source, tube, shift))];
        float[] call = new float[count];
        double peak = SyntheticSounds.Between(random, 0.3, 0.7);
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
        double jump = SyntheticSounds.Between(random, 0.2, 0.9), chaos = SyntheticSounds.Between(random, 0, 1 - _chaos);
        int number = 0;
        for (int i = 0; i < count; i++)
        {
            double place = (double)i / count, tremble = Math.Sin(2 * Math.PI * _tremorHertz * i / Rate);
            bool isChaotic = place > chaos && place < chaos + _chaos;
            wander += 0.003 * ((_rough * 0.6 * Normal(random)) - wander);
            double hertz = Math.Min(middle * Math.Pow(_bend, Contour(place)) * (place > jump ? _jump : 1)
                * period * (1 + (0.08 * _tremor * tremble)) * Math.Exp(wander), Rate * 0.4);
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
