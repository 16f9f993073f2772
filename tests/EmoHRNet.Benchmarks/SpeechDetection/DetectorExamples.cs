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
    private const double LeastSpeechShare = 0.6; // of the speech that a stretch could have
    private const int FewestFrames = 32;
    private const int PieceSeconds = 5;

    private static readonly string[] NoiseKinds = ["rain", "sea_waves", "fire_crackling", "background"];

    /// <summary>The stretches of all recordings under everyday conditions.</summary>
    public IReadOnlyList<DetectorExample> Create()
    {
        string[] speech = [.. recordings.Speech(DetectorRecordings.Corpora[0], isHeldOut: false)];
        (string Path, string Kind)[] sounds = [.. recordings.Sounds()];
        string[] scores = [.. recordings.Scores()];
        string[] noise = [.. sounds.Where(sound => NoiseKinds.Contains(sound.Kind)).Select(sound => sound.Path), .. scores];
        WorldAugment voices = DetectorWorlds.Speech(speech, [.. noise.Select(DetectorRecordings.Load)]);
        WorldAugment others = DetectorWorlds.Others();
        return
        [
            .. Speech("speech", speech, SpeechVersions, SpokenWords.Cut, voices),
            .. Speech("words", recordings.Words(), WordVersions, SpokenWords.Surround, voices),
            .. Speech("voices", recordings.Voices(), VoiceVersions, SpokenWords.Surround, voices),
            .. Sounds(sounds, MostPieces, others),
            .. Sounds([.. scores.Select(path => (path, "scores"))], MostScorePieces, others),
            .. Synthetic("synthetic", SyntheticCount, SyntheticSounds.Create, others),
            .. Synthetic("calls", CallCount, SyntheticCalls.Create, others),
        ];
    }

    private static ParallelQuery<DetectorExample> Speech(
        string group, IReadOnlyList<string> paths, int versions, Func<float[], Random, float[]> change, WorldAugment world) =>
        Parallelly(paths.Count * versions, i => OfSpeech(group, DetectorRecordings.Load(paths[i % paths.Count]), change, world, new Random(i)));

    private static ParallelQuery<DetectorExample> Sounds((string Path, string Kind)[] sounds, int mostPieces, WorldAugment world) =>
        Parallelly(sounds.Length, i => OfSound(sounds[i].Kind, DetectorRecordings.Load(sounds[i].Path), mostPieces, world, new Random(i)));

    private static ParallelQuery<DetectorExample> Synthetic(string group, int count, Func<double, Random, float[]> create, WorldAugment world) =>
        Parallelly(count, i => OfNoSpeech(group, world, create, new Random(1_000_000 + i)));

    private static ParallelQuery<DetectorExample> Parallelly(int count, Func<int, IEnumerable<DetectorExample>> create) =>
        Enumerable.Range(0, count).AsParallel().AsOrdered().SelectMany(create);

    private static List<DetectorExample> OfSpeech(string group, float[] clip, Func<float[], Random, float[]> change, WorldAugment world, Random random)
    {
        if (clip.Length < DetectorRecordings.Rate / 4)
        {
            return [];
        }

        float[] clean = random.NextDouble() < 0.5 ? change(clip, random) : clip;
        SpeechFrames frames = Frames(clean);
        SpeechFrames heard = Frames(world.Apply(clean, DetectorRecordings.Rate, random));
        float[] levels = Levels(frames.Rows(0, frames.Count));
        float least = levels.Max() - (float)SpeechDepth;
        int all = levels.Count(level => level > least);
        List<DetectorExample> examples = [];
        foreach ((int start, int length) in Stretches((int)heard.Count, random))
        {
            int spoken = levels.Skip(start).Take(length).Count(level => level > least);
            if (spoken >= Math.Max(FewestSpeechFrames, LeastSpeechShare * Math.Min(all, length)))
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
        return [.. Stretches((int)frames.Count, random)
            .Select(stretch => new DetectorExample(group, false, frames.Rows(stretch.Start, stretch.Start + stretch.Length).ToArray()))];
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
}
