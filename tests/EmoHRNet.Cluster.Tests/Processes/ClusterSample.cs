using System.Reflection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests.Processes;

/// <summary>Runs the sample as a separate process, as its users do.</summary>
internal static class ClusterSample
{
    public static string Path { get; } = System.IO.Path.GetFullPath(
        typeof(ClusterSample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == nameof(ClusterSample)).Value!);

    public static ProcessResult Run(string folder, params string[] arguments) => DotNetProcess.Run(folder, [Path, .. arguments]);
}
