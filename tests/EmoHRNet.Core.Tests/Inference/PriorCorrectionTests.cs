using EmoHRNet.Inference;

namespace EmoHRNet.Core.Tests.Inference;

public class PriorCorrectionTests
{
    [Fact]
    public void Apply_EqualPriorsExpected_IsBayesTheoremWithTheLikelihoods()
    {
        // Two Gaussians with means -1 and 1, standard deviation 1, priors 0.9 and 0.1: the posteriors at x are known for any priors.
        double[] trained = [0.9, 0.1];
        foreach (double x in (double[])[-2, -0.5, 0, 0.7, 3])
        {
            float[] row = Posterior(x, trained);

            new PriorCorrection(trained).Apply(row);

            float[] expected = Posterior(x, [0.5, 0.5]);
            Assert.Equal(expected[0], row[0], 1e-6);
            Assert.Equal(expected[1], row[1], 1e-6);
        }
    }

    [Fact]
    public void Apply_PriorsInAnyUnit_MeansTheirShares()
    {
        double[] trained = [0.9, 0.1];
        float[] row = Posterior(0.3, trained);

        new PriorCorrection(trained, [30, 10]).Apply(row);

        Assert.Equal(Posterior(0.3, [0.75, 0.25])[0], row[0], 1e-6);
    }

    [Fact]
    public void Apply_PriorsAsTrained_ChangesNoBit()
    {
        float[] rows = [0.3f, 0.6f, 0.1f, 0.2f, 0.7f, 0.1f];
        float[] before = [.. rows];

        new PriorCorrection([0.2, 0.5, 0.3], [0.2, 0.5, 0.3]).Apply(rows);
        new PriorCorrection([1.0 / 3, 1.0 / 3, 1.0 / 3]).Apply(rows);

        Assert.Equal(before, rows);
    }

    [Fact]
    public void Apply_SeveralRows_CorrectsEachByItself()
    {
        PriorCorrection correction = new([0.5, 0.25, 0.25]);
        float[] first = [0.5f, 0.25f, 0.25f];
        float[] second = [0.8f, 0.1f, 0.1f];
        float[] rows = [.. first, .. second];

        correction.Apply(rows);

        Assert.All(rows[..3], probability => Assert.Equal(1 / 3f, probability, 1e-6f));
        Assert.Equal([2 / 3f, 1 / 6f, 1 / 6f], rows[3..].Select(probability => probability), (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Apply_LabelNeverHeardOrNeverExpected_GetsNothing()
    {
        float[] unheard = [0.5f, 0.3f, 0.2f];
        float[] unexpected = [0.5f, 0.3f, 0.2f];

        new PriorCorrection([0, 0.5, 0.5]).Apply(unheard);
        new PriorCorrection([0.4, 0.3, 0.3], [0, 1, 1]).Apply(unexpected);

        Assert.Equal(0, unheard[0]);
        Assert.Equal(0, unexpected[0]);
        Assert.Equal(0.6f, unheard[1], 1e-6f);
        Assert.Equal(0.6f, unexpected[1], 1e-6f);
    }

    [Fact]
    public void Apply_EverythingExpectedRuledOut_SharesOutEvenly()
    {
        float[] row = [1f, 0f];

        new PriorCorrection([0.5, 0.5], [0, 1]).Apply(row);

        Assert.Equal([0.5f, 0.5f], row);
    }

    private static float[] Posterior(double x, double[] priors)
    {
        double left = priors[0] * Math.Exp(-(x + 1) * (x + 1) / 2);
        double right = priors[1] * Math.Exp(-(x - 1) * (x - 1) / 2);
        return [(float)(left / (left + right)), (float)(right / (left + right))];
    }
}
