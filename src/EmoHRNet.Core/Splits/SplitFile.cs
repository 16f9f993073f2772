using System.Text.Json;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Corpora;
using EmoHRNet.Documents;

namespace EmoHRNet.Splits;

/// <summary>Reads and writes split files.</summary>
internal static class SplitFile
{
    public static void Save(DataSplit split, string path) => TextFile.Write(path, DocumentJson.Write(
        new SplitDocument
        {
            FormatVersion = SplitDocument.CurrentVersion,
            Corpus = split.Corpus.Name,
            Origin = split.Origin,
            Hash = split.Hash,
            Labels = split.Labels,
            Training = Ids(split.Training),
            Validation = Ids(split.Validation),
            Test = Ids(split.Test),
        },
        SplitDocuments.Settings));

    public static DataSplit Load(string path, Corpus corpus)
    {
        SplitDocument document = Read(path);
        if (document.FormatVersion != SplitDocument.CurrentVersion)
        {
            throw new CorpusException(
                $"The split file '{path}' has format version {document.FormatVersion}; this library reads version {SplitDocument.CurrentVersion}.");
        }

        DataSplit split = DataSplit.Create(
            corpus, document.Origin, Find(document.Training, path, corpus), Find(document.Validation, path, corpus), Find(document.Test, path, corpus));
        return split.Hash == document.Hash
            ? split
            : throw new CorpusException(
                $"The split file '{path}' names the split {document.Hash[..Math.Min(12, document.Hash.Length)]}, but its clips with the labels of "
                + $"{corpus.Name} as loaded give {split.Hash[..12]}. The file was edited, or the corpus is loaded with other labels.");
    }

    private static SplitDocument Read(string path)
    {
        try
        {
            return DocumentJson.Read<SplitDocument>(File.ReadAllText(path), SplitDocuments.Settings, SplitDocuments.Defaults);
        }
        catch (JsonException exception)
        {
            throw new CorpusException($"'{path}' is not a split file: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The split file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static Utterance[] Find(IReadOnlyList<string> ids, string path, Corpus corpus)
    {
        string[] missing = [.. ids.Where(id => corpus.Find(id) is null)];
        return missing.Length == 0
            ? [.. ids.Select(id => corpus.Find(id)!)]
            : throw new CorpusException(
                $"The split file '{path}' names {missing.Length} clips that {corpus.Name} as loaded does not have: "
                + $"{ShortList.Of(missing)}.");
    }

    private static string[] Ids(SplitPart part) => [.. part.Utterances.Select(utterance => utterance.Id)];
}
