using System.Reflection;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

/// <summary>The locations of the service and of clips.</summary>
internal static class SampleFiles
{
    private const string Service = "WebApi";

    public static string ServiceFolder => Path.GetFullPath(Path.Combine(Metadata("SamplesFolder"), Service));

    public static string ServiceAssembly => Path.Combine(ServiceFolder, Metadata("SamplesOutput"), Service + ".dll");

    /// <summary>Real speech if this machine has it, otherwise a clip that ships with the samples.</summary>
    public static string Speech { get; } = RealSpeech().FirstOrDefault() ?? Clip("creaky-loud");

    public static string Clip(string name) => Path.GetFullPath(Path.Combine(Metadata("SamplesFolder"), "Predict", "clips", name + ".wav"));

    private static IEnumerable<string> RealSpeech() => SharedData.PathOrNull("corpora", "ravdess-mini") is { } folder
        ? Directory.EnumerateFiles(folder, "*.wav").Order(StringComparer.Ordinal)
        : [];

    private static string Metadata(string key) =>
        typeof(SampleFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
