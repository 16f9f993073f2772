using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EmoHRNet.Audio;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

[Collection(ServiceGroup.Name)]
public sealed class AnalyzeTests(ServiceFixture fixture)
{
    private readonly HttpClient _client = fixture.Client;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Analyze_LongRecording_AnswersWhatTheLibraryDoes(bool merge)
    {
        using TemporaryFolder folder = new();
        LongRecording.Save(folder["long.wav"], 45);
        using EmotionClassifier classifier = new(fixture.ModelPath);
        EmotionTimeline expected = classifier.AnalyzeFile(folder["long.wav"], new AnalysisOptions { Merge = merge }, cancellationToken: TestContext.Current.CancellationToken);
        JsonElement[] lines = await AnalyzeAsync(File.ReadAllBytes(folder["long.wav"]), $"?merge={merge}");
        Assert.Equal(("started", "finished"), (Kind(lines[0]), Kind(lines[^1])));
        Assert.Equal(45, lines[0].GetProperty("seconds").GetDouble(), 1e-6);
        Assert.Equal(45, lines[^1].GetProperty("seconds").GetDouble(), 1e-6);
        JsonElement[] segments = lines[1..^1];
        Assert.All(segments, line => Assert.Equal("segment", Kind(line)));
        Assert.Equal(expected.Segments.Select(s => s.Label), segments.Select(s => s.GetProperty("label").GetString()));
        Assert.Contains(EmotionSegment.NoSpeechLabel, segments.Select(s => s.GetProperty("label").GetString()));
        for (int i = 0; i < segments.Length; i++)
        {
            Assert.Equal(expected.Segments[i].Start.TotalSeconds, segments[i].GetProperty("start").GetDouble(), 1e-3);
            Assert.Equal(expected.Segments[i].End.TotalSeconds, segments[i].GetProperty("end").GetDouble(), 1e-3);
            Assert.Equal(expected.Segments[i].Confidence, segments[i].GetProperty("confidence").GetSingle(), 1e-3f);
        }
    }

