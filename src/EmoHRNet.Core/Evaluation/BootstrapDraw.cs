using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Evaluation;

/// <summary>Draws clips with replacement within folds: clip by clip, or speakers and then clips of each drawn speaker.</summary>
internal sealed class BootstrapDraw
{
    // For each fold and speaker, the positions of the clips in the fold; a single group per fold where clips are drawn.
    private readonly int[][][] _folds;
    private readonly bool _drawsFolds;
    private readonly bool _drawsSpeakers;

    /// <param name="folds">The predictions of each fold.</param>
    /// <param name="unit">What is drawn.</param>
    public BootstrapDraw(IReadOnlyList<IReadOnlyList<LabeledPrediction>> folds, ResamplingUnit unit)
    {
        _drawsSpeakers = unit switch
        {
            ResamplingUnit.Clips => false,
            ResamplingUnit.Speakers => true,
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Expected clips or speakers."),
        };
        _folds = [.. folds.Select(Groups)];
        _drawsFolds = _drawsSpeakers && _folds.Length > 1 && _folds.Any(speakers => speakers.Length == 1);
    }

    /// <summary>One sample: for each drawn fold, its number and the positions of the clips drawn from it.</summary>
    public IEnumerable<(int Fold, int[] Clips)> Sample(RandomSource random)
    {
        for (int i = 0; i < _folds.Length; i++)
        {
            int fold = _drawsFolds ? random.Next(_folds.Length) : i;
            yield return (fold, Draw(_folds[fold], random));
        }
    }

    private int[][] Groups(IReadOnlyList<LabeledPrediction> fold) => _drawsSpeakers
        ? [.. Enumerable.Range(0, fold.Count).GroupBy(clip => fold[clip].Speaker, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())]
        : [[.. Enumerable.Range(0, fold.Count)]];

    private static int[] Draw(int[][] groups, RandomSource random)
    {
        List<int> drawn = [];
        for (int i = 0; i < groups.Length; i++)
        {
            int[] group = groups[groups.Length == 1 ? 0 : random.Next(groups.Length)];
            for (int k = 0; k < group.Length; k++)
            {
                drawn.Add(group[random.Next(group.Length)]);
            }
        }

        return [.. drawn];
    }
}
