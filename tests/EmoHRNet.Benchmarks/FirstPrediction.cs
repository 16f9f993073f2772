using System.Diagnostics;
using EmoHRNet.OnnxRuntime;

namespace EmoHRNet.Benchmarks;

/// <summary>The process that <see cref="FirstPredictionBenchmarks"/> starts.</summary>
internal static class FirstPrediction
{
    /// <summary>The argument before a model file: loads it, predicts one clip and exits.</summary>
    public const string Command = "first-prediction";

    /// <summary>The same on ONNX Runtime.</summary>
    public const string OnnxCommand = "first-onnx-prediction";

    /// <summary>Exits at once, to measure the start of .NET itself.</summary>
    public const string IdleCommand = "no-prediction";

    public static void Run(string model)
    {
        using EmotionClassifier classifier = new(model, new EmotionClassifierOptions { Device = "cpu" });
        classifier.Predict(BenchmarkModel.Speech(16_000, 3));
    }

    public static void RunOnnx(string model)
    {
        using OnnxEmotionClassifier classifier = new(model);
        classifier.Predict(BenchmarkModel.Speech(16_000, 3));
    }

    /// <summary>Starts this program with <paramref name="arguments"/> and waits until it exits.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Start(params string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string program = typeof(FirstPrediction).Assembly.Location;
        using Process process = Process.Start(new ProcessStartInfo(host, [program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
        }
    }
}
