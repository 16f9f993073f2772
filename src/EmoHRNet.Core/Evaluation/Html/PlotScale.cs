namespace EmoHRNet.Evaluation.Html;

/// <summary>Maps values to positions along one axis.</summary>
/// <param name="From">The value at the start of the axis.</param>
/// <param name="To">The value at its end; greater than <paramref name="From"/>.</param>
/// <param name="Start">The position of the start.</param>
/// <param name="End">The position of the end.</param>
internal readonly record struct PlotScale(double From, double To, double Start, double End)
{
    private static readonly double[] Steps = [1, 2, 5, 10];

    public double this[double value] => Start + ((value - From) / (To - From) * (End - Start));

    /// <summary>Round values on the axis, about as many as requested.</summary>
    public IEnumerable<double> Ticks(int about)
    {
        double rough = (To - From) / about;
        double magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = magnitude * Steps.First(each => each * magnitude >= rough);
        for (double tick = Math.Ceiling(From / step) * step; tick <= To + (step * 1e-6); tick += step)
        {
            yield return tick;
        }
    }
}
