namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// Composes music from a seed: a row of short pieces, each with its own key, tempo, chords and General MIDI instruments; solo melodies,
/// songs with chords, bass and drums, arpeggios, drums alone and sound effects. Choirs and voices are left out.
/// </summary>
internal sealed class RandomScore(Random random)
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
            0 => random.Next(0, 8), 1 => random.Next(16, 24), 2 or 3 => random.Next(24, 32), 4 or 5 => random.Next(44, 52), _ => random.Next(88, 96),
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

    private void PlayMelody(int start, int beats, int channel, int root, int[] scale, int[] chords, int meter)
    {
        int[] lengths = random.Next(4) switch { 0 => [Beat], 1 => [Beat / 2, Beat / 2, Beat], 2 => [Beat / 4, Beat / 2, Beat, Beat * 2], _ => [Beat / 2, Beat, Beat * 3 / 2] };
        double legato = Log(0.3, 1.3), rests = random.NextDouble() * 0.3, leaps = random.NextDouble();
        bool bends = random.Next(6) == 0;
        int degree = random.Next(7);
        for (int tick = 0; tick < beats * Beat;)
        {
            int length = lengths[random.Next(lengths.Length)];
            bool isStrong = tick % (meter * Beat) == 0;
            int chord = chords[tick / (meter * Beat) % chords.Length];
            degree = isStrong ? chord + (2 * random.Next(3)) : degree + (random.NextDouble() < leaps * 0.3 ? random.Next(-4, 5) : random.Next(-2, 3));
            degree = Math.Clamp(degree, -5, 12);
            if (random.NextDouble() >= rests)
            {
                if (bends && random.Next(3) == 0)
                {
                    Slide(start + tick, length, channel);
                }

                _score.Note(start + tick, (int)(length * legato), channel, Key(root, scale, degree), random.Next(60, 120));
            }

            tick += length;
        }
    }

    /// <summary>Bends into the pitch of a note from below, as players of guitars and horns do.</summary>
    private void Slide(int tick, int length, int channel)
    {
        const int Steps = 8;
        double from = -2 * random.NextDouble();
        for (int step = 0; step <= Steps; step++)
        {
            _score.Bend(tick + (length * step / Steps / 2), channel, from * (Steps - step) / Steps);
        }
    }

    private void PlayChords(int start, int beats, int root, int[] scale, int[] chords, int meter)
    {
        int kind = random.Next(4), notes = random.Next(3, 5), every = random.Next(3) switch { 0 => Beat, 1 => Beat / 2, _ => Beat * meter };
        for (int tick = 0; tick < beats * Beat; tick += kind == 2 ? Beat / 2 : every)
        {
            int chord = chords[tick / (meter * Beat) % chords.Length];
            for (int note = 0; note < notes; note++)
            {
                bool plays = kind != 2 || tick / (Beat / 2) % notes == note; // arpeggio
                int late = kind == 1 ? note * 12 : 0; // strum
                if (plays && (kind != 3 || random.Next(3) != 0))
                {
                    _score.Note(start + tick + late, kind == 2 ? Beat : every * 9 / 10, Chords, Key(root, scale, chord + (2 * note)), random.Next(45, 95));
                }
            }
        }
    }

    private void PlayBass(int start, int beats, int root, int[] scale, int[] chords, int meter)
    {
        int step = random.Next(2) == 0 ? Beat : Beat / 2;
        bool walks = random.Next(2) == 0;
        for (int tick = 0; tick < beats * Beat; tick += step)
        {
            int chord = chords[tick / (meter * Beat) % chords.Length];
            _score.Note(start + tick, step * 8 / 10, Bass, Key(root, scale, walks ? chord + random.Next(0, 5) : chord), random.Next(70, 115));
        }
    }

    private void PlayDrums(int start, int beats, int meter)
    {
        int steps = meter * 4;
        (int Key, double Chance)[] kit =
        [
            (36, 0.3), (38, 0.2), (random.Next(2) == 0 ? 42 : 51, 0.7), (46, 0.05), (random.Next(41, 51), 0.1), (random.Next(54, 82), random.Next(2) * 0.3),
        ];
        int[][] pattern = [.. kit.Select(drum => Enumerable.Range(0, steps)
            .Select(step => random.NextDouble() < drum.Chance * (step % 4 == 0 ? 2 : step % 2 == 0 ? 1 : 0.4) ? random.Next(60, 125) : 0).ToArray())];
        for (int tick = 0; tick < beats * Beat; tick += Beat / 4)
        {
            for (int drum = 0; drum < kit.Length; drum++)
            {
                int velocity = pattern[drum][tick / (Beat / 4) % steps];
                if (velocity > 0)
                {
                    _score.Note(start + tick, Beat / 4, Drums, kit[drum].Key, velocity + random.Next(-10, 10));
                }
            }
        }
    }

    private void PlayEffects(int start, int beats)
    {
        _score.Program(start, Effect, random.Next(120, 128));
        for (int tick = random.Next(4) * Beat; tick < beats * Beat; tick += random.Next(1, 6) * Beat)
        {
            _score.Note(start + tick, random.Next(1, 5) * Beat, Effect, random.Next(36, 84), random.Next(70, 120));
        }
    }

    private static int Key(int root, int[] scale, int degree)
    {
        int octave = (int)Math.Floor(degree / (double)scale.Length);
        return root + (12 * octave) + scale[degree - (octave * scale.Length)];
    }

    private double Log(double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
