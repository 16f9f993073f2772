namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// Composes music from a seed: a row of short pieces, each with its own key, tempo, chords and General MIDI instruments; solo melodies,
/// songs with chords, bass and drums, arpeggios, drums alone and sound effects. Choirs and voices are left out.
/// </summary>
internal sealed partial class RandomScore(Random random)
{
    private const int Melody = 0, Chords = 1, Bass = 2, Second = 3, Effect = 4, Drums = 9;
    private const int Beat = MidiScore.TicksPerBeat;

    private static readonly int[][] Scales =
    [
        [0, 2, 4, 5, 7, 9, 11], [0, 2, 3, 5, 7, 8, 10], [0, 2, 3, 5, 7, 9, 10], [0, 2, 4, 5, 7, 9, 10], [0, 2, 3, 5, 7, 8, 11], [0, 1, 4, 5, 7, 8, 10],
    ];

    private static readonly int[][] Progressions =
    [
        [0, 3, 4, 0], [0, 4, 5, 3], [0, 5, 3, 4], [1, 4, 0, 0], [5, 3, 0, 4], [0, 0, 3, 3, 0, 0, 4, 0], [0, 6, 5, 4], [0, 2, 3, 4], [0, 0, 0, 0], [0, 3, 0, 4],
    ];

    private static readonly int[] DrumKits = [0, 8, 16, 24, 25, 32, 40];

    private static readonly int[] Voices = [52, 53, 54, 85, 91];

    private readonly MidiScore _score = new();

    /// <summary>Composes pieces of about the given length each.</summary>
    public MidiScore Compose(int pieces, double seconds)
    {
        int tick = 0;
        for (int piece = 0; piece < pieces; piece++)
        {
            double tempo = Log(45, 200);
            int beats = Math.Max(6, (int)(seconds * tempo / 60));
            _score.Tempo(tick, tempo);
            Piece(tick, beats);
            tick += (beats + 2) * Beat;
        }

        return _score;
    }

    private void Piece(int start, int beats)
    {
        int[] scale = Scales[random.Next(Scales.Length)];
        int[] chords = Progressions[random.Next(Progressions.Length)];
        int root = random.Next(12), meter = random.Next(4) == 0 ? 3 : 4, style = random.Next(20);
        Choose(start);
        if (style < 17)
        {
            PlayMelody(start, beats, Melody, root + (12 * random.Next(3, 7)), scale, chords, meter);
        }

        if (style is >= 3 and < 6)
        {
            PlayMelody(start, beats, Second, root + (12 * random.Next(3, 6)), scale, chords, meter);
        }

        if (style is >= 6 and < 19)
        {
            PlayChords(start, beats, root + (12 * random.Next(3, 6)), scale, chords, meter);
        }

        if (style is >= 9 and < 16)
        {
            PlayBass(start, beats, root + (12 * random.Next(2, 4)), scale, chords, meter);
        }

        if (style is >= 11 and < 16 or 19)
        {
            PlayDrums(start, beats, meter);
        }

        if (random.Next(7) == 0)
        {
            PlayEffects(start, beats);
        }
    }

    private void Choose(int start)
    {
        _score.Program(start, Melody, Instrument());
        _score.Program(start, Second, Instrument());
        _score.Program(start, Chords, random.Next(3) == 0 ? Instrument() : random.Next(7) switch
        {
            0 => random.Next(0, 8),
            1 => random.Next(16, 24),
            2 or 3 => random.Next(24, 32),
            4 or 5 => random.Next(44, 52),
            _ => random.Next(88, 96),
        });
        _score.Program(start, Bass, random.Next(32, 40));
        _score.Program(start, Drums, DrumKits[random.Next(DrumKits.Length)]);
        foreach (int channel in (int[])[Melody, Chords, Bass, Second, Effect, Drums])
        {
            _score.Control(start, channel, 91, random.Next(100)); // reverb
            _score.Control(start, channel, 7, channel == Melody ? 110 : random.Next(60, 110)); // volume
            _score.Control(start, channel, 1, random.Next(4) == 0 ? random.Next(90) : 0); // vibrato
            _score.Bend(start, channel, 0);
        }
    }

    private int Instrument()
    {
        int program = random.Next(120);
        return Voices.Contains(program) ? Instrument() : program;
    }

    private static int Key(int root, int[] scale, int degree)
    {
        int octave = (int)Math.Floor(degree / (double)scale.Length);
        return root + (12 * octave) + scale[degree - (octave * scale.Length)];
    }

    private double Log(double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
