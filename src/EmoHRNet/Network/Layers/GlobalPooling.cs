using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>A map [N, C, bands, frames] to a vector [N, <see cref="PoolingKinds.OutputWidth"/>]: its mean, or an attention-weighted mean over frames.</summary>
internal sealed class GlobalPooling : nn.Module<Tensor, Tensor>
{
    private static readonly long[] Spatial = [2, 3];
    private static readonly long[] Bands = [2];

    // Small weights, so that attention starts nearly uniform. With fan-out initialization and a single output, one frame would dominate.
    private const double ScoreDeviation = 0.01;

    [ComponentName(Name = "score")]
    private readonly Convolution? _score;

    public GlobalPooling(LayerFactory factory, PoolingKind kind, int channels)
        : base(nameof(GlobalPooling))
    {
        _score = kind switch
        {
            PoolingKind.Average => null,
            PoolingKind.Attention => new Convolution(factory, channels, 1, kernel: 1, (1, 1), bias: true, ScoreDeviation),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a defined way of pooling."),
        };

        RegisterComponents();
    }

    public override Tensor forward(Tensor map)
    {
        if (_score is null)
        {
            return map.mean(Spatial);
        }

        using Tensor perFrame = map.mean(Bands, keepdim: true);
        using Tensor scores = _score.call(perFrame);
        using Tensor weights = scores.softmax(3);
        using Tensor weighted = perFrame.mul(weights);
        return weighted.sum(Spatial);
    }
}
