using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>The managed part of a run's state: the finished epochs and the best weights so far.</summary>
internal sealed class RunState
{
    private readonly List<EpochRecord> _history = [];

    public IReadOnlyList<EpochRecord> History => _history;

    /// <summary>The epochs that are finished.</summary>
    public int Epoch => _history.Count;

    /// <summary>The epoch whose weights are kept, from 1; 0 before the first epoch.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The weights of <see cref="BestEpoch"/>.</summary>
    public IReadOnlyList<StoredTensor> BestWeights { get; private set; } = [];

    /// <summary>Epochs since the best one.</summary>
    public int EpochsWithoutGain => Epoch - BestEpoch;

    /// <summary>Adds an epoch and keeps its weights if the selection rule selects it.</summary>
    public void Add(EpochRecord record, EpochSelection selection, Func<IReadOnlyList<StoredTensor>> weights)
    {
        bool better = selection == EpochSelection.Last || BestEpoch == 0 || IsBetter(record, _history[BestEpoch - 1]);
        _history.Add(record);
        if (better)
        {
            BestEpoch = record.Epoch;
            BestWeights = weights();
        }
    }

    /// <summary>Continues from a stored state.</summary>
    public void Restore(IEnumerable<EpochRecord> history, int bestEpoch, IReadOnlyList<StoredTensor> bestWeights)
    {
        _history.Clear();
        _history.AddRange(history);
        (BestEpoch, BestWeights) = (bestEpoch, bestWeights);
    }

    // Equal accuracies are common on small validation sets; the lower loss decides between them, then the earlier epoch.
    private static bool IsBetter(EpochRecord record, EpochRecord best) =>
        (record.ValidationUnweightedAccuracy ?? 0, -(record.ValidationLoss ?? 0)).CompareTo((best.ValidationUnweightedAccuracy ?? 0, -(best.ValidationLoss ?? 0))) > 0;
}
