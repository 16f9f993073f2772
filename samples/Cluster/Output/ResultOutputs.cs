namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>Creates the output for a name.</summary>
internal sealed class ResultOutputs(IEmotionClassifier classifier, TableOutput table)
{
    /// <exception cref="ArgumentException">The name is neither a supported file nor a table.</exception>
    public IResultOutput Of(string output) => output switch
    {
        _ when output.StartsWith(TableOutput.Prefix, StringComparison.Ordinal) => table,
        _ when Path.GetExtension(output) == ".jsonl" => new FileOutput(new JsonLines()),
        _ when Path.GetExtension(output) == ".csv" => new FileOutput(new CsvRows(classifier.Labels)),
        _ => throw new ArgumentException($"The output is '{output}'; expected a file that ends in .jsonl or .csv, or {TableOutput.Prefix}NAME."),
    };
}
