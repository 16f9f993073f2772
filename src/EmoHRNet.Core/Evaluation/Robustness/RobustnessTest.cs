using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Corpora;

namespace EmoHRNet.Evaluation.Robustness;

/// <summary>Runs a classifier over unchanged clips and under conditions: noise, rooms, telephone lines, levels.</summary>
/// <remarks>
/// How a condition changes a clip depends only on the seed, the condition and the samples of the clip, so models are compared on identical
/// recordings, and neither other conditions nor other names of the clips matter.
/// </remarks>
public static class RobustnessTest
{
    private const int BabbleClipsAtMost = 100;

    /// <summary>Tests a classifier under conditions.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="utterances">At least one utterance that was not used in training.</param>
    /// <param name="conditions">
    /// The conditions; null for <see cref="TestConditions.Standard"/>, with babble made from the utterances themselves.
    /// </param>
    /// <param name="seed">The seed of the conditions.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="additional">
    /// Your own conditions to try after those (<see cref="TestConditions.RecordedNoise"/>); they are not averaged. Null for none.
    /// </param>
    /// <param name="progress">Receives a report after every batch of clips; the clips of each condition count.</param>
    /// <param name="cancellationToken">Checked before every batch of clips.</param>
    /// <exception cref="ArgumentException">Two conditions have the same name.</exception>
    /// <exception cref="CorpusException">A label is not one of the model's, or a clip cannot be read.</exception>
    public static RobustnessResult Run(
        IEmotionClassifier classifier, IReadOnlyList<Utterance> utterances, IReadOnlyList<TestCondition>? conditions = null, int seed = 1,
        EvaluationOptions? options = null, IReadOnlyList<TestCondition>? additional = null, IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(utterances);
        options ??= new EvaluationOptions();
        options.Validate();
        conditions ??= TestConditions.Standard(Speech(utterances, options.Reading));
        conditions = [.. conditions, .. additional ?? []];
        if (conditions.Select(condition => condition.Name).Distinct(StringComparer.Ordinal).Count() < conditions.Count)
        {
            throw new ArgumentException("Two conditions have the same name; the name seeds what they do.", nameof(conditions));
        }

        IReadOnlyList<LabeledPrediction> clean = Predict(null);
        IEnumerable<ConditionPredictions> changed = conditions.Select(condition =>
            new ConditionPredictions(condition.Name, condition.Description, condition.IsInvariance, condition.IsAdditional, [.. Predict(condition).Select(each => each.Predicted)]));
        return RobustnessSummary.Create(classifier.Labels, clean, [.. changed], seed, options);

        IReadOnlyList<LabeledPrediction> Predict(TestCondition? condition)
        {
            Func<Utterance, Waveform, Waveform>? change = condition is null ? null : (_, clip) => condition.Apply(clip, RandomOf(seed, condition, clip));
            return Evaluator.Predict(classifier, utterances, change, options, progress, cancellationToken);
        }
    }

    private static RandomSource RandomOf(int seed, TestCondition condition, Waveform clip) =>
        RandomSource.For(seed, Number(Encoding.UTF8.GetBytes(condition.Name)), Number(MemoryMarshal.AsBytes(clip.Channel(0))));

    // Independent of the machine, of the other conditions, and of the name under which a corpus lists the clip.
    private static int Number(ReadOnlySpan<byte> content) => BitConverter.ToInt32(SHA256.HashData(content));

    private static float[][] Speech(IReadOnlyList<Utterance> utterances, AudioReadOptions reading)
    {
        AudioPreparation trimmed = new(new PreparationOptions { Trim = new SilenceTrimOptions() });
        int step = Math.Max(1, (utterances.Count + BabbleClipsAtMost - 1) / BabbleClipsAtMost);
        return [.. utterances.Where((_, i) => i % step == 0).Select(utterance => trimmed.Prepare(Evaluator.Load(utterance, reading))).Where(clip => clip.Length > 0)];
    }
}
