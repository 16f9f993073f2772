using EmoHRNet.Audio.Features;

namespace EmoHRNet.Timelines;

/// <summary>Turns a stream of samples at the model's rate into the features of its windows, the input of the network.</summary>
internal interface IWindowFeatures
{
    /// <summary>The number of frames available so far.</summary>
    long End { get; }

    /// <summary>Appends samples; takes ownership and may change them.</summary>
    void Append(float[] samples);

    /// <summary>Ends the stream.</summary>
    void Complete();

    /// <summary>The features of consecutive frames.</summary>
    Spectrogram Window(long start, int count);

    /// <summary>The features from a frame to the end of the completed stream.</summary>
    Spectrogram Rest(long start);

    /// <summary>Drops frames that are no longer needed: no later window begins before the given frame.</summary>
    void Forget(long before);
}
