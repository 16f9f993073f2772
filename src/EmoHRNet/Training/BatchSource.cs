using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Corpora;
using EmoHRNet.Inference;
using EmoHRNet.Splits;
using EmoHRNet.Training.Auxiliary;

namespace EmoHRNet.Training;

/// <summary>Turns the training set into batches: order, augmentation, placement in the window, targets, mixup. Managed memory only.</summary>
/// <remarks>Every random choice is a function of seed, epoch and utterance, so threads and resumed runs do not change it.</remarks>
internal sealed class BatchSource
{
    private const int MixupPurpose = 102;

    private readonly VariedFeatures _features;
    private readonly IReadOnlyList<Utterance> _utterances;
    private readonly int[] _labels;
    private readonly CorpusGroups _corpora;
    private readonly LogitOffsets? _offsets;
    private readonly TrainingRecipe _recipe;
    private readonly SoftTargets _targets;
    private readonly IReadOnlyList<(AuxiliaryLabels Labels, SoftTargets Targets)> _auxiliary;
    private readonly ISpecAugment? _augment;
    private readonly Mixup? _mixup;

    public BatchSource(
        VariedFeatures features, TrainingSet training, TrainingRecipe recipe, ISpecAugment? augment = null, IReadOnlyList<AuxiliaryLabels>? auxiliary = null)
    {
        (_features, _utterances, _recipe) = (features, training.Utterances, recipe);
        _labels = [.. training.Targets];
        TrainingOptions options = recipe.Training;
        _corpora = CorpusGroups.Of(training.Utterances);
        _offsets = options.ClassBalance == ClassBalance.AdjustedLogits ? LogitOffsets.Of(_labels, _corpora, training.Labels.Count) : null;
        double[]? weights = options.ClassBalance == ClassBalance.WeightedLoss ? SoftTargets.InverseFrequencyWeights(_labels, training.Labels.Count) : null;
        _targets = new SoftTargets(training.Labels.Count, options.LabelSmoothing, weights);
        _auxiliary = [.. (auxiliary ?? []).Select(labels => (labels, new SoftTargets(labels.ClassCount, options.LabelSmoothing)))];
        _augment = augment;
        _mixup = recipe.Augmentation.Mixup is { } mixup ? new Mixup(mixup) : null;
    }

    /// <summary>The number of batches of an epoch.</summary>
    public int BatchCount => EpochOrder.BatchCount(_utterances.Count, _recipe.Training.BatchSize);

    /// <summary>The batches of an epoch, each prepared when it is enumerated.</summary>
    public IEnumerable<TrainingBatch> Epoch(int epoch)
    {
        int[] order = EpochOrder.Draw(_recipe.Training, _labels, _corpora, epoch);
        int number = 0;
        foreach (ArraySegment<int> members in EpochOrder.Batches(order, _recipe.Training.BatchSize))
        {
            yield return Prepare(members, epoch, number++);
        }
    }

    private TrainingBatch Prepare(ArraySegment<int> members, int epoch, int number)
    {
        Spectrogram[] windows = [.. members.Select(index => Window(index, epoch))];
        int size = windows[0].Values.Length;
        float[] inputs = new float[members.Count * size];
        for (int i = 0; i < windows.Length; i++)
        {
            windows[i].Values.CopyTo(inputs.AsSpan(i * size));
        }

        float mixing = _mixup is null ? 1 : (float)_mixup.DrawWeight(RandomSource.For(_recipe.Training.Seed, epoch, number, MixupPurpose));
        Mix(inputs, members.Count, mixing);
        return new TrainingBatch(inputs, Targets(members, _targets, index => _labels[index], mixing), members.Count)
        {
            LogitOffsets = _offsets?.Of(members, mixing),
            AuxiliaryTargets = [.. _auxiliary.Select(task => Targets(members, task.Targets, index => task.Labels[index], mixing))],
        };
    }

    private Spectrogram Window(int index, int epoch)
    {
        RandomSource random = RandomSource.For(_recipe.Training.Seed, epoch, index);
        Spectrogram features = _features.Draw(_utterances[index], random);
        Spectrogram window = new(features.ChannelCount, features.BandCount, _recipe.WindowFrames);
        ClipWindows.CopyFrames(features, Start(features.FrameCount, random), window.Values, _recipe.WindowFrames);
        _augment?.Apply(window, Math.Min(features.FrameCount, _recipe.WindowFrames), random);
        return window;
    }

    // Where the window begins within the utterance; negative when the utterance begins within the window.
    private int Start(int frameCount, RandomSource random)
    {
        int slack = frameCount - _recipe.WindowFrames;
        int shift = _recipe.RandomPlacement ? random.Next(Math.Abs(slack) + 1) : Math.Abs(slack) / 2;
        return Math.Sign(slack) * shift;
    }

    // Mixup (Zhang et al., 2018) with one weight per batch: utterance i is mixed with the one that follows it in the shuffled batch.
    private static void Mix(float[] inputs, int count, float weight)
    {
        if (weight >= 1)
        {
            return;
        }

        float[] originals = (float[])inputs.Clone();
        int size = inputs.Length / count;
        for (int i = 0; i < count; i++)
        {
            Mixup.Blend(inputs.AsSpan(i * size, size), originals.AsSpan((i + 1) % count * size, size), weight);
        }
    }

    private static float[] Targets(ArraySegment<int> members, SoftTargets targets, Func<int, int> label, float weight)
    {
        float[] rows = new float[members.Count * targets.ClassCount];
        for (int i = 0; i < members.Count; i++)
        {
            targets.Write(rows.AsSpan(i * targets.ClassCount, targets.ClassCount), label(members[i]), label(members[(i + 1) % members.Count]), weight);
        }

        return rows;
    }
}
