namespace EmoHRNet.Adaptation;

/// <summary>
/// Divides clips into up to five folds for cross-validation. With three or more known speakers, all clips of a speaker are in one fold,
/// because a fit is meant for new voices; otherwise all clips of a recording are, and each label is spread over all folds.
/// </summary>
internal static class AdaptationFolds
{
    private const int MaximumFolds = 5;
    private const int LeastSpeakers = 3;

    /// <summary>The clips of each fold; no fold is empty. There is only one fold where all clips are one recording.</summary>
    public static IReadOnlyList<IReadOnlyList<FeatureClip>> Of(IReadOnlyList<FeatureClip> clips)
    {
        bool bySpeaker = clips.Select(clip => clip.Speaker).Distinct().Count() >= LeastSpeakers;
        string Key(FeatureClip clip) => bySpeaker ? clip.Speaker : clip.Recording;
        return
        [
            .. clips.GroupBy(Key).OrderBy(unit => bySpeaker ? 0 : unit.First().Label).ThenBy(unit => unit.Key, StringComparer.Ordinal)
                .Select((unit, i) => (Fold: i % MaximumFolds, Clips: unit)).GroupBy(unit => unit.Fold)
                .Select(fold => fold.SelectMany(unit => unit.Clips).ToArray()),
        ];
    }
}
