namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>Ranges of a kind of call: pitch in hertz, duration in seconds, tube length in meters; most breath, roughness and tremor, 0 to 1.</summary>
internal sealed record CallKind(
    string Name, double Low, double High, double Shortest, double Longest, double ShortTube, double LongTube, double Breath, double Rough, double Tremor);
