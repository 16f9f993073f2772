using System.Globalization;
using static TorchSharp.torch;

namespace EmoHRNet.Network;

public sealed partial class HRNetModule
{
    private int _frozenStage;

    /// <summary>
    /// Freezes the network up to a stage, for fine-tuning the rest: frozen parameters get no gradients, and frozen batch norms keep
    /// their statistics in training mode, too.
    /// </summary>
    /// <param name="stage">The last frozen stage: 1 is the stem with the residual stage, 2 and up the stages with parallel branches
    /// and the transitions into them; 0 freezes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The network has no such stage.</exception>
    public void FreezeThrough(int stage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stage, _backbone.StageCount + 1);
        _frozenStage = stage;
        foreach ((string name, nn.Module child) in named_children())
        {
            bool frozen = IsFrozen(name);
            foreach (TorchSharp.Modules.Parameter parameter in child.parameters())
            {
                parameter.requires_grad = !frozen;
            }
        }

        train(training);
    }

    /// <inheritdoc/>
    public override void train(bool train = true)
    {
        base.train(train);
        foreach ((string name, nn.Module child) in named_children())
        {
            if (IsFrozen(name))
            {
                child.train(false);
            }
        }
    }

    private bool IsFrozen(string child) => StageOf(child) <= _frozenStage;

    // conv1, bn1, conv2, bn2 and layer1 are the first stage; transitionK leads into stage K + 1; the head follows all stages.
    private static int StageOf(string child) => child.TrimEnd("0123456789".ToCharArray()) switch
    {
        "conv" or "bn" or "layer" => 1,
        "transition" => Number(child) + 1,
        "stage" => Number(child),
        _ => int.MaxValue,
    };

    private static int Number(string child) => int.Parse(child.AsSpan(child.Length - 1), CultureInfo.InvariantCulture);
}
