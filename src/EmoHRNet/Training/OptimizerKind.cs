namespace EmoHRNet.Training;

/// <summary>The rule that turns gradients into weight updates.</summary>
public enum OptimizerKind
{
    /// <summary>Adam with L2 regularization, the paper's choice.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2019).</summary>
    AdamW,

    /// <summary>Stochastic gradient descent with Nesterov momentum.</summary>
    Sgd,

    /// <summary>
    /// Muon (Jordan et al., 2024) for the kernels of convolutions, whose updates become orthogonal matrices; AdamW for everything else. It
    /// needs fewer epochs than AdamW and more time for each (docs/training.md).
    /// </summary>
    Muon,
}