    [Fact]
    public async Task Analyze_Stereo_IsMixedAsTheModelWants()
    {
        Waveform mono = LongRecording.Create(20);
        using TemporaryFolder folder = new();
        new Waveform(16_000, mono.Channel(0).ToArray(), new float[mono.SampleCount]).Save(folder["stereo.wav"]);
        using EmotionClassifier classifier = new(fixture.ModelPath);
        EmotionTimeline expected = classifier.AnalyzeFile(folder["stereo.wav"], cancellationToken: TestContext.Current.CancellationToken);
        JsonElement[] segments = (await AnalyzeAsync(File.ReadAllBytes(folder["stereo.wav"])))[1..^1];
        Assert.Equal(expected.Segments.Select(s => s.Label), segments.Select(s => s.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task Analyze_ChannelsThatDiffer_AreNotedWithTheServicesOwnWay()
    {
        float[] voice = LongRecording.Create(8).Channel(0).ToArray();
        using TemporaryFolder folder = new();
        new Waveform(16_000, [.. voice, .. new float[voice.Length]], [.. new float[voice.Length], .. voice]).Save(folder["call.wav"]);
        JsonElement finished = (await AnalyzeAsync(File.ReadAllBytes(folder["call.wav"])))[^1];
        string note = Assert.Single(finished.GetProperty("notes").EnumerateArray()).GetString()!;
        Assert.Contains("/analyze?channels=each", note, StringComparison.Ordinal);
        Assert.DoesNotContain("AnalyzeChannels", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_EachChannel_AnswersWhatTheLibraryDoes()
    {
        float[] left = LongRecording.Create(20).Channel(0).ToArray();
        float[] right = [.. left.Skip(7 * 16_000), .. new float[7 * 16_000]];
        using TemporaryFolder folder = new();
        new Waveform(16_000, left, right).Save(folder["call.wav"]);
        using EmotionClassifier classifier = new(fixture.ModelPath);
        IReadOnlyList<EmotionTimeline> expected = classifier.AnalyzeFileChannels(folder["call.wav"], cancellationToken: TestContext.Current.CancellationToken);
        JsonElement[] segments = (await AnalyzeAsync(File.ReadAllBytes(folder["call.wav"]), "?channels=each"))[1..^1];
        for (int channel = 0; channel < 2; channel++)
        {
            JsonElement[] own = [.. segments.Where(segment => segment.GetProperty("channel").GetInt32() == channel + 1)];
            Assert.Equal(expected[channel].Segments.Select(s => s.Label), own.Select(s => s.GetProperty("label").GetString()));
            Assert.All(expected[channel].Segments.Zip(own), pair => Assert.Equal(pair.First.Start.TotalSeconds, pair.Second.GetProperty("start").GetDouble(), 1e-3));
        }

        new Waveform(8_000, [.. Enumerable.Range(0, 9).Select(_ => new float[8_000])]).Save(folder["crowd.wav"]);
        HttpResponseMessage crowd = await _client.PostBodyAsync("/analyze?channels=each", File.ReadAllBytes(folder["crowd.wav"]));
        Assert.Contains("9 channels", await crowd.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        HttpResponseMessage other = await _client.PostBodyAsync("/analyze?channels=some", WavBytes.Pcm16(8_000, new short[8_000]));
        Assert.Contains("'some'", await other.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_ChannelsThatCancelEachOther_AreHeardAndNoted()
    {
        float[] left = LongRecording.Create(12).Channel(0).ToArray();
        using TemporaryFolder folder = new();
        new Waveform(16_000, left, Array.ConvertAll(left, sample => -sample)).Save(folder["stereo.wav"]);
        using EmotionClassifier classifier = new(fixture.ModelPath);
        EmotionTimeline expected = classifier.AnalyzeFile(folder["stereo.wav"], cancellationToken: TestContext.Current.CancellationToken);
        JsonElement[] lines = await AnalyzeAsync(File.ReadAllBytes(folder["stereo.wav"]));
        Assert.Equal(expected.Segments.Select(s => s.Label), lines[1..^1].Select(s => s.GetProperty("label").GetString()));
        Assert.Equal(expected.Notes, lines[^1].GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        Assert.Contains(expected.Notes, note => note.Contains("cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Analyze_BadUploadOrParameter_IsRefusedBeforeTheFirstLine()
    {
        HttpResponseMessage text = await _client.PostBodyAsync("/analyze", Encoding.UTF8.GetBytes("this is no audio at all, only a line of text"));
        Assert.NotEmpty(await text.ReadProblemAsync(HttpStatusCode.BadRequest));
        HttpResponseMessage window = await _client.PostBodyAsync("/analyze?windowSeconds=0", WavBytes.Pcm16(16_000, new short[16_000]));
        Assert.Contains("WindowSeconds", await window.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        HttpResponseMessage comma = await _client.PostBodyAsync("/analyze?windowSeconds=1,5", WavBytes.Pcm16(16_000, new short[16_000]));
        Assert.StartsWith("windowSeconds is '1,5'", await comma.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        HttpResponseMessage none = await _client.PostBodyAsync("/analyze", WavBytes.Pcm16(16_000, []));
        Assert.Contains("no samples", await none.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        HttpResponseMessage word = await _client.PostBodyAsync("/analyze?windowSeconds=wide", WavBytes.Pcm16(16_000, new short[16_000]));
        await word.ReadProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Analyze_DamagedInTheMiddle_EndsWithTheReason()
    {
        float[] samples = LongRecording.Create(20).Channel(0).ToArray();
        samples[15 * 16_000] = float.NaN;
        JsonElement[] lines = await AnalyzeAsync(WavBytes.FloatingPoint(16_000, samples));
        Assert.Equal("failed", Kind(lines[^1]));
        Assert.Contains("finite", lines[^1].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", lines[^1].GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_ClientLeaves_StopsTheWork()
    {
        byte[] hour = WavBytes.Pcm16(4_000, Noise(3_600 * 4_000));
        using (HttpRequestMessage request = new(HttpMethod.Post, "/analyze?merge=false") { Content = new ByteArrayContent(hour) })
        {
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            using StreamReader lines = new(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            Assert.Contains("started", await lines.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("segment", await lines.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.True(await fixture.Service.HasWrittenAsync("Stopped an analysis after", TimeSpan.FromMinutes(1)), fixture.Service.Output);
        Assert.DoesNotContain("after 3600 seconds", fixture.Service.Output, StringComparison.Ordinal);
    }

    private static short[] Noise(int count)
    {
        Random random = new(3);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++)
        {
            samples[i] = (short)random.Next(-8_000, 8_000);
        }

        return samples;
    }

    private static string Kind(JsonElement line) => line.GetProperty("kind").GetString()!;

    private async Task<JsonElement[]> AnalyzeAsync(byte[] recording, string query = "")
    {
        HttpResponseMessage answer = await _client.PostFormAsync("/analyze" + query, recording);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
