namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>A tensor that a network needs.</summary>
/// <param name="Name">Its name in the model file.</param>
/// <param name="IsInteger">Whether it contains 64-bit integers instead of floating-point numbers.</param>
/// <param name="Shape">Its dimensions, outermost first.</param>
internal sealed record ExpectedTensor(string Name, bool IsInteger, params long[] Shape);
