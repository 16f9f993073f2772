using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;
using static EmoHRNet.Samples.Tests.TrainSample;

namespace EmoHRNet.Samples.Tests;

public class TrainFoldTests
{
    [Fact]
    public void Train_KFoldWithOneFold_TrainsThatFoldOnly()
    {
        using TemporaryFolder folder = new();

        ProcessResult trained = Train(folder, "--corpus", "folder", "--data", FolderPerEmotion(folder), "--output", "m.safetensors", "--epochs", "1",
            "--batch", "8", "--protocol", "k-fold", "--folds", "3", "--fold", "2", "--device", "cpu");

        Assert.True(trained.ExitCode == 0, trained.StandardError);
        Assert.Equal(["m.fold2.safetensors"], Directory.GetFiles(folder.Path, "*.safetensors").Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void Train_TeacherOfEveryFold_TeachesItsOwnAndAnotherIsNoted()
    {
        using TemporaryFolder folder = new();
        string[] arguments =
        [
            "--corpus", "folder", "--data", FolderPerEmotion(folder), "--epochs", "1", "--batch", "8", "--protocol", "k-fold", "--folds", "3", "--fold", "2",
            "--report", "r.json", "--device", "cpu",
        ];
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "first.safetensors"]).ExitCode);

        ProcessResult taught = Train(folder, [.. arguments, "--output", "second.safetensors", "--teacher", "first.fold{fold}.safetensors"]);

        Assert.True(taught.ExitCode == 0, taught.StandardError);
        Assert.Equal("first.fold2.safetensors", ModelFile.ReadDescription(folder["second.fold2.safetensors"]).Provenance["teachers"]);
        Assert.DoesNotContain("optimistic", taught.Output, StringComparison.Ordinal);

        ProcessResult leaked = Train(folder, [.. arguments, "--output", "third.safetensors", "--teacher", "first.fold2.safetensors", "--seed", "2"]);

        Assert.True(leaked.ExitCode == 0, leaked.StandardError);
        Assert.Contains("first.fold2.safetensors was not trained on this split", leaked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SplitSeed_DividesLikeAnotherRunAndTrainsByItsOwnSeed()
    {
        using TemporaryFolder folder = new();
        string[] arguments = ["--corpus", "folder", "--data", FolderPerEmotion(folder), "--epochs", "1", "--batch", "8", "--device", "cpu"];

        Assert.Equal(0, Train(folder, [.. arguments, "--output", "one.safetensors", "--seed", "1"]).ExitCode);
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "two.safetensors", "--seed", "2", "--split-seed", "1"]).ExitCode);
        Assert.Equal(0, Train(folder, [.. arguments, "--output", "three.safetensors", "--seed", "2"]).ExitCode);

        ModelDescription one = Read(folder, "one"), two = Read(folder, "two"), three = Read(folder, "three");
        Assert.Equal(one.Provenance["split hash"], two.Provenance["split hash"]);
        Assert.NotEqual(one.Provenance["split hash"], three.Provenance["split hash"]);
        Assert.Equal(("1", "2"), (one.Provenance["seed"], two.Provenance["seed"]));
        using SafetensorsFile first = SafetensorsFile.Open(folder["one.safetensors"]), second = SafetensorsFile.Open(folder["two.safetensors"]);
        Assert.NotEqual(first.ReadFloats("conv1.weight"), second.ReadFloats("conv1.weight"));
    }

    private static ModelDescription Read(TemporaryFolder folder, string name) => ModelFile.ReadDescription(folder[$"{name}.safetensors"]);
}
