using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Inference;

/// <summary>
/// Mixes a recording, whole or in blocks, to one channel as classifiers do, and notes what is unusual about its channels. Not thread-safe.
/// </summary>
/// <param name="mix">How the model wants channels mixed.</param>
public sealed class ChannelMixer(ChannelMix mix)
{
    /// <summary>
    /// The last sentence of the note about differing channels. An application that offers <c>AnalyzeChannels</c> under another name can
    /// replace it.
    /// </summary>
    public const string SeparationHint = "AnalyzeChannels analyzes each separately.";

    private readonly ChannelComparison _comparison = new();
    private int? _chosen;

    /// <summary>What has been unusual so far.</summary>
    public IReadOnlyList<string> Notes => mix != ChannelMix.Average ? []
        : _chosen is { } channel ? [$"The channels cancel each other, as if one were wired the wrong way round; channel {channel + 1} alone was used."]
        : _comparison.AreDifferent ? [$"The channels differ much, as in a call with one speaker on each; their mean was used. {SeparationHint}"]
        : [];

    /// <summary>The mixed samples of the next block, in a new array.</summary>
    /// <param name="block">A block of any length with the same channels as the blocks before it.</param>
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
