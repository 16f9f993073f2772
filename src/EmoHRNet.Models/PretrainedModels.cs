namespace EmoHRNet.Models;

/// <summary>The paths of the models in this package.</summary>
/// <remarks>
/// The build copies the models into the application's output folder. The weights have the license of their training data, which is
/// non-commercial; see the model cards in this package.
/// </remarks>
public static class PretrainedModels
{
    /// <summary>
    /// The path of the default model: seven emotions (neutral, happy, sad, angry, fearful, disgust, surprised), trained on four corpora in
    /// four languages, augmented with noise, rooms, telephones and codecs. Weights under CC BY-NC-SA 4.0.
    /// </summary>
    public static string Default => PathOf("emohrnet-world-small.safetensors");

    /// <summary>
    /// The path of a model for eight emotions trained only on RAVDESS: neutral, calm, happy, sad, angry, fearful, disgust, surprised. It
    /// was trained on recordings from a single studio and is provided for comparison. Weights under CC BY-NC-SA 4.0.
    /// </summary>
    public static string RavdessSmall => PathOf("emohrnet-ravdess-small.safetensors");

    private static string PathOf(string fileName) => Path.Combine(AppContext.BaseDirectory, "models", fileName);
}
