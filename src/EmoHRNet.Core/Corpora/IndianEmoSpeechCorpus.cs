using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// Indian EmoSpeech Command Dataset: Hindi and English command words that volunteers recorded with their phones, four emotions. Names are
/// <c>speaker_word_emotion_number</c>, the speaker eight hexadecimal digits: <c>5b7d1dfd_bacho_angry_01</c>.
/// </summary>
/// <remarks>
/// The clips are a word long, noisy, and uneven over speakers; "calm" is the everyday tone. No count is published of this form, so only what
/// cannot be read is noticed.
/// </remarks>
public static partial class IndianEmoSpeechCorpus
{
    private const string Name = "indian";

    /// <summary>Labels, license and citation.</summary>
    public static CorpusInfo Info { get; } = new(Name, "Indian EmoSpeech Command Dataset", ["angry", "calm", "fearful", "happy"])
    {
        Citation = "Banga S, Upadhyay U, Agarwal P, Sharma A, Mukherjee P (2019) Indian EmoSpeech Command Dataset: A dataset for emotion based "
            + "speech recognition in the wild. arXiv:1910.13801.",
        License = "CC BY-NC-SA 4.0 (non-commercial)",
        Source = "https://github.com/RakshakTeam/emospeech-dataset-v1",
    };

    /// <summary>Reads the corpus from a folder.</summary>
    /// <param name="folder">The folder that holds the clips, at any depth.</param>
    /// <param name="options">How strictly to read; by default unreadable clips are refused.</param>
    /// <exception cref="CorpusException">The folder is missing, empty or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReading(Info, folder, options) { ExpectedLayout = "names such as 5b7d1dfd_bacho_angry_01.wav" }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        Match match = Pattern().Match(file.Stem);
        return match.Success
            ? new Utterance($"{Name}/{file.Stem.ToLowerInvariant()}", file.Path, match.Groups["emotion"].Value, $"{Name}-{match.Groups["speaker"].Value}")
            {
                Corpus = Name,
                Metadata = new Dictionary<string, string> { ["sentence"] = match.Groups["word"].Value },
            }
            : null;
    }

    [GeneratedRegex("^(?<speaker>[0-9a-f]{8})_(?<word>[a-z]+)_(?<emotion>angry|calm|fearful|happy)_[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
