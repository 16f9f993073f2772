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
    private const int WordVersions = 6;
    private const int VoiceVersions = 3;
    private const int SyntheticCount = 4_000;
    private const int CallCount = 6_000;
    private const int MostPieces = 24; // of a recording
    private const int MostScorePieces = 60;
    private const double SpeechDepth = 25; // dB below the loudest frame of the clean clip
    private const int FewestSpeechFrames = 16;
    private const int FewestFrames = 32;
    private const int PieceSeconds = 5;

    private static readonly string[] NoiseKinds = ["rain", "sea_waves", "fire_crackling", "background"];

    /// <summary>The stretches of all recordings under everyday conditions.</summary>
    public IReadOnlyList<DetectorExample> Create()
    {
        string[] speech = [.. recordings.Speech(DetectorRecordings.Corpora[0], isHeldOut: false)];
        (string Path, string Kind)[] sounds = [.. recordings.Sounds()];
        WorldAugment voices = World(speech, [.. sounds.Where(sound => NoiseKinds.Contains(sound.Kind)).Select(sound => DetectorRecordings.Load(sound.Path))]);
        WorldAugment others = OthersWorld();
        return
        [
            .. Speech("speech", speech, SpeechVersions, Word, voices),
            .. Speech("words", recordings.Words(), WordVersions, Surround, voices),
            .. Speech("voices", recordings.Voices(), VoiceVersions, Surround, voices),
            .. Sounds(sounds, MostPieces, others),
            .. Sounds([.. recordings.Scores().Select(path => (path, "scores"))], MostScorePieces, others),
            .. Synthetic("synthetic", SyntheticCount, SyntheticSounds.Create, others),
            .. Synthetic("calls", CallCount, SyntheticCalls.Create, others),
        ];
    }

    private static ParallelQuery<DetectorExample> Speech(
        string group, IReadOnlyList<string> paths, int versions, Func<float[], Random, float[]> change, WorldAugment world) =>
        Parallelly(paths.Count * versions, i => OfSpeech(group, DetectorRecordings.Load(paths[i % paths.Count]), change, world, new Random(i)));

    private static ParallelQuery<DetectorExample> Sounds(IReadOnlyList<(string Path, string Kind)> sounds, int mostPieces, WorldAugment world) =>
        Parallelly(sounds.Count, i => OfSound(sounds[i].Kind, DetectorRecordings.Load(sounds[i].Path), mostPieces, world, new Random(i)));

    private static ParallelQuery<DetectorExample> Synthetic(string group, int count, Func<double, Random, float[]> create, WorldAugment world) =>
        Parallelly(count, i => OfNoSpeech(group, world, create, new Random(1_000_000 + i)));

    private static ParallelQuery<DetectorExample> Parallelly(int count, Func<int, IEnumerable<DetectorExample>> create) =>
        Enumerable.Range(0, count).AsParallel().AsOrdered().SelectMany(create);

    private static WorldOptions Everyday(double least, double most)
    {
        NoiseInjectionOptions noise = new() { MinimumDecibels = least, MaximumDecibels = most, Reference = SpeechReference.ActiveSpeech };
        return WorldOptions.Everyday with
        {
            CleanShare = 0.12,
            Surroundings = null,
            Room = new RoomOptions { MaximumSeconds = 1.6, MaximumMeters = 5, MaximumVolume = 900 },
            RoomProbability = 0.55,
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

    private static WorldAugment OthersWorld() => new(
        Everyday(5, 30) with { Babble = null, CleanShare = 0.4, NoiseProbability = 0.2, HumProbability = 0.1 }, new WorldRecordings(DetectorRecordings.Rate));

    private static List<DetectorExample> OfSpeech(string group, float[] clip, Func<float[], Random, float[]> change, WorldAugment world, Random random)
    {
        if (clip.Length < DetectorRecordings.Rate / 4)
        {
            return [];
        }

        float[] clean = random.NextDouble() < 0.5 ? change(clip, random) : clip;
        SpeechFrames frames = Frames(clean);
        SpeechFrames heard = Frames(world.Apply(clean, DetectorRecordings.Rate, random));
        float loudest = Levels(frames.Rows(0, frames.Count)).Max();
        List<DetectorExample> examples = [];
        foreach ((int start, int length) in Stretches((int)heard.Count, random))
        {
            if (Levels(frames.Rows(start, start + length)).Count(level => level > loudest - SpeechDepth) >= FewestSpeechFrames)
            {
                examples.Add(new DetectorExample(group, true, heard.Rows(start, start + length).ToArray()));
            }
        }

        return examples;
    }

    private static IEnumerable<DetectorExample> OfSound(string kind, float[] whole, int mostPieces, WorldAugment world, Random random)
    {
        int length = Math.Min(whole.Length, PieceSeconds * DetectorRecordings.Rate);
        // Long recordings give more pieces, but a few long ones no more than many short ones.
        int pieces = Math.Clamp(whole.Length / length * 2, 3, mostPieces);
        for (int i = 0; i < pieces; i++)
        {
            float[] heard = world.Apply(whole.AsSpan(random.Next(whole.Length - length + 1), length), DetectorRecordings.Rate, random);
            foreach (DetectorExample example in OfNoSpeech(kind, heard, random))
            {
                yield return example;
            }
        }
    }

    private static List<DetectorExample> OfNoSpeech(string group, WorldAugment world, Func<double, Random, float[]> create, Random random) =>
        OfNoSpeech(group, world.Apply(create(3, random), DetectorRecordings.Rate, random), random);

    private static List<DetectorExample> OfNoSpeech(string group, float[] heard, Random random)
    {
        SpeechFrames frames = Frames(heard);
        return [.. Stretches((int)frames.Count, random).Select(stretch => new DetectorExample(group, false, frames.Rows(stretch.Start, stretch.Start + stretch.Length).ToArray()))];
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

    /// <summary>The clip in a longer recording with faint noise, as when a phone records before and after a word.</summary>
    private static float[] Surround(float[] clip, Random random)
    {
        int before = random.Next((int)(1.2 * DetectorRecordings.Rate)), after = random.Next((int)(1.2 * DetectorRecordings.Rate));
        double floor = Math.Sqrt(Power(clip)) * Math.Pow(10, -(12 + (48 * random.NextDouble())) / 20);
        float[] longer = new float[before + clip.Length + after];
        clip.CopyTo(longer, before);
        return Array.ConvertAll(longer, sample => (float)(sample + (floor * ((2 * random.NextDouble()) - 1))));
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
