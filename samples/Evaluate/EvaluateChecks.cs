using System.CommandLine;
using EmoHRNet.Evaluation;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>Checks that the options of a command line fit together, before minutes of work.</summary>
internal sealed class EvaluateChecks(EvaluateArguments arguments, ParseResult parsed)
{
    /// <param name="reports">The reports to write.</param>
    /// <param name="models">The number of models.</param>
    /// <exception cref="ArgumentException">Options do not fit together, or a report has no known extension.</exception>
    public void Run(FileInfo[] reports, int models)
    {
        bool hasConditions = parsed.GetValue(arguments.Conditions);
        if (hasConditions && models > 1)
        {
            throw new ArgumentException("--conditions tests one model; run it once for each.");
        }

        if (parsed.GetValue(arguments.NoiseFolder) is not null && !hasConditions)
        {
            throw new ArgumentException("--noise-folder adds to the conditions; give --conditions as well.");
        }

        if (parsed.GetValue(arguments.Sample) is < 1)
        {
            throw new ArgumentException("--sample is below 1; expected the number of clips to draw.");
        }

        if (reports.FirstOrDefault(file => !EvaluationReport.Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            throw new ArgumentException($"The report '{other.Name}' has no known extension; expected one of {string.Join(", ", EvaluationReport.Extensions)}.");
        }

        if (reports.FirstOrDefault(file => file.Extension.Equals(".svg", StringComparison.OrdinalIgnoreCase)) is { } drawing && !hasConditions)
        {
            throw new ArgumentException($"'{drawing.Name}' would be a plot of the conditions; give --conditions as well.");
        }
    }
}
