using System.Diagnostics;
using System.Globalization;
using EmoHRNet.Inference;
using EmoHRNet.OnnxRuntime;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks;

/// <summary>
/// Times the engines alternately, so that other load on the machine affects both: medians and their ratio. Takes a model file, or
/// the shipped model's network with untrained weights.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- engines [model.safetensors]</c></remarks>
internal static class EngineComparison
{
    public const string Command = "engines";

    private const int WarmUps = 10;

    public static void Run(string? model)
    {
        string path = model ?? BenchmarkModel.Save();
        Console.WriteLine("windows threads  TorchSharp  ONNX Runtime  ratio of medians (ms; in brackets the fastest call)");
        foreach (int threads in (int[])[1, 2])
        {
            using TorchEmotionNetwork torch = TorchEmotionNetwork.Load(path, "cpu");
            using OnnxEmotionNetwork onnx = OnnxEmotionNetwork.Load(path, threads: threads);
            set_num_threads(threads);
            Compare(torch, onnx, threads, windows: 1, calls: 150);
            Compare(torch, onnx, threads, windows: 16, calls: 50);
        }

        if (model is null)
        {
            File.Delete(path);
        }
    }

    private static void Compare(TorchEmotionNetwork torch, OnnxEmotionNetwork onnx, int threads, int windows, int calls)
    {
        Random random = new(1);
        int frames = onnx.Model.WindowFrames;
        float[] input = [.. Enumerable.Range(0, windows * onnx.Model.Network.InputChannels * onnx.Model.Features.BandCount * frames).Select(_ => random.NextSingle() - 0.5f)];
        float[] logits = new float[windows * onnx.Model.Labels.Count];
        List<double> first = [];
        List<double> second = [];
        for (int i = -WarmUps; i < calls; i++)
        {
            double a = Time(torch, input, windows, frames, logits);
            double b = Time(onnx, input, windows, frames, logits);
            if (i >= 0)
            {
                first.Add(a);
                second.Add(b);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{windows,7} {threads,7}  {Median(first):0.00} ({first.Min():0.00})  {Median(second):0.00} ({second.Min():0.00})  {Median(first) / Median(second):0.00} ({first.Min() / second.Min():0.00})"));
    }

    private static double Time(IEmotionNetwork network, float[] input, int windows, int frames, float[] logits)
    {
        long start = Stopwatch.GetTimestamp();
        network.Run(input, windows, frames, logits);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
