using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>Your own corpus: one folder per class, named after the emotion.</summary>
public static class FolderCorpus
{
    /// <summary>The speaker of clips whose speaker is not known.</summary>
    public const string UnknownSpeaker = "unknown";

    /// <summary>Reads the clips of every class folder, at any depth below it.</summary>
    /// <param name="folder">The folder that holds the class folders.</param>
    /// <param name="folderOptions">Names and how to find the speaker; null for the defaults.</param>
    /// <param name="options">How strictly to read.</param>
    /// <exception cref="CorpusException">The folder is missing or empty, or has unreadable clips or a class that is not listed.</exception>
    public static Corpus Load(string folder, FolderCorpusOptions? folderOptions = null, CorpusLoadOptions? options = null)
    {
        folderOptions ??= new FolderCorpusOptions();
        folderOptions.Validate();
        CorpusFolder.CheckFolder(folder, "one folder per class");
        string[] labels = Labels(folder, folderOptions, options ?? new CorpusLoadOptions());
        CorpusInfo info = new(folderOptions.Name, $"The corpus '{folderOptions.Name}'", labels) { License = folderOptions.License };
        Regex? pattern = folderOptions.SpeakerPattern is { } text ? new Regex(text, RegexOptions.CultureInvariant) : null;
        return new CorpusReader(info, folder, options) { ExpectedLayout = "one folder per emotion with the clips inside: angry/anna_01.wav" }
            .FromFiles(file => Recognize(file, folderOptions.Name, labels, pattern));
    }

    private static string[] Labels(string folder, FolderCorpusOptions folderOptions, CorpusLoadOptions options)
    {
        string[] found =
        [
            .. CorpusFolder.AudioFiles(folder, folderOptions.Name, options).Where(file => file.Segments.Count > 1)
                .Select(file => file.Segments[0]).Distinct().Order(StringComparer.Ordinal),
        ];
        if (folderOptions.Labels.Count == 0)
        {
            return found;
        }

        string[] unlisted = [.. found.Except(folderOptions.Labels)];
        return unlisted.Length == 0
            ? [.. folderOptions.Labels]
            : throw new CorpusException(
                $"The corpus '{folderOptions.Name}' in '{folder}' has class folders that are not among its labels: {string.Join(", ", unlisted)}. "
                + $"The labels are {string.Join(", ", folderOptions.Labels)}; list the others, or move the folders away.");
    }

    private static Utterance? Recognize(CorpusFile file, string name, string[] labels, Regex? pattern)
    {
        if (file.Segments.Count < 2 || !labels.Contains(file.Segments[0]))
        {
            return null;
        }

        string below = string.Join('/', file.Segments.Skip(1));
        string? speaker = pattern is null ? UnknownSpeaker : pattern.Match(below) is { Success: true } match ? match.Groups[1].Value : null;
        return speaker is null
            ? null
            : new Utterance($"{name}/{file.Relative}", file.Path, file.Segments[0], $"{name}-{speaker}") { Corpus = name };
    }
}
