using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using EmoHRNet.Audio;

namespace EmoHRNet.WebApi.Tests;

[Collection(ServiceGroup.Name)]
public sealed class LiveTests(ServiceFixture fixture, StrictServiceFixture strict)
{
    private const int SampleRate = 16_000;

    [Fact]
    public async Task Live_FiftyStreamsAtOnce_EachAnswersWhatAnalyzeDoes()
    {
        Waveform speech = LongRecording.Create(30);
        byte[][] recordings = [.. Enumerable.Range(0, 5).Select(i => Pcm(speech.Channel(0).Slice(i * 5 * SampleRate, 4 * SampleRate)))];
        using EmotionClassifier classifier = new(fixture.ModelPath);
        EmotionTimeline[] expected = [.. recordings.Select(pcm => classifier.Analyze(Samples(pcm), SampleRate, cancellationToken: TestContext.Current.CancellationToken))];
        LiveClient[] clients = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => LiveClient.ConnectAsync(fixture.Service.Address, "/live")));
        List<JsonElement>[] answers = await Task.WhenAll(clients.Select(async (client, i) =>
        {
            // Cut at arbitrary bytes, even within samples.
            foreach (byte[] piece in recordings[i % recordings.Length].Chunk(1_001 + i))
            {
                await client.SendAsync(piece);
            }

            await client.EndAsync();
            return await client.ReadAllAsync();
        }));
        for (int i = 0; i < clients.Length; i++)
        {
            AssertSame(expected[i % expected.Length], answers[i]);
            Assert.Equal(WebSocketCloseStatus.NormalClosure, clients[i].CloseStatus);
            clients[i].Dispose();
        }
    }

    /// <summary>
    /// Streams in real time: if the service is too slow, the last answers are late, and later for longer streams. The current speed of this
    /// machine is measured first, with the same streams sent at once: on a busy machine the test is skipped.
    /// </summary>
    [Fact]
    public async Task Live_FiftyStreamsAtRealTime_DoNotFallBehind()
    {
        const int Seconds = 12;
        byte[] recording = Pcm(LongRecording.Create(Seconds).Channel(0));
        double atOnce = (await FollowFiftyAsync(recording, isPaced: false)).Max();
        Assert.SkipWhen(atOnce > 0.6 * Seconds, FormattableString.Invariant($"This machine is busy: it takes {atOnce:0.0} s for {Seconds} s of fifty streams."));

        double[] ends = await FollowFiftyAsync(recording, isPaced: true);

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"sent at once {atOnce:0.0} s; behind real time: median {ends.Order().ElementAt(25) - Seconds:0.00} s, most {ends.Max() - Seconds:0.00} s"));
        Assert.InRange(ends.Max(), Seconds - 0.1, Seconds + (Seconds / 2.0));
    }

    [Fact]
    public async Task Live_StereoFloats_AreMixedAsAnalyzeDoes()
    {
        float[] left = LongRecording.Create(6).Channel(0).ToArray();
        float[] right = new float[left.Length];
        byte[] bytes = new byte[left.Length * 8];
        for (int i = 0; i < left.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8 * i), left[i]);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((8 * i) + 4), right[i]);
        }

        using EmotionClassifier classifier = new(fixture.ModelPath);
        EmotionTimeline expected = classifier.Analyze(
            new Waveform(SampleRate, left, right), new AnalysisOptions { Merge = false }, cancellationToken: TestContext.Current.CancellationToken);
        using LiveClient client = await LiveClient.ConnectAsync(fixture.Service.Address, "/live?channels=2&encoding=float32&merge=false");
        await client.SendAsync(bytes);
        await client.EndAsync();
        AssertSame(expected, await client.ReadAllAsync());
    }

    /// <summary>Data in flight is bounded by buffers, not by the length of the stream.</summary>
    [Fact]
    public async Task Live_SenderFasterThanTheModel_HasToWait()
    {
        const int Rate = 48_000;
        const int Channels = 8;
        const int SecondLength = Rate * Channels * sizeof(float);
        const int Seconds = 60;
        using LiveClient client = await LiveClient.ConnectAsync(fixture.Service.Address, $"/live?sampleRate={Rate}&channels={Channels}&encoding=float32&merge=false");
        int sent = 0;
        double mostUnderWay = 0;
        Task sending = SendAsync();
        double heard = 0;
        while (await client.ReadAsync() is { } answer)
        {
            mostUnderWay = Math.Max(mostUnderWay, Volatile.Read(ref sent) - heard);
            heard = answer.TryGetProperty("end", out JsonElement end) ? end.GetDouble() : heard;
        }

        await sending;
        Assert.Equal(Seconds, heard, 0.1);
        Assert.InRange(mostUnderWay, 0, Seconds / 2);

        async Task SendAsync()
        {
            for (; sent < Seconds; sent++)
            {
                await client.SendAsync(new byte[SecondLength]);
            }

            await client.EndAsync();
        }
    }

    [Fact]
    public async Task Live_Nothing_EndsWithTheReason()
    {
        using LiveClient empty = await LiveClient.ConnectAsync(fixture.Service.Address, "/live");
        await empty.EndAsync();
        JsonElement last = (await empty.ReadAllAsync())[^1];
        Assert.Equal("failed", last.GetProperty("kind").GetString());
        Assert.Contains("no samples", last.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/live?sampleRate=16,000")]
    [InlineData("/live?sampleRate=10")]
    [InlineData("/live?channels=9")]
    [InlineData("/live?encoding=mp3")]
    [InlineData("/live?windowSeconds=0")]
    public async Task Live_BadParameter_IsRefused(string path)
    {
        int status = 0;
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(fixture.Service.Address, path, code => status = code));
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Live_NotAWebSocket_IsRefused()
    {
        HttpResponseMessage answer = await fixture.Client.GetAsync(new Uri("/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("WebSocket", await answer.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_Key_MayStandAmongTheProtocols()
    {
        int status = 0;
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(strict.Service.Address, StrictServiceFixture.Path + "/live", code => status = code));
        Assert.Equal(401, status);
        using LiveClient client = await ConnectToStrictAsync();
        Assert.Equal("emohrnet.live", client.Protocol);
        await client.SendAsync(new byte[2 * SampleRate]);
        await client.EndAsync();
        Assert.Equal("finished", (await client.ReadAllAsync())[^1].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Live_SilentOrTooManyStreams_AreEndedOrRefused()
    {
        LiveClient[] idle = [.. await Task.WhenAll(Enumerable.Range(0, StrictServiceFixture.LiveStreams).Select(_ => ConnectToStrictAsync()))];
        int status = 0;
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectToStrictAsync(code => status = code));
        Assert.Equal(503, status);
        foreach (LiveClient client in idle)
        {
            JsonElement last = (await client.ReadAllAsync())[^1];
            Assert.Contains("No audio came", last.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Equal(WebSocketCloseStatus.PolicyViolation, client.CloseStatus);
            client.Dispose();
        }
    }

    /// <summary>The seconds until each of fifty streams has received its last answer.</summary>
    private async Task<double[]> FollowFiftyAsync(byte[] recording, bool isPaced)
    {
        LiveClient[] clients = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => LiveClient.ConnectAsync(fixture.Service.Address, "/live?merge=false")));
        double[] ends = await Task.WhenAll(clients.Select(client => FollowAsync(client, recording, isPaced)));
        Array.ForEach(clients, client => client.Dispose());
        return ends;
    }

    private static async Task<double> FollowAsync(LiveClient client, byte[] recording, bool isPaced)
    {
        const int PieceLength = 2 * SampleRate / 5;
        Stopwatch clock = Stopwatch.StartNew();
        Task<List<JsonElement>> answers = client.ReadAllAsync();
        int sent = 0;
        foreach (byte[] piece in recording.Chunk(PieceLength))
        {
            sent += piece.Length;
            TimeSpan wait = TimeSpan.FromSeconds(sent / (2.0 * SampleRate)) - clock.Elapsed;
            await Task.Delay(isPaced && wait > TimeSpan.Zero ? wait : TimeSpan.Zero, TestContext.Current.CancellationToken);
            await client.SendAsync(piece);
        }

        await client.EndAsync();
        JsonElement last = (await answers)[^1];
        Assert.Equal("finished", last.GetProperty("kind").GetString());
        Assert.Equal(recording.Length / (2.0 * SampleRate), last.GetProperty("seconds").GetDouble(), 0.01);
        return clock.Elapsed.TotalSeconds;
    }

    private Task<LiveClient> ConnectToStrictAsync(Action<int>? refused = null) => LiveClient.ConnectAsync(
        strict.Service.Address, StrictServiceFixture.Path + "/live", refused, "emohrnet.live", "emohrnet.key." + StrictServiceFixture.Key);

    private static void AssertSame(EmotionTimeline expected, List<JsonElement> answers)
    {
        Assert.Equal("started", answers[0].GetProperty("kind").GetString());
        Assert.Equal("finished", answers[^1].GetProperty("kind").GetString());
        Assert.Equal(expected.Duration.TotalSeconds, answers[^1].GetProperty("seconds").GetDouble(), 1e-6);
        JsonElement[] segments = [.. answers.Skip(1).SkipLast(1)];
        Assert.Equal(expected.Segments.Count, segments.Length);
        Assert.All(expected.Segments.Zip(segments), pair =>
        {
            Assert.Equal(pair.First.Label, pair.Second.GetProperty("label").GetString());
            Assert.Equal(pair.First.Start.TotalSeconds, pair.Second.GetProperty("start").GetDouble(), 1e-6);
            Assert.Equal(pair.First.End.TotalSeconds, pair.Second.GetProperty("end").GetDouble(), 1e-6);
            Assert.Equal(pair.First.Confidence, pair.Second.GetProperty("confidence").GetSingle(), 1e-3f);
        });
    }

    private static byte[] Pcm(ReadOnlySpan<float> samples)
    {
        byte[] bytes = new byte[2 * samples.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), (short)Math.Clamp(32_768 * samples[i], short.MinValue, short.MaxValue));
        }

        return bytes;
    }

    private static float[] Samples(byte[] pcm) =>
        [.. Enumerable.Range(0, pcm.Length / 2).Select(i => BinaryPrimitives.ReadInt16LittleEndian(pcm.AsSpan(2 * i)) / 32_768f)];
}
