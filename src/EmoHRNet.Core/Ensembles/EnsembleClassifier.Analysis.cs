using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Timelines;

namespace EmoHRNet;

public sealed partial class EnsembleClassifier
{
    /// <inheritdoc/>
    /// <remarks>The windows are those of the first model; all models classify them.</remarks>
    /// <exception cref="NotSupportedException">The models' frames lie at different times, so that they have no common windows.</exception>
    public EmotionTimeline Analyze(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return Recordings(options).Mixed(waveform, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the length of the audio.</remarks>
    /// <exception cref="NotSupportedException">The models' frames lie at different times, so that they have no common windows.</exception>
    public EmotionTimeline Analyze(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return Recordings(options).Mixed(recording, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The models' frames lie at different times, so that they have no common windows.</exception>
    public IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        Waveform waveform, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        return Recordings(options).Channels(waveform, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Reads block by block: memory does not grow with the length of the audio.</remarks>
    /// <exception cref="NotSupportedException">The models' frames lie at different times, so that they have no common windows.</exception>
    public IReadOnlyList<EmotionTimeline> AnalyzeChannels(
        AudioReader recording, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return Recordings(options).Channels(recording, progress, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The models' frames lie at different times, so that they have no common windows.</exception>
    public IAsyncEnumerable<EmotionSegment> AnalyzeLiveAsync(
        IAsyncEnumerable<Waveform> blocks, AnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return Recordings(options).Live(blocks, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The importance of a region is the mean, over the models, of the drop in probability.</remarks>
    /// <exception cref="NotSupportedException">The models' spectrograms have different sizes; explain with a member.</exception>
    public EmotionExplanation Explain(
        Waveform waveform, string? label = null, ExplanationOptions? options = null, CancellationToken cancellationToken = default)
    {
        EmotionPrediction prediction = Predict(waveform);
        label ??= prediction.MostProbable.Label;
        EmotionExplanation[] parts = [.. _members.Select(member => member.Explain(waveform, label, options, cancellationToken))];
        Spectrogram first = parts[0].Importance;
        if (parts.Any(part => (part.Importance.BandCount, part.Importance.FrameCount) != (first.BandCount, first.FrameCount)))
        {
            throw new NotSupportedException("The models' spectrograms have different sizes, so that their maps have no mean; explain with one of Members.");
        }

        Spectrogram mean = new(1, first.BandCount, first.FrameCount);
        for (int i = 0; i < mean.Values.Length; i++)
        {
            mean.Values[i] = parts.Average(part => part.Importance.Values[i]);
        }

        return new EmotionExplanation(prediction, label, parts[0].Features, mean);
    }

    private RecordingAnalysis Recordings(AnalysisOptions? options)
    {
        options ??= new AnalysisOptions();
        options.Validate();
        AnalysisOptions common = WithWindowsOf(_members[0], options);
        return new RecordingAnalysis(rate => CreateStream(common, rate), _members[0].Model.Preparation.Mix, Labels);
    }

    private TimelineStream CreateStream(AnalysisOptions options, int sampleRate)
    {
        WindowStream[] windows = [.. _members.Select(member => member.CreateWindows(options, sampleRate, member.Select))];
        return new TimelineStream(windows, options, Mean, probabilities => _members[0].AnswerWindow(probabilities, sampleRate));
    }

    /// <summary>The first model's default windows in seconds, for all members.</summary>
    private AnalysisOptions WithWindowsOf(EmotionNetworkClassifier first, AnalysisOptions options)
    {
        double frame = FrameSeconds(first);
        if (_members.Any(member => FrameSeconds(member) != frame || member.Model.Preparation.Mix != first.Model.Preparation.Mix))
        {
            throw new NotSupportedException(
                "The models' frames lie at different times or hear different channels, so that there are no windows in common; analyze with one of Members.");
        }

        WindowGrid grid = new(first.Model, options);
        return options with { WindowSeconds = grid.WindowFrames * frame, HopSeconds = grid.HopFrames * frame };
    }

    private static double FrameSeconds(EmotionNetworkClassifier member) =>
        (double)member.Model.HopLength / member.Model.Preparation.SampleRate;
}
