using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Documents;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>Stores one file per finished fold; files are written atomically.</summary>
internal sealed class FoldStore(string folder, string settings)
{
    private const string SettingsFile = "settings.txt";

    /// <summary>The folder with the results.</summary>
    public string Folder => folder;

    public string SettingsHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)));

    public void WriteSettings() => TextFile.Write(Path.Combine(folder, SettingsFile), settings);

    public void Write(FoldResult result) =>
        TextFile.Write(PathOf(result.Fold, result.FoldCount), DocumentJson.Write(result, ReportDocuments.Settings));

    /// <summary>The result of a fold, or null when it is not finished.</summary>
    /// <exception cref="FoldResultException">The file belongs to another split or other settings, or is not a result.</exception>
    public FoldResult? Read(DataSplit split)
    {
        string path = PathOf(split.Origin.Fold ?? 1, split.Origin.FoldCount ?? 1);
        if (!File.Exists(path))
        {
            return null;
        }

        FoldResult result = Parse(path);
        string? difference = result.SplitHash != split.Hash
            ? $"split {result.SplitHash[..Math.Min(12, result.SplitHash.Length)]}, and this run has {split.Hash[..12]}"
            : result.SettingsHash != SettingsHash ? $"other settings than this run has (see {SettingsFile} beside it){FirstDifference()}" : null;
        return difference is null
            ? result
            : throw new FoldResultException($"'{path}' was made with {difference}. Results are not mixed: use another folder, or delete the file.");
    }

    /// <summary>The first line of the settings that differs, to show which option it was.</summary>
    private string FirstDifference()
    {
        string path = Path.Combine(folder, SettingsFile);
        if (!File.Exists(path))
        {
            return "";
        }

        string[] there = File.ReadAllLines(path);
        string[] here = settings.ReplaceLineEndings("\n").Split('\n');
        int line = there.Zip(here).TakeWhile(pair => pair.First == pair.Second).Count();
        return line < there.Length && line < here.Length ? $": '{there[line].Trim()}' there, '{here[line].Trim()}' here" : "";
    }

    private static FoldResult Parse(string path)
    {
        try
        {
            return DocumentJson.Read<FoldResult>(File.ReadAllText(path), ReportDocuments.Settings, ReportDocuments.Defaults);
        }
        catch (JsonException exception)
        {
            throw new FoldResultException($"'{path}' is not the result of a fold: {exception.Message} Delete it to run the fold again.", exception);
        }
    }

    private string PathOf(int fold, int count) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"fold-{fold:00}-of-{count:00}.json"));
}
