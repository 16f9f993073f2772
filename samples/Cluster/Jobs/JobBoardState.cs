namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>What <see cref="JobBoard"/> keeps in the store.</summary>
[GenerateSerializer]
internal sealed class JobBoardState
{
    [Id(0)]
    public List<string> Jobs { get; set; } = [];
}
