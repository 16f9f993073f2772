namespace EmoHRNet;

/// <summary>How long the steps of one prediction took.</summary>
public sealed record PredictionTimings
{
    /// <summary>Reading and decoding the file; zero when samples were passed.</summary>
    public TimeSpan Decoding { get; init; }

    /// <summary>Channel mixing, resampling, silence trimming.</summary>
    public TimeSpan Preparation { get; init; }

    /// <summary>Extracting the spectrogram.</summary>
    public TimeSpan Features { get; init; }

    /// <summary>Running the network. In a batch: the clip's share, by number of windows.</summary>
    public TimeSpan Network { get; init; }

    /// <summary>All steps together.</summary>
    public TimeSpan Total => Decoding + Preparation + Features + Network;
}
