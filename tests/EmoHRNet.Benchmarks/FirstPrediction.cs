using System.Diagnostics;

namespace EmoHRNet.Benchmarks;

/// <summary>What a process does that starts, predicts once and ends; the benchmark executable runs itself this way.</summary>
internal static class FirstPrediction
{
    public const string Argument = "first-prediction";

    public static int Run(string modelPath)
    {
        using EmotionClassifier classifier = new(modelPath, new EmotionClassifierOptions { Device = "cpu" });
        return classifier.Predict(BenchmarkModel.Speech(16_000, 3)).Probabilities.Count == 8 ? 0 : 1;
    }

    public static void RunInNewProcess(string modelPath)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process process = Process.Start(host, [typeof(FirstPrediction).Assembly.Location, Argument, modelPath]);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process ended with {process.ExitCode}.");
        }
    }
}
