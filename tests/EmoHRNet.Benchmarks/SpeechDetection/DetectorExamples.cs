using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.SpeechDetection;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// The training examples of the detector: parts of sentences and single words in noise, rooms, telephones and calls; recorded and synthetic
/// sounds through the same rooms and lines. The same seed gives the same examples.
/// </summary>
internal sealed class DetectorExamples(DetectorRecordings recordings)
{
    private const int SpeechVersions = 8;
    private const int SyntheticCount = 4_000;
    private const double SpeechDepth = 25; // dB below the loudest frame of the clean clip
    private const int FewestSpeechFrames = 16;
    private const int FewestFrames = 32;
    private const int PieceSeconds = 5;

    private static readonly string[] NoiseKinds = ["rain", "sea_waves", "fire_crackling", "background"];

    /// <summary>The features of an example, its group, and whether it is speech.</summary>
    public IReadOnlyList<(string Group, bool IsSpeech, float[] Evidence)> Create()
    {
        string[] speech = [.. recordings.Speech(DetectorRecordings.Corpora[0], isHeldOut: false)];
        (string Path, string Kind)[] sounds = [.. recordings.Sounds()];
        WorldAugment voices = World(speech, [.. sounds.Where(sound => NoiseKinds.Contains(sound.Kind)).Select(sound => DetectorRecordings.Load(sound.Path))]);
        WorldAugment others = new(
            Everyday(5, 30) with { Babble = null, CleanShare = 0.4, NoiseProbability = 0.2, HumProbability = 0.1 }, new WorldRecordings(DetectorRecordings.Rate));
        return
        [
            .. Parallelly(speech.Length * SpeechVersions, i => OfSpeech(DetectorRecordings.Load(speech[i % speech.Length]), voices, new Random(i))),
            .. Parallelly(sounds.Length, i => OfSound(sounds[i].Kind, DetectorRecordings.Load(sounds[i].Path), others, new Random(i))),
            .. Parallelly(SyntheticCount, i => OfSynthetic(others, new Random(1_000_000 + i))),
        ];
    }

    private static ParallelQuery<(string Group, bool IsSpeech, float[] Evidence)> Parallelly(
        int count, Func<int, IEnumerable<(string Group, bool IsSpeech, float[] Evidence)>> create) =>
        Enumerable.Range(0, count).AsParallel().AsOrdered().SelectMany(create);

    private static WorldOptions Everyday(double least, double most)
    {
        NoiseInjectionOptions noise = new() { MinimumDecibels = least, MaximumDecibels = most, Reference = SpeechReference.ActiveSpeech };
        return WorldOptions.Everyday with
        {
            CleanShare = 0.12,
            Surroundings = null,
            Room = new RoomOptions { MaximumSeconds = 1.4, MaximumMeters = 4.5, MaximumVolume = 700 },
            RoomProbability = 0.45,
            Noise = noise,
            NoiseProbability = 0.5,
            Babble = noise,
            Hum = noise,
            HumProbability = 0.3,
            OpusProbability = 0.12,
        };
    }

    private static WorldAugment World(string[] speech, float[][] noise) => new(
        Everyday(0, 25),
        new WorldRecordings(DetectorRecordings.Rate) { Noise = noise, Speech = [.. speech.Take(150).Select(DetectorRecordings.Load)] },
        new SyntheticNoise());

    private static List<(string Group, bool IsSpeech, float[] Evidence)> OfSpeech(float[] clip, WorldAugment world, Random random)
    {
        float[] clean = random.NextDouble() < 0.5 ? Word(clip, random) : clip;
        SpeechFrames frames = Frames(clean);
        SpeechFrames heard = Frames(world.Apply(clean, DetectorRecordings.Rate, random));
        float loudest = Levels(frames.Rows(0, frames.Count)).Max();
        List<(string, bool, float[])> examples = [];
        foreach ((int start, int length) in Stretches((int)heard.Count, random))
        {
            if (Levels(frames.Rows(start, start + length)).Count(level => level > loudest - SpeechDepth) >= FewestSpeechFrames)
            {
                examples.Add(("speech", true, new SpeechEvidence().Measure(heard.Rows(start, start + length))));
            }
        }

        return examples;
    }

    private static IEnumerable<(string Group, bool IsSpeech, float[] Evidence)> OfSound(string kind, float[] whole, WorldAugment world, Random random)
    {
        int length = Math.Min(whole.Length, PieceSeconds * DetectorRecordings.Rate);
        // Long recordings give more pieces, but a few long ones no more than many short ones.
        int pieces = Math.Clamp(whole.Length / length * 2, 3, 24);
        for (int i = 0; i < pieces; i++)
        {
            float[] heard = world.Apply(whole.AsSpan(random.Next(whole.Length - length + 1), length), DetectorRecordings.Rate, random);
            foreach (float[] evidence in OfNoSpeech(heard, random))
            {
                yield return (kind, false, evidence);
            }
        }
    }

    private static IEnumerable<(string Group, bool IsSpeech, float[] Evidence)> OfSynthetic(WorldAugment world, Random random) =>
        OfNoSpeech(world.Apply(SyntheticSounds.Create(3, random), DetectorRecordings.Rate, random), random).Select(evidence => ("synthetic", false, evidence));

    private static List<float[]> OfNoSpeech(float[] heard, Random random)
    {
        SpeechFrames frames = Frames(heard);
        return [.. Stretches((int)frames.Count, random).Select(stretch => new SpeechEvidence().Measure(frames.Rows(stretch.Start, stretch.Start + stretch.Length)))];
    }

    /// <summary>Mostly pieces of two seconds, some shorter, because clips can be short, too.</summary>
    private static IEnumerable<(int Start, int Length)> Stretches(int count, Random random)
    {
        for (int i = 0; i < Math.Max(1, count / 90); i++)
        {
            int length = Math.Min(count, random.NextDouble() < 0.65 ? SpeechEvidence.FullFrames : random.Next(FewestFrames, SpeechEvidence.FullFrames));
            yield return (random.Next(count - length + 1), length);
        }
    }

    /// <summary>A faded part of a sentence as long as a word, in a longer and otherwise quiet recording, as in voice commands.</summary>
    private static float[] Word(float[] clip, Random random)
    {
        int length = (int)(DetectorRecordings.Rate * (0.3 + (0.7 * random.NextDouble())));
        int total = Math.Max(length, (int)(DetectorRecordings.Rate * (0.6 + (1.8 * random.NextDouble()))));
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

    private static double Power(ReadOnlySpan<float> samples) => Audio.Preparation.Levels.MeanSquare(samples);

    private static SpeechFrames Frames(float[] samples)
    {
        SpeechFrames frames = new(DetectorRecordings.Rate);
        frames.Append(samples);
        frames.Complete();
        return frames;
    }

    private static float[] Levels(ReadOnlySpan<float> rows)
    {
        float[] levels = new float[rows.Length / SpeechFrames.Stride];
        for (int t = 0; t < levels.Length; t++)
        {
            levels[t] = rows[(t * SpeechFrames.Stride) + SpeechFrames.Bands];
        }

        return levels;
    }

    private sealed class SyntheticNoise : INoiseSource
    {
        public void Fill(Span<float> noise, int sampleRate, Random random) =>
            SyntheticSounds.Create((noise.Length + 1.0) / sampleRate, random).AsSpan(0, noise.Length).CopyTo(noise);
    }
}
