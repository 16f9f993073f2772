using EmoHRNet.ModelFiles;

namespace EmoHRNet.Adaptation;

/// <summary>An adapted model, and what its own clips say of it.</summary>
public sealed record AdaptationResult
{
    /// <summary>The adapted model: the old network with a new last layer. Any engine runs it.</summary>
    public required StoredModel Model { get; init; }

    /// <summary>What was done, as the provenance of the model says it.</summary>
    public required string Summary { get; init; }

    /// <summary>How strongly the last layer was held to its old weights.</summary>
    public required double Regularization { get; init; }

    /// <summary>
    /// The share of the clips that the old model recognizes among the labels they have, mean over these labels, 0 to 1; null without labels.
    /// </summary>
    public double? UnweightedAccuracyBefore { get; init; }

    /// <summary>
    /// The same of the adapted layer, where every clip is judged by a fit that has not seen it, nor, where three or more speakers are named, its
    /// speaker; null without labels. The regularization was chosen on the same clips, so this is an orientation and not a test result.
    /// </summary>
    public double? UnweightedAccuracyAfter { get; init; }

    /// <summary>Writes the adapted model; an older file is replaced only when the new one is complete and on disk.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written; an older file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an older file is still there.</exception>
    public void Save(string path) => ModelFile.Write(path, Model);
}
