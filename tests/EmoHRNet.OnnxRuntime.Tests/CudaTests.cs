using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime.Runtime;
using EmoHRNet.Tests;

namespace EmoHRNet.OnnxRuntime.Tests;

/// <summary>
/// ONNX Runtime's CUDA provider compared with its CPU provider; needs a GPU and <c>-p:OnnxRuntimePackage=Microsoft.ML.OnnxRuntime.Gpu</c>.
/// </summary>
[Trait("Category", "CUDA")]
public class CudaTests
{
    [Fact]
    public void Predict_Cuda_GivesTheProbabilitiesOfTheProcessor()
    {
        Assert.SkipUnless(
            OnnxBackend.Providers().Contains("CUDAExecutionProvider"), "this build of the tests has the ONNX Runtime of the CPU; see docs/deployment.md");
        using OnnxEmotionClassifier gpu = new(PretrainedModels.RavdessSmall, new OnnxEmotionClassifierOptions { ExecutionProvider = "cuda" });
        using OnnxEmotionClassifier cpu = new(PretrainedModels.RavdessSmall);
        float[] samples = TestSignals.Speech(8);
        SegmentAssert.Close([.. cpu.Predict(samples).Probabilities.Values], gpu.Predict(samples), 5e-3f);
    }
}
