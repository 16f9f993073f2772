using System.CommandLine;
using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>The arguments that describe a job.</summary>
internal sealed class JobArguments
{
    public Argument<string> Name { get; } = new("JOB") { Description = "The job's name." };

    private readonly Argument<string> _manifest = new("MANIFEST")
    {
        Description = "A folder, a .csv file with a column path, or a text file with a path or URI on each line; every silo must be able to read the files.",
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "A .jsonl or .csv file in a folder that all silos can write to, or table:NAME for a table of the silos' database.",
        HelpName = "FILE|table:NAME",
        Required = true,
    };

    private readonly Option<int> _batch = new("--batch") { Description = "Files per batch.", DefaultValueFactory = _ => new JobRequest { Manifest = "", Output = "" }.BatchSize };

    public void AddTo(Command command)
    {
        command.Add(_manifest);
        command.Add(_output);
        command.Add(_batch);
    }

    public JobRequest Request(ParseResult parsed)
    {
        string output = parsed.GetRequiredValue(_output);
        return new JobRequest
        {
            Manifest = Path.GetFullPath(parsed.GetRequiredValue(_manifest)),
            Output = output.StartsWith("table:", StringComparison.Ordinal) ? output : Path.GetFullPath(output),
            BatchSize = parsed.GetValue(_batch),
        };
    }
}
