namespace EmoHRNet.Adaptation;

/// <summary>
/// Which clips judge which fit: up to five folds. Where three or more speakers are known, a speaker is in one fold, since voices that were not
/// given are what a fit is for; otherwise a recording is, and each label is spread over all folds.
/// </summary>
internal static class AdaptationFolds
{
    private const int MaximumFolds = 5;
    private const int LeastSpeakers = 3;

    /// <summary>The clips of each fold; none is empty. One fold only where all clips are one recording.</summary>
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
