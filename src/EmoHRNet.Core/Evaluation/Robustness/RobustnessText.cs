using System.Text;

namespace EmoHRNet.Evaluation.Robustness;

/// <summary>A <see cref="RobustnessResult"/> as lines for a terminal and as a Markdown section.</summary>
internal static class RobustnessText
{
    /// <summary>A few lines for a terminal.</summary>
    public static string Lines(RobustnessResult result)
    {
        StringBuilder text = new();
        int width = result.Conditions.Select(each => each.Name.Length).DefaultIfEmpty(0).Max();
        Line(text, $"  conditions: mean {Percent(result.Mean)} %, worst {Percent(result.Worst?.UnweightedAccuracy.Value ?? double.NaN)} % ({result.Worst?.Name}), clean {Percent(result.Clean.Value)} %");
        foreach (ConditionResult each in result.Conditions)
        {
            Line(text, $"    {each.Name.PadRight(width)}  {Percent(each.UnweightedAccuracy.Value),5}  {Percent(each.ChangedShare),5} % of answers changed{(each.IsInvariance ? ", none should" : each.IsAdditional ? ", not in the mean" : "")}");
        }

        return text.ToString();
    }

    /// <summary>A section with a table.</summary>
    public static string Markdown(RobustnessResult result)
    {
        StringBuilder text = new();
        Line(text, $"## Conditions\n");
        Line(text, $"The same {result.ClipCount} clips under each condition (seed {result.Seed}).");
        Line(text, $"Mean over conditions **{Percent(result.Mean)}**, worst {Percent(result.Worst?.UnweightedAccuracy.Value ?? double.NaN)} ({result.Worst?.Name}).\n");
        Line(text, $"| condition | | unweighted accuracy | 95% interval | answers changed | least recognized |\n| --- | --- | ---: | --- | ---: | --- |");
        Line(text, $"| clean | | {Percent(result.Clean.Value)} | {Interval(result.Clean)} | | |");
        foreach (ConditionResult each in result.Conditions.Where(each => !each.IsInvariance && !each.IsAdditional))
        {
            Row(text, each);
        }

        Table(text, "Beside these, not in the mean:", result.Conditions.Where(each => each.IsAdditional));
        Table(text, "What should change no answer:", result.Conditions.Where(each => each.IsInvariance));
        return text.Append('\n').ToString();
    }

    private static void Table(StringBuilder text, string title, IEnumerable<ConditionResult> conditions)
    {
        ConditionResult[] rows = [.. conditions];
        if (rows.Length > 0)
        {
            Line(text, $"\n{title}\n\n| condition | | unweighted accuracy | 95% interval | answers changed | least recognized |\n| --- | --- | ---: | --- | ---: | --- |");
            Array.ForEach(rows, each => Row(text, each));
        }
    }

    private static void Row(StringBuilder text, ConditionResult each) => Line(text,
        $"| {each.Name} | {each.Description} | {Percent(each.UnweightedAccuracy.Value)} | {Interval(each.UnweightedAccuracy)} | {Percent(each.ChangedShare)} | {each.WorstClass} {Percent(each.WorstRecall)} |");

    private static string Interval(ConfidenceInterval interval) => $"{Percent(interval.Lower)} to {Percent(interval.Upper)}";

    private static string Percent(double share) => MarkdownReport.Percent(share);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
