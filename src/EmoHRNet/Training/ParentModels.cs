using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>The models that a run starts or learns from; their training speakers and clips count as heard by the network.</summary>
internal static class ParentModels
{
    /// <summary>The training data of each of them; null for one that does not state it.</summary>
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
            // Published weights of others do not state their training data.
            return null;
        }
    }
}
