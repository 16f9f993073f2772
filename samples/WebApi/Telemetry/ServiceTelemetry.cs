using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EmoHRNet.Samples.WebApi.Telemetry;

/// <summary>
/// What the service measures of itself beside what ASP.NET Core does (requests, their durations, the queue): audio, work and live streams.
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
        _audio = meter.CreateCounter<double>("emohrnet.audio", "s", "The audio that was answered.");
        _work = meter.CreateHistogram<double>("emohrnet.work.duration", "s", "The time that decoding and the model took for a request.");
        _realTimeFactor = meter.CreateHistogram<double>("emohrnet.realtime_factor", "1", "The seconds of work for a second of audio.");
        _liveStreams = meter.CreateUpDownCounter<long>("emohrnet.live.streams", "{stream}", "The live streams that are open.");
    }

    /// <summary>Begins a step of a request; null when nobody listens.</summary>
    public Activity? Begin(string step) => _activities.StartActivity(step);

    /// <summary>Counts an answer.</summary>
    /// <param name="endpoint">Which endpoint gave it.</param>
    /// <param name="audioSeconds">The length of the audio.</param>
    /// <param name="work">The time that it took, without the upload.</param>
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
