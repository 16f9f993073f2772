using System.Text;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Export;
using static System.FormattableString;

namespace EmoHRNet.Tool.Reports;

/// <summary>The description of a model as readable text.</summary>
internal static class ModelText
{
    private const int NameWidth = 14;

    /// <param name="path">The file.</param>
    /// <param name="model">Its description.</param>
    /// <param name="exported">Inputs and outputs of an exported model; null for a model file.</param>
    public static string Describe(string path, ModelDescription model, OnnxModelInfo? exported)
    {
        StringBuilder text = new();
        void Line(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(name.PadRight(NameWidth)).Append("  ").AppendLine(value);
            }
        }

        Line("File", Invariant($"{Path.GetFileName(path)}, {new FileInfo(path).Length / 1e6:0.0} MB"));
        Line("Form", exported is null ? "" : Invariant($"ONNX, {exported.InputName} to {exported.OutputName}"));
        Line("Labels", string.Join(", ", model.Labels));
        Line("Audio", Invariant($"mono, {model.Preparation.SampleRate} Hz, {Steps(model)}"));
        Line("Features", Invariant($"{model.Features.Kind}, {model.Features.ChannelCount} x {model.Features.BandCount} bands, {FrameSeconds(model) * 1000:0.#} ms apart"));
        Line("Window", Invariant($"{model.WindowFrames} frames, {model.WindowFrames * FrameSeconds(model):0.00} s"));
        Line("Network", Invariant($"{model.Network.Head}, branches {string.Join(" / ", model.Network.Stages[^1].Widths)}"));
        Line("Temperature", Invariant($"{model.Temperature}"));
        Line("Held out", model.HeldOut is { } result
            ? Invariant($"{result.Accuracy:0.0%} accuracy, {result.UnweightedAccuracy:0.0%} unweighted, {result.ClipCount} clips ({result.Protocol})")
            : "");
        foreach ((string name, string value) in model.Provenance)
        {
            Line(char.ToUpperInvariant(name[0]) + name[1..], value);
        }

        Line("License", model.License.Length > 0 ? model.License : "not stated");
        return text.ToString().TrimEnd();
    }

    private static double FrameSeconds(ModelDescription model) => (double)model.Features.Mel.HopLength / model.Features.Mel.SampleRate;

    private static string Steps(ModelDescription model)
    {
        string trim = model.Preparation.Trim is null ? "not trimmed" : "silence at both ends cut off";
        return $"{trim}, level {(model.Preparation.Gain == Audio.Preparation.GainNormalization.None ? "as it is" : model.Preparation.Gain.ToString())}";
    }
}
