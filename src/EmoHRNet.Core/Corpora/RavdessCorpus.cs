using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>
/// RAVDESS, the Ryerson Audio-Visual Database of Emotional Speech and Song: 24 actors, North American English.
/// Names are <c>modality-channel-emotion-intensity-statement-repetition-actor</c>; folders do not matter.
/// </summary>
public static class RavdessCorpus
{
    private const string Name = "ravdess";
    private const int Actors = 24;
    private const int ActorWithoutSong = 18;

    private static readonly string[] Emotions = ["neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"];
    private const int SungEmotions = 6;

    // The original files of these two repetitions are identical.
    private static readonly Clip PublishedTwice = new(Channel: 1, Emotion: 3, Intensity: 1, Statement: 2, Repetition: 1, Actor: 7);

    /// <summary>Labels, license, citation and published counts.</summary>
    /// <param name="channel">Speech, song or both.</param>
    public static CorpusInfo Info(RavdessChannel channel = RavdessChannel.Speech) =>
        new(Name, "RAVDESS", channel == RavdessChannel.Song ? Emotions[..SungEmotions] : Emotions)
        {
            Citation = "Livingstone SR, Russo FA (2018) The Ryerson Audio-Visual Database of Emotional Speech and Song (RAVDESS). PLoS ONE 13(5): e0196391.",
            License = "CC BY-NC-SA 4.0 (non-commercial)",
            Source = "https://doi.org/10.5281/zenodo.1188976",
            Published = PublishedCounts.Count(Clips(channel), clip => Emotions[clip.Emotion - 1], clip => Speaker(clip.Actor)),
        };

    /// <summary>Reads the corpus from a folder: actor folders, a flat folder, or both archives side by side.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default an incomplete corpus is rejected.</param>
    /// <param name="channel">Speech, song or both.</param>
    /// <exception cref="CorpusException">The folder is missing, empty, incomplete or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null, RavdessChannel channel = RavdessChannel.Speech)
    {
        CorpusReader reading = new(Info(channel), folder, options)
        {
            ExpectedLayout = "names such as 03-01-05-02-01-01-03.wav, flat or in folders Actor_01 to Actor_24",
            PublishedIds = Clips(channel).Select(Id),
        };
        return reading.FromFiles(Recognize, utterance => Sung(utterance) ? channel != RavdessChannel.Speech : channel != RavdessChannel.Song);
    }

    private static bool Sung(Utterance utterance) => utterance.Metadata["channel"] == "song";

    private static Utterance? Recognize(CorpusFile file)
    {
        if (Parse(file.Stem) is not { } clip)
        {
            return null;
        }

        return new Utterance(Id(clip), file.Path, Emotions[clip.Emotion - 1], Speaker(clip.Actor))
        {
            Corpus = Name,
            RepeatOf = clip == PublishedTwice with { Repetition = 2 } ? Id(PublishedTwice) : null,
            Metadata = new Dictionary<string, string>
            {
                ["channel"] = clip.Channel == 1 ? "speech" : "song",
                ["intensity"] = clip.Intensity == 1 ? "normal" : "strong",
                ["sentence"] = clip.Statement.ToString(CultureInfo.InvariantCulture),
                ["repetition"] = clip.Repetition.ToString(CultureInfo.InvariantCulture),
                ["gender"] = clip.Actor % 2 == 0 ? "female" : "male",
            },
        };
    }

    private static Clip? Parse(string stem)
    {
        string[] fields = stem.Split('-');
        int[] numbers = new int[7];
        if (fields.Length != numbers.Length)
        {
            return null;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            if (fields[i].Length != 2 || !int.TryParse(fields[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        Clip clip = new(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
        return numbers[0] == 3 && clip.IsPossible ? clip : null;
    }

    // Neutral was recorded in normal intensity only; song has no disgust and no surprise.
    private static IEnumerable<Clip> Clips(RavdessChannel channel) =>
        from kind in Enumerable.Range(1, 2)
        where channel == RavdessChannel.SpeechAndSong || kind == (channel == RavdessChannel.Speech ? 1 : 2)
        from actor in Enumerable.Range(1, Actors)
        where kind == 1 || actor != ActorWithoutSong
        from emotion in Enumerable.Range(1, kind == 1 ? Emotions.Length : SungEmotions)
        from intensity in Enumerable.Range(1, emotion == 1 ? 1 : 2)
        from statement in Enumerable.Range(1, 2)
        from repetition in Enumerable.Range(1, 2)
        select new Clip(kind, emotion, intensity, statement, repetition, actor);

    private static string Speaker(int actor) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{actor:00}");

    private static string Id(Clip clip) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}/03-{clip.Channel:00}-{clip.Emotion:00}-{clip.Intensity:00}-{clip.Statement:00}-{clip.Repetition:00}-{clip.Actor:00}");

    private readonly record struct Clip(int Channel, int Emotion, int Intensity, int Statement, int Repetition, int Actor)
    {
        public bool IsPossible => Channel is 1 or 2 && Emotion is >= 1 and <= 8 && Intensity is 1 or 2
            && Statement is 1 or 2 && Repetition is 1 or 2 && Actor is >= 1 and <= Actors;
    }
}
