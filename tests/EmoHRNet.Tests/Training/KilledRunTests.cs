using System.Diagnostics;
using EmoHRNet.TestSupport;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Training;

public class KilledRunTests
{
    // Enough that a fast machine has not finished before the last kill.
    private const int Epochs = 40;
    private const int Kills = 4;

    [Fact]
    public async Task Train_KilledAtAnyMomentAndResumed_EndsInTheSameWeightsBitForBit()
    {
        using TemporaryFolder folder = new();
        _ = new SyntheticCorpus(folder.Path);
        await RunToTheEnd(folder, "whole");

        Random moment = new(11);
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = Run(folder, "killed");
            await NextCheckpoint(process, folder["killed.checkpoint"]);
            await Task.Delay(moment.Next(200), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.False(File.Exists(folder["killed.safetensors"]), "The run ended before it could be killed; give it more epochs.");
        }

        await RunToTheEnd(folder, "killed");

        Assert.Equal(File.ReadAllBytes(folder["whole.safetensors"]), File.ReadAllBytes(folder["killed.safetensors"]));
    }

    private static async Task RunToTheEnd(TemporaryFolder folder, string name)
    {
        using Process process = Run(folder, name);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Run(TemporaryFolder folder, string name)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                typeof(SyntheticCorpus).Assembly.Location, folder.Path, folder[name + ".checkpoint"], $"{Epochs}", folder[name + ".safetensors"],
            },
        };
        return Process.Start(start)!;
    }

    private static async Task NextCheckpoint(Process process, string path)
    {
        DateTime before = File.GetLastWriteTimeUtc(path);
        while (File.GetLastWriteTimeUtc(path) == before && !process.HasExited)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
