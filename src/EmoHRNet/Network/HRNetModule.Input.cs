using static TorchSharp.torch;

namespace EmoHRNet.Network;

public sealed partial class HRNetModule
{
    // Checked here because libtorch ends the process on some wrong shapes instead of throwing.
    private void CheckInput(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() != 4 || input.size(1) != Options.InputChannels || input.numel() == 0)
        {
            throw new ArgumentException(
                $"The input has the shape [{string.Join(", ", input.shape)}]; expected [N, {Options.InputChannels}, bands, frames], " +
                "each at least 1.",
                nameof(input));
        }

        if (input.dtype != _classifier.Weight.dtype)
        {
            throw new ArgumentException(
                $"The input is {input.dtype} and the network {_classifier.Weight.dtype}; convert one with to(...).", nameof(input));
        }

        if (training && input.size(0) * LowestSize(input.size(2), Options.Stem.BandStride) * LowestSize(input.size(3), Options.Stem.FrameStride) < 2)
        {
            throw new ArgumentException(
                $"A batch of shape [{string.Join(", ", input.shape)}] leaves one value per channel at the lowest resolution, which has no " +
                "variance to normalize by; train on more or longer clips, or call eval().",
                nameof(input));
        }
    }

    private long LowestSize(long size, int stride)
    {
        for (int i = 0; i < Options.Stem.ConvolutionCount; i++)
        {
            size = (size - 1) / stride + 1;
        }

        int halvings = Options.Stages[^1].Widths.Count - 1;
        return ((size - 1) >> halvings) + 1;
    }
}
