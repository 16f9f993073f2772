namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// Writes deltas as additional bands: the regression over neighboring frames, with the first and last frame repeated beyond the ends.
/// </summary>
internal sealed class DeltaGraph(SignalWriter signal, int order, int radius)
{
    public Frames Write(Frames frames)
    {
        if (order == 0)
        {
            return frames;
        }

        List<string> channels = [frames.Values];
        for (int i = 1; i <= order; i++)
        {
            channels.Add(Slopes(channels[^1], frames.Counts));
        }

        return frames with { Values = signal.Join([.. channels], 2) };
    }

    private string Slopes(string values, string counts)
    {
        string places = signal.Range(signal.Whole(0), signal.Length(values, 1));
        string last = signal.Maximum(signal.Whole(0), signal.Subtract(counts, signal.Whole(1)));
        string? sum = null;
        for (int n = 1; n <= radius; n++)
        {
            string after = signal.Minimum(signal.Add(places, signal.Whole(n)), last);
            string before = signal.Minimum(signal.Maximum(signal.Subtract(places, signal.Whole(n)), signal.Whole(0)), last);
            string difference = signal.Subtract(signal.Pick(values, after), signal.Pick(values, before));
            string weighted = signal.Multiply(difference, signal.Number(n));
            sum = sum is null ? weighted : signal.Add(sum, weighted);
        }

        string slopes = signal.Multiply(sum!, signal.Number(3.0 / (radius * (radius + 1) * ((2 * radius) + 1))));
        return signal.Multiply(slopes, signal.Unsqueeze(signal.ToFloat(signal.IsLess(places, counts)), -1));
    }
}
