namespace EmoHRNet.Models;

/// <summary>Where the models that ship with this package are.</summary>
/// <remarks>
/// The build copies them beside the application. The weights carry the license of their training data, which is
/// non-commercial; the model card in this package says more.
/// </remarks>
public static class PretrainedModels
{
    /// <summary>
    /// The path of the model to start with: seven emotions (angry, disgust, fearful, happy, neutral, sad, surprised), trained on four corpora
    /// in four languages through noise, rooms, telephones and codecs. Weights under CC BY-NC-SA 4.0.
    /// </summary>
    public static string Default => PathOf("emohrnet-world-small.safetensors");

    /// <summary>
    /// The path of the model for eight emotions trained on RAVDESS alone: neutral, calm, happy, sad, angry, fearful, disgust,
    /// surprised. It knows one studio and is kept for comparison. Weights under CC BY-NC-SA 4.0.
    /// </summary>
    public static string RavdessSmall => PathOf("emohrnet-ravdess-small.safetensors");

    private static string PathOf(string fileName) => Path.Combine(AppContext.BaseDirectory, "models", fileName);
}
