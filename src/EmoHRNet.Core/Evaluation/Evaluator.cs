using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;
using EmoHRNet.Splits;

namespace EmoHRNet.Evaluation;

/// <summary>
/// Runs a classifier over utterances exactly as applications do, starting from the audio file, and evaluates its predictions.
/// </summary>
public static class Evaluator
{
    /// <summary>Evaluates a classifier on the test part of a split.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="split">The split; its test part was not used in training, unless <see cref="DataSplit.IsTestSelected"/>.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="progress">Receives a report after every batch of clips.</param>
    /// <param name="cancellationToken">Checked before every batch of clips.</param>
    /// <exception cref="CorpusException">A label is not one of the model's, or a clip cannot be read.</exception>
    public static EvaluationReport Evaluate(
        IEmotionClassifier classifier, DataSplit split, EvaluationOptions? options = null, IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        EvaluateAmong(split.Corpus.Utterances, classifier, split.Test.Utterances, EvaluationContext.Of(split, split.Test), options, progress, cancellationToken);

    /// <summary>Evaluates a classifier on one part of a split.</summary>
    /// <inheritdoc cref="Evaluate(IEmotionClassifier, DataSplit, EvaluationOptions, IProgress{EvaluationProgress}, CancellationToken)"/>
    public static EvaluationReport Evaluate(
        IEmotionClassifier classifier, SplitPart part, EvaluationOptions? options = null, IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Evaluate(classifier, part.Utterances, new EvaluationContext { Part = part.Name }, options, progress, cancellationToken);

    /// <summary>Evaluates a classifier on any utterances.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="utterances">At least one utterance.</param>
    /// <param name="context">What a reader needs to interpret the result; what the model has heard is added.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="progress">Receives a report after every batch of clips.</param>
    /// <param name="cancellationToken">Checked before every batch of clips.</param>
    /// <exception cref="CorpusException">A label is not one of the model's, or a clip cannot be read.</exception>
    public static EvaluationReport Evaluate(
        IEmotionClassifier classifier, IReadOnlyList<Utterance> utterances, EvaluationContext context, EvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        EvaluateAmong([], classifier, utterances, context, options, progress, cancellationToken);

    private static EvaluationReport EvaluateAmong(
        IReadOnlyList<Utterance> known, IEmotionClassifier classifier, IReadOnlyList<Utterance> utterances, EvaluationContext context,
        EvaluationOptions? options, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        options ??= new EvaluationOptions();
        options.Validate();
        IReadOnlyList<LabeledPrediction> predictions = Predict(classifier, utterances, options, progress, cancellationToken);
        HashSet<string> evaluated = [.. predictions.Select(prediction => prediction.Id)];
        EvaluationContext complete = context.WithHeard(classifier.Heard, [.. utterances.Where(clip => evaluated.Contains(clip.Id))], known);
        return EvaluationReport.Create(classifier.Labels, predictions, complete, options);
    }

    /// <summary>
    /// Fits the temperature that calibrates a classifier on the validation part. Multiply the model's own temperature by it; for clips of
    /// several windows, whose probabilities are averaged, it is an approximation. The classifier's label priors
    /// (<see cref="ClassifierOptions.LabelPriors"/>) should be those of the validation part, which after a stratified split are those of
    /// the training part.
    /// </summary>
    /// <inheritdoc cref="Evaluate(IEmotionClassifier, SplitPart, EvaluationOptions, IProgress{EvaluationProgress}, CancellationToken)" path="/*[not(self::param)]"/>
    /// <param name="classifier">The classifier.</param>
    /// <param name="validation">The validation part; at least one utterance.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="progress">Receives a report after every batch of clips.</param>
    /// <param name="cancellationToken">Checked before every batch of clips.</param>
    public static double FitTemperature(
        IEmotionClassifier classifier, ValidationSet validation, EvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        TemperatureScaling.Fit(Predict(classifier, validation.Utterances, options ?? new EvaluationOptions(), progress, cancellationToken));

    /// <summary>Predicts utterances without evaluating the predictions.</summary>
    /// <inheritdoc cref="Evaluate(IEmotionClassifier, IReadOnlyList{Utterance}, EvaluationContext, EvaluationOptions, IProgress{EvaluationProgress}, CancellationToken)"/>
    public static IReadOnlyList<LabeledPrediction> Predict(
        IEmotionClassifier classifier, IReadOnlyList<Utterance> utterances, EvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Predict(classifier, utterances, null, options ?? new EvaluationOptions(), progress, cancellationToken);

    /// <summary>Predicts utterances after applying a change to each recording.</summary>
    internal static IReadOnlyList<LabeledPrediction> Predict(
        IEmotionClassifier classifier, IReadOnlyList<Utterance> utterances, Func<Utterance, Waveform, Waveform>? change, EvaluationOptions options,
        IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
    {
        (Utterance Utterance, int Target)[] clips = Targets(classifier.Labels, utterances, options.LabelMap);
        List<LabeledPrediction> predictions = new(clips.Length);
        int correct = 0;
        foreach ((Utterance Utterance, int Target)[] batch in clips.Chunk(options.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (LabeledPrediction prediction in PredictBatch(classifier, batch, change, options, cancellationToken))
            {
                predictions.Add(prediction);
                correct += prediction.IsCorrect ? 1 : 0;
            }

            progress?.Report(new EvaluationProgress(predictions.Count, clips.Length, correct));
        }

        return predictions;
    }

    private static (Utterance Utterance, int Target)[] Targets(IReadOnlyList<string> labels, IReadOnlyList<Utterance> utterances, LabelMap? map)
    {
        Dictionary<string, int> index = labels.Select((label, i) => (label, i)).ToDictionary(each => each.label, each => each.i);
        string[] unknown =
        [
            .. utterances.Select(utterance => utterance.Emotion).Distinct()
                .Where(label => map is null ? !index.ContainsKey(label) : !map.Names(label) || (map[label] is { } target && !index.ContainsKey(target))),
        ];
        return unknown.Length == 0
            ? [.. from utterance in utterances
                  let label = map is null ? utterance.Emotion : map[utterance.Emotion]
                  where label is not null
                  select (utterance, index[label])]
            : throw new CorpusException(
                $"The model does not know the labels {string.Join(", ", unknown)}; it knows {string.Join(", ", labels)}. "
                + "Map each to one of those, or to nothing to leave its clips out.");
    }

    private static IEnumerable<LabeledPrediction> PredictBatch(
        IEmotionClassifier classifier, (Utterance Utterance, int Target)[] batch, Func<Utterance, Waveform, Waveform>? change, EvaluationOptions options,
        CancellationToken cancellationToken)
    {
        try
        {
            Waveform[] clips = [.. batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(each => Load(each.Utterance, change, options.Reading))];
            IReadOnlyList<EmotionPrediction> answers = classifier.PredictBatch(clips, cancellationToken);
            return batch.Zip(answers, (each, answer) => new LabeledPrediction(
                each.Utterance.Id, each.Utterance.Speaker, each.Target, [.. classifier.Labels.Select(label => answer[label])])
            {
                Corpus = each.Utterance.Corpus is { Length: > 0 } name ? name : null,
                Groups = Groups(each.Utterance, options.GroupBy),
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<CorpusException>().FirstOrDefault() is { } first)
        {
            throw first;
        }
    }

    private static Dictionary<string, string>? Groups(Utterance utterance, IReadOnlyList<string> by)
    {
        Dictionary<string, string> groups = by.Where(utterance.Metadata.ContainsKey).ToDictionary(key => key, key => utterance.Metadata[key]);
        return groups.Count > 0 ? groups : null;
    }

    private static Waveform Load(Utterance utterance, Func<Utterance, Waveform, Waveform>? change, AudioReadOptions reading) =>
        change is null ? Load(utterance, reading) : change(utterance, Load(utterance, reading));

    /// <exception cref="CorpusException">The recording cannot be read, is empty, or contains samples that are not finite.</exception>
    internal static Waveform Load(Utterance utterance, AudioReadOptions reading)
    {
        try
        {
            Waveform clip = Waveform.Load(utterance.Path, reading);
            SampleGuard.ThrowIfUnusable(clip, utterance.Path);
            return clip;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or AudioFormatException)
        {
            throw new CorpusException($"The clip '{utterance.Id}' cannot be read: {exception.Message}", exception);
        }
    }
}
