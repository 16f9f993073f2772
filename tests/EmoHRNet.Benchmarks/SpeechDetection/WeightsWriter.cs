using System.Globalization;
using System.Text;
using EmoHRNet.Audio.Storage;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>Writes the fitted networks as the source file that the library reads its weights from; several are merged into one that averages them.</summary>
internal static class WeightsWriter
{
    private const int PerLine = 12;

    public static void Write(string path, IReadOnlyList<DetectorNetwork> networks, string provenance)
    {
        DetectorNetwork first = networks[0];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace EmoHRNet.Audio.SpeechDetection;

            /// <summary>The weights of the detector, written by <c>speech-detector fit</c> of tests/EmoHRNet.Benchmarks.</summary>
            /// <remarks>
            {{provenance}}
            /// </remarks>
            internal static class SpeechWeights
            {

            """);
        Table(text, "Means", "The mean of each number of the evidence.", first.Means);
        Table(text, "Scales", "One by the standard deviation of each number of the evidence.", first.Scales);
        Table(text, "Hidden", "Of each hidden unit the weights of the standardized numbers, then its bias.", networks.SelectMany(network => network.HiddenWeights));
        float[] output = [.. networks.SelectMany(network => network.OutputWeights[..^1]), networks.Sum(network => network.OutputWeights[^1])];
        Table(text, "Output", "The weights of the hidden units, then the bias.", output.Select(weight => weight / networks.Count), isLast: true);
        text.Append("}\n");
        TextFile.Write(path, text.ToString());
    }

    private static void Table(StringBuilder text, string name, string summary, IEnumerable<float> values, bool isLast = false)
    {
        text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{summary}</summary>\n    public static ReadOnlySpan<float> {name} =>\n    [\n");
        foreach (float[] line in values.Chunk(PerLine))
        {
            text.Append("        ").AppendJoin(", ", line.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture) + "f")).Append(",\n");
        }

        text.Append(isLast ? "    ];\n" : "    ];\n\n");
    }
}
