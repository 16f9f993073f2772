using EmoHRNet.Audio;

namespace EmoHRNet.Samples.WebApi;

/// <summary>Which model answers, and how recordings are read; the section <c>Model</c> of appsettings.json.</summary>
internal sealed class ModelSettings
{
    /// <summary>The model file; none is the pretrained one.</summary>
    public string? Path { get; init; }

    /// <summary>What computes: cpu, cuda, or another execution provider of ONNX Runtime.</summary>
    public string ExecutionProvider { get; init; } = "cpu";

    /// <summary>The threads that one request's network uses; none is one for each core.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether what is not decoded here goes through ffmpeg. Default true.</summary>
    public bool UseFfmpeg { get; init; } = true;

    /// <summary>The ffmpeg to use; none is the one in PATH.</summary>
    public string? FfmpegPath { get; init; }

    public AudioReadOptions ToReadOptions() => new() { UseFfmpeg = UseFfmpeg, FfmpegPath = FfmpegPath is { Length: > 0 } path ? path : null };
}
