using System.Globalization;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features.Functionals;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class FeaturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Features_Folder_WritesTheValuesOfTheLibrary()
    {
        Clips.Voice(_folder["clips/a.wav"], 1, pitch: 120);
        Clips.Voice(_folder["clips/b, twice.wav"], 1, pitch: 220);

        ProcessResult result = ToolProcess.Run(_folder.Path, "features", "clips", "--output", "all.csv");

        Assert.Equal((0, "", ""), (result.ExitCode, result.StandardOutput, result.StandardError));
        string[] lines = File.ReadAllLines(_folder["all.csv"]);
        Assert.Equal(["file", .. EGemapsExtractor.Names], lines[0].Split(','));
        Assert.StartsWith("\"", lines[2], StringComparison.Ordinal);
        float[] expected = new EGemapsExtractor().Extract(Waveform.Load(_folder["clips/a.wav"]));
        Assert.Equal(expected, lines[1].Split(',')[1..].Select(value => float.Parse(value, CultureInfo.InvariantCulture)));
        int pitch = lines[0].Split(',').IndexOf("F0semitoneFrom27.5Hz_sma3nz_amean");
        Assert.Equal(12 * Math.Log2(120 / 27.5), double.Parse(lines[1].Split(',')[pitch], CultureInfo.InvariantCulture), 0.5);
    }

    [Fact]
    public void Features_WhatCannotBeReadOrWritten_SaysSoAndKeepsAnOlderFile()
    {
        File.WriteAllText(_folder["text.wav"], "not audio");
        File.WriteAllText(_folder["old.csv"], "old");

        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "features", "text.wav", "-o", "old.csv"), "text.wav");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "features", "missing.wav", "-o", "old.csv"), "missing.wav");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "features", Clips.Voice(_folder["a.wav"], 1), "-o", "none/a.csv"), "none");

        Assert.Equal("old", File.ReadAllText(_folder["old.csv"]));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.unfinished"));
    }
}
