namespace EmoHRNet.Benchmarks.SpeechDetection;

internal sealed partial class RandomScore
{
    private void PlayMelody(int start, int beats, int channel, int root, int[] scale, int[] chords, int meter)
    {
        int[][] rhythms = [[Beat], [Beat / 2, Beat / 2, Beat], [Beat / 4, Beat / 2, Beat, Beat * 2], [Beat / 2, Beat, Beat * 3 / 2]];
        int[] lengths = rhythms[random.Next(rhythms.Length)];
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
}
