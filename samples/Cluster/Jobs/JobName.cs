using System.Text.RegularExpressions;

namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>Finds a job by its name.</summary>
internal static partial class JobName
{
    /// <exception cref="ArgumentException">The name holds anything but letters, digits, dots, dashes and underscores.</exception>
    public static IScoringJob Of(IGrainFactory grains, string name) =>
        Pattern().IsMatch(name)
            ? grains.GetGrain<IScoringJob>(name)
            : throw new ArgumentException($"The job's name is '{name}'; expected 1 to 64 letters, digits, dots, dashes and underscores.");

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$")]
    private static partial Regex Pattern();
}
