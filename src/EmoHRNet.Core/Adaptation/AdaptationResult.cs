using EmoHRNet.ModelFiles;

namespace EmoHRNet.Adaptation;

/// <summary>An adapted model, with its accuracy on the clips it was adapted to.</summary>
public sealed record AdaptationResult
{
    /// <summary>The adapted model: the old network with a new last layer. Any engine runs it.</summary>
    public required StoredModel Model { get; init; }

    /// <summary>What was done, as written into the provenance of the model.</summary>
    public required string Summary { get; init; }

    /// <summary>How strongly the last layer was held to its old weights.</summary>
    public required double Regularization { get; init; }

    /// <summary>
    /// Unweighted accuracy of the old model on the clips, choosing among the labels that they have, 0 to 1; null without labels.
    /// </summary>
    public double? UnweightedAccuracyBefore { get; init; }

    /// <summary>
    /// The same for the adapted layer by cross-validation: each clip is predicted by a fit without it and, with three or more known
    /// speakers, without its speaker; null without labels. The regularization was chosen on the same clips, so this is a rough guide, not a
    /// test result.
    /// </summary>
    public double? UnweightedAccuracyAfter { get; init; }

    /// <summary>Writes the adapted model; an older file is replaced only when the new one is complete and on disk.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written; an older file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an older file is still there.</exception>
    public void Save(string path) => ModelFile.Write(path, Model);
}
