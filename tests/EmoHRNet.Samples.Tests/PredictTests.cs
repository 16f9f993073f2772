using System.Globalization;
using System.Text.Json;
using EmoHRNet.Core.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

public sealed class PredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public PredictTests() => _model = TestModel.Save(_folder["model.safetensors"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_NoFiles_ShowsATableOfTheClipsThatShip()
    {
        ProcessResult result = Predict();
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.Contains("Emotion", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("slow-low.wav", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("8 files", result.StandardOutput, StringComparison.Ordinal);
        int warning = result.StandardOutput.IndexOf("synthetic voices", StringComparison.Ordinal);
        Assert.InRange(warning, 0, result.StandardOutput.IndexOf("creaky-loud.wav", StringComparison.Ordinal));
        Assert.Equal(1, result.StandardOutput.Split("test license").Length - 1);
    }

    [Fact]
    public void Predict_JsonOfAFolder_IsOneObjectPerLine()
    {
        Directory.CreateDirectory(_folder["clips/inner"]);
        File.WriteAllBytes(_folder["clips/a.wav"], WavBytes.Pcm16(16_000, new short[8_000]));
        File.WriteAllBytes(_folder["clips/inner/b.WAV"], WavBytes.FloatingPoint(8_000, [.. Enumerable.Range(0, 8_000).Select(i => MathF.Sin(i * 0.3f) / 2)]));
        File.WriteAllText(_folder["clips/notes.txt"], "not audio");
        ProcessResult result = Predict("--json", "clips");
        Assert.Equal(0, result.ExitCode);
        JsonElement[] lines = [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["clips/a.wav", "clips/inner/b.WAV"], lines.Select(line => line.GetProperty("file").GetString()!.Replace('\\', '/')));
        Assert.Equal([0.5, 1.0], lines.Select(line => line.GetProperty("seconds").GetDouble()));
        Assert.Equal("uncertain", lines[0].GetProperty("label").GetString());
        Assert.All(lines, line =>
        {
            Assert.Equal(TestModel.Labels, line.GetProperty("probabilities").EnumerateObject().Select(p => p.Name));
            Assert.Equal(1, line.GetProperty("probabilities").EnumerateObject().Sum(p => p.Value.GetDouble()), 1e-4);
            Assert.InRange(line.GetProperty("confidence").GetDouble(), 0.25, 1);
            Assert.True(line.GetProperty("milliseconds").GetDouble() > 0);
        });
        Assert.Contains("test license", result.StandardError, StringComparison.Ordinal);
    }

    /// <summary>An end-to-end check, not a measurement of accuracy: some of these clips were trained on.</summary>
    [Fact]
    public void Predict_RealSpeechWithTheModelThatShips_IsRecognizedFarAboveChance()
    {
        string? corpus = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(corpus is null, "The reference recordings are not on this machine.");
        // The model's neutral includes calm.
        string[] emotions = ["neutral", "neutral", "happy", "sad", "angry", "fearful", "disgust", "surprised"];
        ProcessResult result = Sample.Run("Predict", _folder.Path, "--json", corpus);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("CC BY-NC-SA", result.StandardError, StringComparison.Ordinal);
        bool[] hits =
        [
            .. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Select(line => (Label: line.GetProperty("label").GetString(), File: Path.GetFileName(line.GetProperty("file").GetString()!)))
                .Select(answer => answer.Label == emotions[int.Parse(answer.File.AsSpan(6, 2), CultureInfo.InvariantCulture) - 1]),
        ];
        Assert.Equal(48, hits.Length);
        Assert.InRange(hits.Count(hit => hit), 32, 48);
    }

    [Fact]
    public void Predict_Explain_WritesAPicturePerFile()
    {
        File.WriteAllBytes(_folder["a.wav"], WavBytes.FloatingPoint(16_000, [.. Enumerable.Range(0, 12_000).Select(i => MathF.Sin(i * i * 1e-5f) / 2)]));
        ProcessResult result = Predict("--explain", "pictures", "a.wav");
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        byte[] picture = File.ReadAllBytes(_folder["pictures/a.png"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.True(picture.Length > 10_000);
    }

    [Fact]
    public void Predict_OneFileIsNoAudio_SaysSoAndAnswersTheOthers()
    {
        File.WriteAllText(_folder["bad.wav"], "this is no audio");
        File.WriteAllBytes(_folder["good.wav"], WavBytes.Pcm16(16_000, new short[8_000]));
        ProcessResult result = Predict("--json", "bad.wav", "good.wav");
        AssertPlainFailure(result, "bad.wav");
        Assert.Contains("good.wav", Assert.Single(result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public void Predict_TheOnlyFileIsNoAudio_IsAPlainLineAndNoTable(params string[] format)
    {
        File.WriteAllText(_folder["bad.wav"], "this is no audio");
        ProcessResult result = Predict([.. format, "bad.wav"]);
        AssertPlainFailure(result, "bad.wav");
        Assert.Equal("", result.StandardOutput);
        Assert.Single(result.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Predict_SeveralFilesAreNoAudio_ListsEachAndAnswersTheOthers()
    {
        File.WriteAllText(_folder["bad.wav"], "this is no audio");
        File.WriteAllText(_folder["worse.wav"], "neither is this");
        File.WriteAllBytes(_folder["good.wav"], WavBytes.Pcm16(16_000, new short[8_000]));
        ProcessResult result = Predict("bad.wav", "good.wav", "worse.wav");
        AssertPlainFailure(result, "bad.wav");
        Assert.Contains("worse.wav", result.StandardError, StringComparison.Ordinal);
        Assert.EndsWith("2 of 3 files got no answer.", result.StandardError.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("good.wav", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("1 file,", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("bad.wav", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_MissingFileOrEmptyFolder_SaysSo()
    {
        Directory.CreateDirectory(_folder["empty"]);
        AssertPlainFailure(Predict("none.wav"), "none.wav");
        AssertPlainFailure(Predict("empty"), "no audio files");
    }

    [Fact]
    public void Predict_BadArguments_SaysSo()
    {
        AssertPlainFailure(Predict("--volume", "11"), "--volume");
        AssertPlainFailure(Sample.Run("Predict", _folder.Path, "--model"), "--model");
        AssertPlainFailure(Predict("--device", "gpu"), "Device is gpu");
    }

    [Fact]
    public void Predict_NoModel_SaysSo()
    {
        File.WriteAllText(_folder["text.safetensors"], "this is no model, but long enough to be read as one");
        AssertPlainFailure(Sample.Run("Predict", _folder.Path, "--model", "none.safetensors"), "none.safetensors");
        AssertPlainFailure(Sample.Run("Predict", _folder.Path, "--model", "text.safetensors"), "not a model file");
        AssertPlainFailure(Sample.Run("Predict", _folder.Path, "--model", "."), "directory");
    }

    private static void AssertPlainFailure(ProcessResult result, params string[] anyOf)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(anyOf, word => result.StandardError.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Output, StringComparison.Ordinal);
    }

    private ProcessResult Predict(params string[] arguments) => Sample.Run("Predict", _folder.Path, ["--model", _model, .. arguments]);
}
