using System.Globalization;

namespace EmoHRNet.Tool.Reports;

/// <summary>A CSV table with a line of values per recording; the header comes with the first line.</summary>
internal sealed class FeatureTable(TextWriter writer, IReadOnlyList<string> names)
{
    public bool IsEmpty { get; private set; } = true;

    public void Add(string file, IReadOnlyList<float> values)
    {
        if (IsEmpty)
        {
            writer.WriteLine($"file,{string.Join(',', names)}");
            IsEmpty = false;
        }

        writer.WriteLine($"{Quoted(file)},{string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}");
    }

    /// <summary>A field in the format of RFC 4180.</summary>
    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
