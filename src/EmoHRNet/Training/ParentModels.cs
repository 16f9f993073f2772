using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>The models that a run is made from: what they have heard, the network has heard through them.</summary>
internal static class ParentModels
{
    /// <summary>What each of them has heard; null for one that does not say.</summary>
    public static IEnumerable<HeardSpeech?> Heard(TrainingRecipe recipe) =>
        new[] { recipe.InitialWeights }.OfType<string>().Concat(recipe.Distillation?.Teachers ?? []).Select(Heard);

    private static HeardSpeech? Heard(string path)
    {
        try
        {
            return ModelFile.ReadDescription(path).Heard;
        }
        catch (ModelFormatException)
        {
            // Weights that others published do not say what they were learned from.
            return null;
        }
    }
}
