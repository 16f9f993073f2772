using System.Text.Json;
using EmoHRNet.Audio;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class AnalyzeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Analyze_EveryFormat_CoversTheRecording()
    {
        Clips.Voice(_folder["call.wav"], 6);
        JsonElement json = JsonDocument.Parse(Analyze("--json", "call.wav").StandardOutput).RootElement;
        JsonElement[] segments = [.. json.GetProperty("segments").EnumerateArray()];
        Assert.Equal(0, segments[0].GetProperty("start").GetDouble());
        Assert.Equal(6, segments[^1].GetProperty("end").GetDouble(), 1e-3);
        string[] rows = ToolProcess.Lines(Analyze("--format", "csv", "call.wav").StandardOutput);
        Assert.StartsWith("start,end,label,confidence", rows[0], StringComparison.Ordinal);
        Assert.Equal(segments.Length, rows.Length - 1);
        Assert.StartsWith("WEBVTT", Analyze("--format", "vtt", "call.wav").StandardOutput, StringComparison.Ordinal);
        Assert.Contains("-->", Analyze("--format", "srt", "call.wav").StandardOutput, StringComparison.Ordinal);
        Assert.Contains("call.wav  00:00:06.0", Analyze("call.wav").StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_IntoAFolder_WritesAFilePerRecordingAndOverwritesNone()
    {
        Clips.Voice(_folder["one/call.wav"], 3);
        Clips.Voice(_folder["two/call.wav"], 4);
        ProcessResult result = Analyze("--output", "out", "--format", "vtt", "one", "two");
        Assert.Equal([_folder["out/call.vtt"], _folder["out/call-2.vtt"]], ToolProcess.Lines(result.StandardOutput).Select(path => Path.GetFullPath(path, _folder.Path)));
        Analyze("--output", "out", "--format", "picture", "one");
        Assert.True(new FileInfo(_folder["out/call.png"]).Length > 5_000);
        Analyze("--output", "out", "one");
        Assert.StartsWith("start,end,label", File.ReadAllText(_folder["out/call.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_Channels_JudgesEachOnItsOwn()
    {
        float[] voice = SyntheticVoice.Vowel(150, 4);
        new Waveform(Clips.Rate, voice, new float[voice.Length]).Save(_folder["call.wav"]);
        ProcessResult result = Analyze("--channels", "--output", "out", "--format", "json", "call.wav");
        Assert.Equal(2, ToolProcess.Lines(result.StandardOutput).Length);
        Assert.DoesNotContain("no speech", File.ReadAllText(_folder["out/call.channel1.json"]), StringComparison.Ordinal);
        JsonElement silent = JsonDocument.Parse(File.ReadAllText(_folder["out/call.channel2.json"])).RootElement;
        Assert.Equal("no speech", Assert.Single(silent.GetProperty("segments").EnumerateArray()).GetProperty("label").GetString());
    }

    [Fact]
    public void Analyze_WhatHasNoPlaceOrIsNoNumber_IsRefused()
    {
        Clips.Voice(_folder["a.wav"], 1);
        Clips.Voice(_folder["b.wav"], 1);
        ToolProcess.AssertPlainFailure(Run("--window", "1,5", "a.wav"), "--window", "'1,5'");
        ToolProcess.AssertPlainFailure(Run("--hop", "0", "a.wav"), "HopSeconds");
        ToolProcess.AssertPlainFailure(Run("--speech-threshold", "1.5", "a.wav"), "SpeechThreshold", "1.5");
        ToolProcess.AssertPlainFailure(Run("--format", "picture", "a.wav"), "--output");
        ToolProcess.AssertPlainFailure(Run("--format", "vtt", "a.wav", "b.wav"), "--output");
        ToolProcess.AssertPlainFailure(Run("--format", "xml", "a.wav"), "xml");
    }

    private ProcessResult Run(params string[] arguments) => ToolProcess.Run(_folder.Path, ["analyze", .. arguments]);

    private ProcessResult Analyze(params string[] arguments)
    {
        // The clips hold a vowel, which is a tone to the detector of speech.
        ProcessResult result = Run([.. arguments, "--speech-threshold", "0"]);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("CC BY-NC-SA", result.StandardError, StringComparison.Ordinal);
        return result;
    }
}
