using System.Globalization;

namespace EmoHRNet.Evaluation.Html;

/// <summary>The confusion matrix: every row in percent of the true class, the diagonal in another color.</summary>
internal static class ConfusionMatrixPlot
{
    private const double Cell = 58;
    private const double Left = 104;
    private const double Top = 26;
    private const double Bottom = 84;
    private const double Dark = 0.55;
    private const double Gap = 3;

    public static string Draw(EvaluationReport report)
    {
        int count = report.Labels.Count;
        SvgDrawing svg = new(Left + (count * Cell) + 8, Top + (count * Cell) + Bottom, "Confusion matrix");
        svg.Text(Left, 14, "true class ↓   predicted class →", "muted small", "start");
        for (int row = 0; row < count; row++)
        {
            double middle = Top + ((row + 0.5) * Cell);
            svg.Text(Left - 10, middle + 4, report.Labels[row], "label", "end");
            for (int column = 0; column < count; column++)
            {
                DrawCell(svg, report, row, column);
            }
        }

        for (int column = 0; column < count; column++)
        {
            double middle = Left + ((column + 0.5) * Cell);
            svg.Text(middle + 4, Top + (count * Cell) + 16, report.Labels[column], "label", "end", turn: -38);
        }

        return svg.ToString();
    }

    private static void DrawCell(SvgDrawing svg, EvaluationReport report, int row, int column)
    {
        int count = report.Confusion[row][column];
        int support = report.Metrics.Classes[row].Support;
        double share = support == 0 ? 0 : (double)count / support;
        double x = Left + (column * Cell);
        double y = Top + (row * Cell);
        svg.Rectangle(x, y, Cell - Gap, Cell - Gap, "empty", radius: 6);
        string tip = $"{report.Labels[row]} taken for {report.Labels[column]}: {count} of {support}";
        svg.Rectangle(x, y, Cell - Gap, Cell - Gap, row == column ? "hit" : "miss", Math.Sqrt(share), 6, tip);
        if (count > 0)
        {
            string ink = Math.Sqrt(share) > Dark ? " inverse" : "";
            double middle = x + ((Cell - Gap) / 2);
            svg.Text(middle, y + 26, (100 * share).ToString("0", CultureInfo.InvariantCulture), "number" + ink);
            svg.Text(middle, y + 42, count.ToString(CultureInfo.InvariantCulture), "tiny" + (ink.Length > 0 ? ink : " muted"));
        }
    }
}
