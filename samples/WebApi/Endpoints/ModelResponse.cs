using EmoHRNet.ModelFiles;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>The model, and the limits of the service.</summary>
internal sealed record ModelResponse
{
    /// <summary>The labels of the model.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The license of the weights.</summary>
    public required string License { get; init; }

    /// <summary>The held-out result of the model; null if unknown.</summary>
    public HeldOutResult? HeldOut { get; init; }

    /// <summary>The window of the network, in seconds.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>The largest upload.</summary>
    public required long UploadBytes { get; init; }

    /// <summary>The longest clip for /predict and /spectrogram; longer ones are for /analyze.</summary>
    public required int ClipSeconds { get; init; }
}
