using System.Buffers.Binary;
using System.Text.Json;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

/// <summary>The reading options of every command that reads recordings.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("predict", "--json", "half.wav")]
    [InlineData("analyze", "--json", "half.wav")]
    [InlineData("live", "--file", "half.wav", "--speed", "50")]
    [InlineData("spectrogram", "half.wav")]
    public void Command_HalfARecording_IsRefusedWithTheOptionThatReadsIt(params string[] command)
    {
        byte[] whole = File.ReadAllBytes(Clips.Voice(_folder["whole.wav"], 4));
        File.WriteAllBytes(_folder["half.wav"], whole[..(whole.Length / 2)]);

        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, command), "half.wav", "--allow-truncated");
        ProcessResult read = ToolProcess.Run(_folder.Path, [.. command, "--allow-truncated"]);

        Assert.True(read.ExitCode == 0, read.Output);
        if (command[0] is "predict" or "analyze")
        {
            Assert.Contains("2.0 s of the 4.0 s", read.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Predict_SamplesWithoutAHeader_AreReadAsTheOptionSays()
    {
        float[] voice = SyntheticVoice.Vowel(150, 1);
        byte[] big = new byte[4 * voice.Length];
        for (int i = 0; i < voice.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(big.AsSpan(4 * i), (short)(32_767 * voice[i]));
        }

        File.WriteAllBytes(_folder["call.raw"], big);
        JsonElement answer = Assert.Single(ToolProcess.Objects(ToolProcess.Run(_folder.Path, "predict", "--json", "--raw", "16000,2,pcm16", "call.raw")));
        Assert.Equal(1, answer.GetProperty("seconds").GetDouble(), 1e-6);
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--raw", "16000,2,mp3", "call.raw"), "--raw", "'16000,2,mp3'", "mulaw");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--raw", "16.000", "call.raw"), "--raw", "'16.000'");
    }

    [Fact]
    public void Predict_WithoutFfmpeg_SaysThatADecoderIsMissing()
    {
        File.WriteAllBytes(_folder["phone.amr"], "#!AMR\n<some frames of a telephone>"u8.ToArray());
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--ffmpeg", "none", "phone.amr"), "phone.amr");
        ToolProcess.AssertPlainFailure(ToolProcess.Run(_folder.Path, "predict", "--ffmpeg", "nowhere/ffmpeg", "phone.amr"), "nowhere/ffmpeg");
    }

    [Fact]
    public void Analyze_ChannelsThatDiffer_SaysHowTheToolJudgesEach()
    {
        float[] left = [.. SyntheticVoice.Vowel(120, 3), .. new float[48_000]];
        float[] right = [.. new float[48_000], .. SyntheticVoice.Vowel(220, 3)];
        new Audio.Waveform(16_000, left, right).Save(_folder["call.wav"]);

        foreach (string command in new[] { "predict", "analyze" })
        {
            ProcessResult result = ToolProcess.Run(_folder.Path, command, "call.wav");
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("emohrnet analyze --channels", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.DoesNotContain("AnalyzeChannels", result.Output, StringComparison.Ordinal);
        }
    }
}
