using System.Globalization;

namespace EmoHRNet.Splits;

/// <summary>
/// The speaker-independent folds of EmoBox (Ma et al., "EmoBox: Multilingual Multi-corpus Speech Emotion Recognition Toolkit and
/// Benchmark", Interspeech 2024). Its folds of EMOVO and SAVEE leave out one speaker each, those of IEMOCAP one session each:
/// <see cref="LeaveOneGroupOut"/> creates those.
/// </summary>
public static class EmoBoxFolds
{
    private static readonly int[][] RavdessActors =
    [
        [1, 11, 20, 21], [4, 10, 12, 14], [8, 9, 19, 23], [3, 5, 7, 24], [2, 15, 16, 18], [6, 13, 17, 22],
    ];

    /// <summary>The six folds of RAVDESS speech, four actors each.</summary>
    public static SpeakerFolds Ravdess { get; } = new()
    {
        Name = "EmoBox RAVDESS folds",
        TestSpeakers =
        [
            .. RavdessActors.Select(actors => actors.Select(actor => string.Create(CultureInfo.InvariantCulture, $"ravdess-{actor:00}")).ToArray()),
        ],
    };
}
