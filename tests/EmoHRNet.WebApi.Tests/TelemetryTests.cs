using System.Net;
using System.Text;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

/// <summary>The metrics of the service, as the runtime's tracing sees them.</summary>
[Collection(ServiceGroup.Name)]
public sealed class TelemetryTests(ServiceFixture fixture)
{
    [Fact]
    public async Task Meter_AfterARequest_TellsAudioWorkAndRealTimeFactor()
    {
        using TemporaryFolder folder = new();
        string trace = folder["metrics.nettrace"];
        await using ServiceProcess service = await ServiceProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["DOTNET_EnableEventPipe"] = "1",
                ["DOTNET_EventPipeOutputPath"] = trace,
                ["DOTNET_EventPipeOutputStreaming"] = "1",
                ["DOTNET_EventPipeConfig"] = "System.Diagnostics.Metrics:0x3:4:Metrics=EmoHRNet.WebApi;RefreshInterval=1",
            },
            $"EmoHRNet:ModelPath={fixture.ModelPath}");
        HttpResponseMessage answer = await service.Client.PostBodyAsync("/predict", File.ReadAllBytes(SampleFiles.Clip("creaky-loud")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string[] expected = ["emohrnet.audio", "emohrnet.work.duration", "emohrnet.realtime_factor", "endpoint=predict"];
        for (int i = 0; i < 60 && !Array.TrueForAll(expected, text => Holds(trace, text)); i++)
        {
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
        }

        Assert.All(expected, text => Assert.True(Holds(trace, text), text));
    }

    private static bool Holds(string trace, string text)
    {
        using FileStream stream = new(trace, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }
}
