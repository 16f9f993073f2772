namespace EmoHRNet.Samples.Evaluate;

/// <summary>Label priors on the command line: <c>neutral=6,happy=1</c>.</summary>
internal static class PriorList
{
    /// <exception cref="ArgumentException">A part is not a label with a number, or a label occurs twice.</exception>
    public static IReadOnlyDictionary<string, double> Parse(string text)
    {
        Dictionary<string, double> priors = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] sides = part.Split('=', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !NumberOptions.TryParse(sides[1], out double prior) || !priors.TryAdd(sides[0], prior))
            {
                throw new ArgumentException($"--priors is '{text}'; expected equal, trained, or a number for every label, such as neutral=6,happy=1.");
            }
        }

        return priors;
    }
}
