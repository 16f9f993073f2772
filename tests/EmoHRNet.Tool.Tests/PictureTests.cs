using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

/// <summary>The commands that draw: explain and spectrogram.</summary>
public sealed class PictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Explain_ALabel_DrawsItAndNamesThePicture()
    {
        Clips.Voice(_folder["a.wav"], 0.5);
        ProcessResult result = ToolProcess.Run(_folder.Path, "explain", "--label", "sad", "-o", "out", "a.wav");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(Path.Combine("out", "a.png"), result.StandardOutput.Trim());
        Assert.True(new FileInfo(_folder["out/a.png"]).Length > 10_000);
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "explain", "--label", "bored", "a.wav"), "bored", "neutral");
    }

    [Fact]
    public void Spectrogram_Augmented_DrawsBothAndFollowsTheSeed()
    {
        Clips.Voice(_folder["a.wav"], 1);
        byte[] Draw(string folder, string seed)
        {
            ProcessResult result = ToolProcess.Run(_folder.Path, "spectrogram", "--augment", "--seed", seed, "-o", folder, "a.wav");
            Assert.True(result.ExitCode == 0, result.Output);
            Assert.Equal([Path.Combine(folder, "a.spectrogram.png"), Path.Combine(folder, "a.augmentation.png")], ToolProcess.Lines(result.StandardOutput));
            return File.ReadAllBytes(_folder[$"{folder}/a.augmentation.png"]);
        }

        byte[] first = Draw("one", "1");
        Assert.Equal(first, Draw("again", "1"));
        Assert.NotEqual(first, Draw("two", "2"));
    }
}
