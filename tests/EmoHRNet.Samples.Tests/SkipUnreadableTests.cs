using System.Text.Json;
using EmoHRNet.TestSupport;
using static EmoHRNet.Samples.Tests.TrainSample;

namespace EmoHRNet.Samples.Tests;

public class SkipUnreadableTests
{
    [Fact]
    public void TrainAndEvaluate_ClipThatCannotBeDecoded_StopsAtOnceOrIsLeftOutAndListed()
    {
        using TemporaryFolder folder = new();
        string corpus = FolderPerEmotion(folder);
        File.WriteAllBytes(Path.Combine(corpus, "low", "damaged.m4a"), "\0\0\0\u0018ftypM4A and nothing that follows it in a recording"u8.ToArray());
        string[] data = ["--corpus", "folder", "--data", corpus];
        string[] training = [.. data, "--output", "m.safetensors", "--epochs", "1", "--batch", "8", "--device", "cpu", "--report", "r.json"];

        ProcessResult stopped = Train(folder, training);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("damaged.m4a", stopped.StandardError);
        Assert.Contains("--skip-unreadable", stopped.StandardError);
        Assert.DoesNotContain("Epoch", stopped.Output);

        ProcessResult trained = Train(folder, [.. training, "--skip-unreadable"]);
        Assert.True(trained.ExitCode == 0, trained.StandardError);
        Assert.Contains("damaged.m4a", trained.StandardError);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(folder["r.json"]));
        Assert.True(report.RootElement.GetProperty("corpora")[0].GetProperty("unreadable").TryGetProperty("damaged.m4a", out _));
        Assert.Contains("1 clips could not be read and were left out: damaged.m4a", File.ReadAllText(folder["r.md"]));

        ProcessResult refused = Sample.Run("Evaluate", folder.Path, ["--model", "m.safetensors", .. data]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--skip-unreadable", refused.StandardError);

        ProcessResult evaluated = Sample.Run("Evaluate", folder.Path, ["--model", "m.safetensors", .. data, "--skip-unreadable", "--report", "e.md"]);
        Assert.True(evaluated.ExitCode == 0, evaluated.StandardError);
        Assert.Contains("damaged.m4a", evaluated.StandardError);
        Assert.Contains("1 clips could not be read and were left out: damaged.m4a", File.ReadAllText(folder["e.md"]));
    }

    [Fact]
    public void TrainEvaluateAndPredict_ClipThatEndsEarly_IsReadWhereThatIsAllowed()
    {
        using TemporaryFolder folder = new();
        string corpus = FolderPerEmotion(folder);
        string clip = Directory.GetFiles(Path.Combine(corpus, "low")).Order(StringComparer.Ordinal).First();
        byte[] whole = File.ReadAllBytes(clip);
        File.WriteAllBytes(clip, whole[..(2 * whole.Length / 3)]);
        string[] data = ["--corpus", "folder", "--data", corpus];
        string[] training = [.. data, "--output", "m.safetensors", "--epochs", "1", "--batch", "8", "--device", "cpu"];

        ProcessResult stopped = Train(folder, training);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("--allow-truncated", stopped.StandardError);
        Assert.Contains(Path.GetFileName(clip), stopped.StandardError);
        ProcessResult trained = Train(folder, [.. training, "--allow-truncated"]);
        Assert.True(trained.ExitCode == 0, trained.StandardError);

        Assert.Equal(1, Sample.Run("Evaluate", folder.Path, ["--model", "m.safetensors", .. data]).ExitCode);
        ProcessResult evaluated = Sample.Run("Evaluate", folder.Path, ["--model", "m.safetensors", .. data, "--allow-truncated"]);
        Assert.True(evaluated.ExitCode == 0, evaluated.StandardError);

        ProcessResult refused = Sample.Run("Predict", folder.Path, ["--model", "m.safetensors", clip]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--allow-truncated", refused.StandardError);
        ProcessResult predicted = Sample.Run("Predict", folder.Path, ["--model", "m.safetensors", "--json", "--allow-truncated", clip]);
        Assert.True(predicted.ExitCode == 0, predicted.StandardError);
        Assert.Contains("The file is truncated", predicted.StandardOutput);
    }
}
