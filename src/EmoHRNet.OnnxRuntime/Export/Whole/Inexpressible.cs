namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// Rejects options that cannot be written as operators: an export that left out a step would predict differently from the model.
/// </summary>
internal static class Inexpressible
{
    public static NotSupportedException Option(string option) => new(
        $"The model's {option} cannot be written as ONNX operators, so it has no whole form. Export the network form and compute the features with this library.");
}
