using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests.Cuda;

/// <summary>A classifier on a GPU against the same on the CPU.</summary>
[Trait("Category", CudaDevice.Category)]
public sealed class CudaClassifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(InferencePrecision.Full, 5e-3f)]
    [InlineData(InferencePrecision.BFloat16, 5e-2f)]
    [InlineData(InferencePrecision.Half, 2e-2f)]
    public void Predict_Gpu_GivesTheProbabilitiesOfTheProcessor(InferencePrecision precision, float tolerance)
    {
        string device = CudaDevice.Require();
        string model = TestModel.Save(_folder["m"]);
        using EmotionClassifier gpu = new(model, new EmotionClassifierOptions { Device = device, Precision = precision });
        using EmotionClassifier cpu = new(model, new EmotionClassifierOptions { Device = "cpu" });
        float[] samples = TestSignals.Speech(4);
        SegmentAssert.Close([.. cpu.Predict(samples).Probabilities.Values], gpu.Predict(samples), tolerance);
    }
}
