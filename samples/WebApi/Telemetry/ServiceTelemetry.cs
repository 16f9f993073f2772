using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EmoHRNet.Samples.WebApi.Telemetry;

/// <summary>
/// Metrics of the service in addition to ASP.NET Core's (requests, their durations, the queue): audio, work and live streams.
/// OpenTelemetry and dotnet-counters read meters and activities of this name.
/// </summary>
internal sealed class ServiceTelemetry : IDisposable
{
    public const string Name = "EmoHRNet.WebApi";

    private readonly ActivitySource _activities = new(Name);
    private readonly Counter<double> _audio;
    private readonly Histogram<double> _work;
    private readonly Histogram<double> _realTimeFactor;
    private readonly UpDownCounter<long> _liveStreams;

    public ServiceTelemetry(IMeterFactory meters)
    {
        Meter meter = meters.Create(Name);
        _audio = meter.CreateCounter<double>("emohrnet.audio", "s", "The seconds of audio processed.");
        _work = meter.CreateHistogram<double>("emohrnet.work.duration", "s", "The time of decoding and model for a request.");
        _realTimeFactor = meter.CreateHistogram<double>("emohrnet.realtime_factor", "1", "The seconds of work per second of audio.");
        _liveStreams = meter.CreateUpDownCounter<long>("emohrnet.live.streams", "{stream}", "The number of open live streams.");
    }

    /// <summary>Starts an activity for a step of a request; null without a listener.</summary>
    public Activity? Begin(string step) => _activities.StartActivity(step);

    /// <summary>Records a processed request.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="audioSeconds">The length of the audio.</param>
    /// <param name="work">The processing time, without the upload.</param>
    public void Count(string endpoint, double audioSeconds, TimeSpan work)
    {
        KeyValuePair<string, object?> tag = new("endpoint", endpoint);
        _audio.Add(audioSeconds, tag);
        _work.Record(work.TotalSeconds, tag);
        if (audioSeconds > 0)
        {
            _realTimeFactor.Record(work.TotalSeconds / audioSeconds, tag);
        }
    }

    public void StreamOpened() => _liveStreams.Add(1);

    public void StreamClosed() => _liveStreams.Add(-1);

    public void Dispose() => _activities.Dispose();
}
