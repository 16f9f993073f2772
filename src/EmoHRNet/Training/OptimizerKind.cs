namespace EmoHRNet.Training;

/// <summary>The rule that turns gradients into weight updates.</summary>
public enum OptimizerKind
{
    /// <summary>Adam with L2 regularisation, the paper's choice.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2019).</summary>
    AdamW,

    /// <summary>Stochastic gradient descent with Nesterov momentum.</summary>
    Sgd,
}
