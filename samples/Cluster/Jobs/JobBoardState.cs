namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>The stored state of <see cref="JobBoard"/>.</summary>
[GenerateSerializer]
internal sealed class JobBoardState
{
    [Id(0)]
    public List<string> Jobs { get; set; } = [];
}
