using EmoHRNet.ModelFiles;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>What answers, and what may be sent to it.</summary>
internal sealed record ModelResponse
{
    /// <summary>The labels that answers choose from.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The license of the weights.</summary>
    public required string License { get; init; }

    /// <summary>How well the model did on speech it was not trained on; null where nobody measured.</summary>
    public HeldOutResult? HeldOut { get; init; }

    /// <summary>The seconds that the network sees at once.</summary>
    public required double WindowSeconds { get; init; }

    /// <summary>The largest upload.</summary>
    public required long UploadBytes { get; init; }

    /// <summary>The longest clip for /predict and /spectrogram; longer ones are for /analyze.</summary>
    public required int ClipSeconds { get; init; }
}
