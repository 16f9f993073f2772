using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>
/// Indian EmoSpeech Command Dataset: Hindi and English command words that volunteers recorded with their phones, four emotions. Published
/// names are <c>word-environment-emotion-time-speaker</c>, the speaker 56 hexadecimal digits; <c>speaker_word_emotion_number</c> with eight
/// of them (<c>5b7d1dfd_bacho_angry_01</c>) is also read.
/// </summary>
/// <remarks>
/// The clips are a word long, noisy, and unevenly distributed over speakers; "calm" is the everyday tone. Most published clips do not name
/// their speaker. Clips without an emotion are left out. No counts are published, so missing clips are not noticed.
/// </remarks>
public static partial class IndianEmoSpeechCorpus
{
    private const string Name = "indian";
    private const int SpeakerDigits = 8;

    // The published placeholder for an unknown speaker.
    private const string NotKnown = "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f";

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
    /// <param name="options">How strictly to read; by default unreadable clips are rejected.</param>
    /// <exception cref="CorpusException">The folder is missing, empty or has unreadable clips.</exception>
    public static Corpus Load(string folder, CorpusLoadOptions? options = null) =>
        new CorpusReader(Info, folder, options) { ExpectedLayout = "names such as bacho-safe-angry-1562907046662-SPEAKER.wav or 5b7d1dfd_bacho_angry_01.wav" }.FromFiles(Recognize);

    private static Utterance? Recognize(CorpusFile file)
    {
        Match match = Published().Match(file.Stem) is { Success: true } published ? published : Renamed().Match(file.Stem);
        return match.Success
            ? new Utterance($"{Name}/{file.Stem}", file.Path, match.Groups["emotion"].Value, SpeakerName(match.Groups["speaker"].Value))
            {
                Corpus = Name,
                Metadata = new Dictionary<string, string> { ["sentence"] = match.Groups["word"].Value },
            }
            : null;
    }

    private static string SpeakerName(string digits) => $"{Name}-{(digits == NotKnown ? FolderCorpus.UnknownSpeaker : digits[..SpeakerDigits])}";

    [GeneratedRegex(
        "^(?<word>[a-z]+)-[^-]+-(?<emotion>angry|calm|fearful|happy)-[0-9]+-(?<speaker>[0-9a-f]{56})$", RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex("^(?<speaker>[0-9a-f]{8})_(?<word>[a-z]+)_(?<emotion>angry|calm|fearful|happy)_[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Renamed();
}
