using EmoHRNet.Inference;

namespace EmoHRNet.Core.Tests.Inference;

public sealed class CalibratedNetworkTests
{
    [Theory]
    [InlineData(1, 1, 2, 0.26894142)] // 1 / (1 + e)
    [InlineData(2, 1, 2, 0.37754067)] // 1 / (1 + e^0.5)
    [InlineData(1, 1000, 1001, 0.26894142)] // no overflow
    public void Run_TwoLogits_IsTheLogisticFunction(double temperature, float first, float second, double expected)
    {
        CalibratedNetwork network = new(new Constant(first, second), classCount: 2, temperature);
        float[] rows = network.Run([0, 0], 2, 1);
        Assert.Equal(4, rows.Length);
        Assert.Equal(expected, rows[0], 1e-7);
        Assert.Equal(1 - expected, rows[1], 1e-7);
        Assert.Equal(rows[..2], rows[2..]);
    }

    [Fact]
    public void Run_WithPriors_DividesByThem()
    {
        CalibratedNetwork network = new(new Constant(0, 0), 2, priors: new PriorCorrection([0.8, 0.2]));
        float[] row = network.Run([0], 1, 1);
        Assert.Equal(0.2, row[0], 1e-6);
        Assert.Equal(0.8, row[1], 1e-6);
    }

    private sealed class Constant(params float[] row) : IEmotionNetwork
    {
        public void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits)
        {
            for (int i = 0; i < logits.Length; i++)
            {
                logits[i] = row[i % row.Length];
            }
        }

        public void Dispose()
        {
        }
    }
}
