namespace EmoHRNet.Models;

/// <summary>Where the models that ship with this package are.</summary>
/// <remarks>
/// The build copies them beside the application. The weights carry the license of their training data, which is
/// non-commercial; the model card in this package says more.
/// </remarks>
public static class PretrainedModels
{
    /// <summary>
    /// The path of the model for eight emotions trained on RAVDESS: neutral, calm, happy, sad, angry, fearful, disgust, surprised.
    /// Weights under CC BY-NC-SA 4.0.
    /// </summary>
    public static string RavdessSmall => PathOf("emohrnet-ravdess-small.safetensors");

    private static string PathOf(string fileName) => Path.Combine(AppContext.BaseDirectory, "models", fileName);
}
