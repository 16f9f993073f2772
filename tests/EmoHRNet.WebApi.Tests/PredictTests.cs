using System.Net;
using System.Text;
using System.Text.Json;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

[Collection(ServiceGroup.Name)]
public sealed class PredictTests(ServiceFixture fixture)
{
    private readonly HttpClient _client = fixture.Client;

    [Fact]
    public async Task Predict_Clip_AnswersWhatTheLibraryDoes()
    {
        using EmotionClassifier classifier = new(fixture.ModelPath);
        EmotionPrediction expected = classifier.PredictFile(SampleFiles.Speech);
        JsonElement actual = await PredictAsync(await _client.PostFormAsync("/predict", File.ReadAllBytes(SampleFiles.Speech)));
        Assert.Equal(expected.Label, actual.GetProperty("label").GetString());
        Assert.Equal(expected.Confidence, actual.GetProperty("confidence").GetSingle(), 1e-4f);
        Assert.Equal(expected.Duration.TotalSeconds, actual.GetProperty("seconds").GetDouble(), 1e-6);
        Assert.True(actual.GetProperty("milliseconds").GetDouble() > 0);
        Assert.Equal(expected.Notes, actual.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        AssertProbabilities(expected, actual);
    }

    [Theory]
    [InlineData("audio/wav")]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded")] // what curl --data-binary says
    [InlineData(null)]
    public async Task Predict_ClipAsBody_AnswersLikeAForm(string? contentType)
    {
        byte[] clip = File.ReadAllBytes(SampleFiles.Speech);
        JsonElement form = await PredictAsync(await _client.PostFormAsync("/predict", clip));
        JsonElement body = await PredictAsync(await _client.PostBodyAsync("/predict", clip, contentType));
        Assert.Equal(form.GetProperty("probabilities").GetRawText(), body.GetProperty("probabilities").GetRawText());
    }

    [Fact]
    public async Task Predict_ManyAtOnce_AnswersEachItsOwn()
    {
        string[] names = ["creaky-loud", "slow-soft", "slow-low", "rising"];
        using EmotionClassifier classifier = new(fixture.ModelPath);
        JsonElement[] answers = await Task.WhenAll(Enumerable.Repeat(names, 4).SelectMany(all => all).Select(async name =>
            await PredictAsync(await _client.PostFormAsync("/predict", File.ReadAllBytes(SampleFiles.Clip(name))))));
        EmotionPrediction[] expected = [.. names.Select(name => classifier.PredictFile(SampleFiles.Clip(name)))];
        for (int i = 0; i < answers.Length; i++)
        {
            AssertProbabilities(expected[i % names.Length], answers[i]);
        }
    }

    [Fact]
    public async Task Predict_Silence_IsUncertainAndSaysWhy()
    {
        JsonElement answer = await PredictAsync(await _client.PostBodyAsync("/predict", WavBytes.Pcm16(16_000, new short[16_000])));
        Assert.Equal("uncertain", answer.GetProperty("label").GetString());
        Assert.NotEmpty(answer.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task Predict_CompressedClip_IsDecodedWhereFfmpegIs()
    {
        byte[]? clip = Ffmpeg.Encode(SampleFiles.Speech, "ogg");
        Assert.SkipWhen(clip is null, "There is no ffmpeg with an Ogg encoder here.");
        using EmotionClassifier classifier = new(fixture.ModelPath);
        double seconds = classifier.PredictFile(SampleFiles.Speech).Duration.TotalSeconds;
        JsonElement answer = await PredictAsync(await _client.PostFormAsync("/predict", clip));
        Assert.Equal(seconds, answer.GetProperty("seconds").GetDouble(), 0.1);
    }

    [Fact]
    public async Task Predict_CorruptUpload_IsRefusedWithTheReason()
    {
        byte[] clip = File.ReadAllBytes(SampleFiles.Speech);
        Assert.Matches("ffmpeg|WAV", await RefuseAsync(Encoding.UTF8.GetBytes("this is no audio at all, only a line of text")));
        Assert.Contains("promises", await RefuseAsync(clip[..(clip.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("empty", await RefuseAsync([]), StringComparison.Ordinal);
        Assert.Contains("no samples", await RefuseAsync(WavBytes.Pcm16(16_000, [])), StringComparison.Ordinal);
        Assert.Contains("finite", await RefuseAsync(WavBytes.FloatingPoint(16_000, [0, float.NaN, 0])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_HalfAClip_IsReadWhereItIsAskedForAndNoted()
    {
        byte[] clip = File.ReadAllBytes(SampleFiles.Speech);
        Assert.Contains("allowTruncated=true", await RefuseAsync(clip[..(clip.Length / 2)]), StringComparison.Ordinal);
        JsonElement answer = await PredictAsync(await _client.PostBodyAsync("/predict?allowTruncated=true", clip[..(clip.Length / 2)]));
        Assert.NotEmpty(answer.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task Predict_WhatFfmpegRefuses_SaysNothingOfThisMachine()
    {
        byte[]? clip = Ffmpeg.Encode(SampleFiles.Speech, "m4a");
        Assert.SkipWhen(clip is null, "There is no ffmpeg with an AAC encoder here.");
        foreach (byte[] bad in new[] { clip[..(clip.Length / 2)], [.. clip[..64], .. new byte[5_000]] })
        {
            string problem = await RefuseAsync(bad);
            Assert.Contains("damaged", problem, StringComparison.Ordinal);
            Assert.DoesNotContain("ffmpeg", problem, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Path.GetTempPath(), problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Predict_FormWithoutAFile_IsRefused()
    {
        using MultipartFormDataContent form = new() { { new StringContent("hello"), "text" } };
        HttpResponseMessage answer = await _client.PostAsync(new Uri("/predict", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Contains("no file", await answer.ReadProblemAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_MalformedForm_IsRefused()
    {
        ByteArrayContent body = new("--x\r\nnonsense"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        HttpResponseMessage answer = await _client.PostAsync(new Uri("/predict", UriKind.Relative), body, TestContext.Current.CancellationToken);
        await answer.ReadProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Predict_ClipTooLong_PointsToAnalyze()
    {
        byte[] clip = WavBytes.Pcm16(8_000, new short[8_000 * (ServiceFixture.ClipSeconds + 1)]);
        Assert.Contains("/analyze", await RefuseAsync(clip), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/predict")]
    [InlineData("/spectrogram")]
    [InlineData("/analyze")]
    public async Task Upload_TooLarge_IsRefusedBeforeItIsReceived(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(new byte[(ServiceFixture.UploadMegabytes * 1_000_000) + 1]),
            Headers = { ExpectContinue = true },
        };
        HttpResponseMessage answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<JsonElement> PredictAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.ReadJsonAsync();
    }

    private static void AssertProbabilities(EmotionPrediction expected, JsonElement actual)
    {
        JsonElement probabilities = actual.GetProperty("probabilities");
        Assert.Equal(expected.Probabilities.Keys, probabilities.EnumerateObject().Select(p => p.Name));
        Assert.All(expected.Probabilities, p => Assert.Equal(p.Value, probabilities.GetProperty(p.Key).GetSingle(), 1e-4f));
    }

    private async Task<string> RefuseAsync(byte[] clip) => await (await _client.PostBodyAsync("/predict", clip)).ReadProblemAsync(HttpStatusCode.BadRequest);
}
