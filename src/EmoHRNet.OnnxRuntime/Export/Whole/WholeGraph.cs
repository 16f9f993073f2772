using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Graphs;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes all steps from samples to probabilities as one ONNX model.</summary>
/// <remarks>
/// After trimming, the clips of a batch have different lengths. Every step processes all of them at once and passes their lengths on.
/// </remarks>
internal static class WholeGraph
{
    /// <summary>The input's name: mono samples [N, time] at the model's rate.</summary>
    public const string InputName = "samples";

    /// <summary>The output's name: probabilities [N, classes].</summary>
    public const string OutputName = "probabilities";

    // STFT was added in operator set 17 with IR version 8 in 2022, which every ONNX Runtime since 1.12 supports.
    private const long IrVersion = 8;
    private const long OperatorSet = 17;

    /// <exception cref="NotSupportedException">A step of the model cannot be written as ONNX operators; the message names it.</exception>
    /// <exception cref="ModelFormatException">The tensors do not fit the network; the message names those that differ.</exception>
    public static ModelProto Write(StoredModel model, string source, IReadOnlyDictionary<string, double>? labelPriors)
    {
        ModelDescription description = model.Description;
        GraphWriter writer = new();
        SignalWriter signal = new(writer);
        string samples = writer.Declare(InputName, "N", "time");
        Clips clips = new PreparationGraph(signal, description.Preparation).Write(samples);
        Frames frames = new FeatureGraph(signal, description.Features).Write(clips);
        int channels = description.Features.ChannelCount;
        int bands = description.Features.BandCount;
        Windows windows = new WindowGraph(signal, description.WindowFrames).Write(frames, channels, bands);
        Map map = new(windows.Values, channels, new MapSize(bands, description.WindowFrames));
        string logits = HRNetGraph.Write(writer, description.Network, map);
        signal.Name(new AnswerGraph(signal, description, labelPriors).Write(logits, windows, samples), OutputName);
        writer.Output(OutputName, description.Labels.Count);
        return GraphModel.Create(writer, model.Tensors.ToDictionary(tensor => tensor.Name), source, IrVersion, OperatorSet);
    }
}
