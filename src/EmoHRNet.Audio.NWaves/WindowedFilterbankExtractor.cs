using NWaves.FeatureExtractors;
using NWaves.FeatureExtractors.Options;

namespace EmoHRNet.Audio.NWaves;

/// <summary>NWaves' filter bank extractor with a periodic window, as in torchaudio; NWaves' own windows are symmetric.</summary>
internal sealed class WindowedFilterbankExtractor(FilterbankOptions options, float[] window) : FilterbankExtractor(options)
{
    public override void ProcessFrame(float[] block, float[] features)
    {
        for (int i = 0; i < window.Length; i++)
        {
            block[i] *= window[i];
        }

        base.ProcessFrame(block, features);
    }

    // The base class would create a copy without the window.
    public override bool IsParallelizable() => false;
}
