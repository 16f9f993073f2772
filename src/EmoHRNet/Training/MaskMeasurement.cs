using System.Collections.Concurrent;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>Measures the widths of masks on the training set, for recipes that request it.</summary>
internal static class MaskMeasurement
{
    /// <summary>The complete recipe, with F from the pitch of the prepared training utterances and T from their durations.</summary>
    /// <exception cref="CorpusException">A recording cannot be used, or no frame of the training set is voiced.</exception>
    public static TrainingRecipe Complete(
        TrainingRecipe recipe, IReadOnlyList<Utterance> utterances, AudioReadOptions reading, Action<int>? prepared, CancellationToken cancellationToken)
    {
        if (recipe is not { MaskWidths: { } options, Augmentation.SpecAugment: { } masks })
        {
            return recipe;
        }

        MelSpectrogramOptions mel = recipe.Features.Mel;
        (IReadOnlyList<float> pitches, IReadOnlyCollection<TimeSpan> durations) =
            Measure(recipe.Preparation, mel, utterances, reading, prepared, cancellationToken);
        if (pitches.Count == 0)
        {
            throw new CorpusException(
                "The widths of masks cannot be measured on the training set: no frame of it is voiced. "
                + $"Give them in the recipe and leave out {nameof(recipe.MaskWidths)}.");
        }

        MaskWidths widths = MaskWidths.FromTrainingSet(pitches, durations, mel, options);
        return recipe with { Augmentation = recipe.Augmentation with { SpecAugment = widths.ApplyTo(masks) } };
    }

    // The order does not matter: only percentiles are taken.
    private static (IReadOnlyList<float> Pitches, IReadOnlyCollection<TimeSpan> Durations) Measure(
        PreparationOptions options, MelSpectrogramOptions mel, IReadOnlyList<Utterance> utterances, AudioReadOptions reading, Action<int>? prepared,
        CancellationToken cancellationToken)
    {
        AudioPreparation preparation = new(options);
        ProsodyTracker tracker = new(mel.SampleRate, mel.HopLength);
        ConcurrentBag<float[]> pitches = [];
        ConcurrentBag<TimeSpan> durations = [];
        UtteranceLoop.ForEach(utterances, utterance =>
        {
            float[] samples = preparation.Prepare(Waveform.Load(File.ReadAllBytes(utterance.Path), reading));
            pitches.Add([.. tracker.Track(samples).Where(frame => frame.IsVoiced).Select(frame => frame.Pitch)]);
            durations.Add(TimeSpan.FromSeconds((double)samples.Length / mel.SampleRate));
        }, prepared, cancellationToken);
        return ([.. pitches.SelectMany(each => each)], durations);
    }
}
