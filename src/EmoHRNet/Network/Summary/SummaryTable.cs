using System.Globalization;
using System.Text;

namespace EmoHRNet.Network.Summary;

/// <summary>Writes a summary as a table of aligned columns.</summary>
internal static class SummaryTable
{
    private const int NumberColumn = 18;

    public static string Write(HRNetSummary summary, IReadOnlyList<LayerSummary> rows)
    {
        string input = $"for {summary.Options.InputChannels}×{summary.Bands}×{summary.Frames}";
        int name = rows.Max(row => row.Name.Length);
        int shape = rows.Select(row => row.ShapeText).Append(input).Max(column => column.Length) + 2;
        var text = new StringBuilder();
        Append("layer", "output", "parameters", "multiply-adds");
        foreach (LayerSummary row in rows)
        {
            Append(row.Name, row.ShapeText, Number(row.ParameterCount), Number(row.MultiplyAdds));
        }

        Append("total", input, Number(summary.ParameterCount), Number(summary.MultiplyAdds));
        return text.ToString();

        void Append(string first, string second, string third, string fourth) => text
            .Append(first.PadRight(name)).Append(second.PadLeft(shape))
            .Append(third.PadLeft(NumberColumn)).Append(fourth.PadLeft(NumberColumn)).Append('\n');
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
