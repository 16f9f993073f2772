using System.Reflection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

/// <summary>Runs a built sample as a separate process, as its users do.</summary>
internal static class Sample
{
    public static ProcessResult Run(string name, string folder, params string[] arguments) =>
        DotNetProcess.Run(folder, [PathOf(name), .. arguments]);

    public static string PathOf(string name) =>
        Path.GetFullPath(Path.Combine(Metadata("SamplesFolder"), name, Metadata("SamplesOutput"), name + ".dll"));

    private static string Metadata(string key) =>
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
