namespace EmoHRNet.Training;

/// <summary>The numbers of one forward pass, in managed memory.</summary>
/// <param name="Inputs">The network's input, row-major [count, channels, bands, frames].</param>
/// <param name="Targets">The target distributions, row-major [count, classes].</param>
/// <param name="Count">The number of utterances.</param>
internal sealed record TrainingBatch(float[] Inputs, float[] Targets, int Count)
{
    /// <summary>The target distributions of each auxiliary task, row-major [count, classes of the task].</summary>
    public IReadOnlyList<float[]> AuxiliaryTargets { get; init; } = [];

    /// <summary>The offsets that are added to the logits before the loss, row-major [count, classes]; null for nothing.</summary>
    public float[]? LogitOffsets { get; init; }
}
