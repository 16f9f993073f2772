using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Inference;

/// <summary>
/// Makes one channel of a recording that comes whole or in blocks, as classifiers do, and says what about its channels is unusual. For one thread.
/// </summary>
/// <param name="mix">How the model wants channels mixed.</param>
public sealed class ChannelMixer(ChannelMix mix)
{
    /// <summary>
    /// The sentence with which the note about channels that differ ends. An application that offers <c>AnalyzeChannels</c> by another name puts
    /// its own sentence in its place.
    /// </summary>
    public const string SeparationHint = "AnalyzeChannels judges each on its own.";

    private readonly ChannelComparison _comparison = new();
    private int? _chosen;

    /// <summary>What was unusual so far.</summary>
    public IReadOnlyList<string> Notes => mix != ChannelMix.Average ? []
        : _chosen is { } channel ? [$"The channels cancel each other, as if one were wired the wrong way round; channel {channel + 1} alone was used."]
        : _comparison.AreDifferent ? [$"The channels differ much, as in a call with one speaker on each; their mean was used. {SeparationHint}"]
        : [];

    /// <summary>The mixed samples of the next block, in a new array.</summary>
    /// <param name="block">A block with the channels of the blocks before it, of any length.</param>
    public float[] Mix(Waveform block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (mix != ChannelMix.Average || block.ChannelCount == 1)
        {
            return ChannelMixing.Mix(block, mix);
        }

        _comparison.Add(block);
        _chosen = _comparison.AreOpposite ? _comparison.Loudest : null;
        return _chosen is { } channel ? block.Channel(channel).ToArray() : ChannelMixing.Mix(block, mix);
    }
}
