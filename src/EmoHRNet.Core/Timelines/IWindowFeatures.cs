using EmoHRNet.Audio.Features;

namespace EmoHRNet.Timelines;

/// <summary>From a stream of samples at the model's rate to the features of its windows, as the network is to see them.</summary>
internal interface IWindowFeatures
{
    /// <summary>The frames that can be cut out by now.</summary>
    long End { get; }

    /// <summary>Takes the next samples; they are handed over and may be changed.</summary>
    void Append(float[] samples);

    /// <summary>Ends the stream.</summary>
    void Complete();

    /// <summary>The features of consecutive frames.</summary>
    Spectrogram Window(long start, int count);

    /// <summary>The features from a frame to the end of the completed stream.</summary>
    Spectrogram Rest(long start);

    /// <summary>Says that no later window begins before a frame.</summary>
    void Forget(long before);
}
