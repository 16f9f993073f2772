using System.Text.Json;

namespace EmoHRNet.Corpora;

/// <summary>A line of an EmoBox list: a clip of one of its corpora.</summary>
/// <param name="Key">The name of the clip, prefixed with the corpus: <c>emodb-03a01Wa</c>.</param>
/// <param name="Corpus">The short name of the corpus.</param>
/// <param name="Path">The path of the file below the corpus's folder.</param>
/// <param name="Emotion">The label as the corpus names it.</param>
internal sealed record EmoBoxClip(string Key, string Corpus, string Path, string Emotion)
{
    private const string Downloads = "downloads/";

    /// <summary>The name of the clip without the prefix.</summary>
    public string Name => Key.StartsWith(Corpus + "-", StringComparison.Ordinal) ? Key[(Corpus.Length + 1)..] : Key;

    /// <summary>Reads a list with one JSON object per line.</summary>
    /// <exception cref="CorpusException">The file cannot be read, or a line is not a clip.</exception>
    public static IReadOnlyList<EmoBoxClip> Read(string list)
    {
        int number = 0;
        try
        {
            List<EmoBoxClip> clips = [];
            foreach (string line in File.ReadLines(list))
            {
                number++;
                if (line.Trim().Length > 0)
                {
                    clips.Add(Parse(line));
                }
            }

            return clips;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CorpusException($"'{list}' is not a list of EmoBox, line {number}: {exception.Message} Expected an object with key, dataset, wav and emo.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The list '{list}' cannot be read: {exception.Message}", exception);
        }
    }

    private static EmoBoxClip Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement clip = document.RootElement;
        string corpus = Text(clip, "dataset");
        string key = Text(clip, "key");
        string path = Text(clip, "wav");
        string below = path.StartsWith($"{Downloads}{corpus}/", StringComparison.Ordinal) ? path[(Downloads.Length + corpus.Length + 1)..] : path;
        EmoBoxClip whole = new(key, corpus, below, Text(clip, "emo"));
        // A part of a long recording is expected in a separate file, named after the clip.
        return clip.TryGetProperty("start_time", out _) ? whole with { Path = whole.Name + ".wav" } : whole;
    }

    private static string Text(JsonElement clip, string name) =>
        clip.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new InvalidOperationException($"{name} is empty.");
}
