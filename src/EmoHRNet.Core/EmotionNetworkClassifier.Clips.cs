using System.Buffers.Binary;
using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.Inference;

namespace EmoHRNet;

public partial class EmotionNetworkClassifier
{
    private const float Pcm16Scale = 1f / 32_768;

    /// <inheritdoc/>
    /// <remarks>Nobody says which rate the samples have, so one that the voice speaks against is doubted in the notes; the answer is the same.</remarks>
    public EmotionPrediction Predict(ReadOnlySpan<float> samples)
    {
        using var use = _runner.Enter();
        return Classify(_preparer.Prepare(samples));
    }

    /// <inheritdoc/>
    public EmotionPrediction Predict(ReadOnlySpan<float> samples, int sampleRate)
    {
        using var use = _runner.Enter();
        return Classify(_preparer.Prepare(samples, sampleRate));
    }

    /// <summary>Classifies mono 16-bit samples; full scale is 32,768.</summary>
    /// <param name="samples">The samples, at least one.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <exception cref="ArgumentException">There are no samples, or too many.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public EmotionPrediction Predict(ReadOnlySpan<short> samples, int sampleRate)
    {
        float[] scaled = new float[samples.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = samples[i] * Pcm16Scale;
        }

        return Predict(scaled, sampleRate);
    }

    /// <summary>Classifies mono 16-bit little-endian PCM, as recorders and telephony deliver it.</summary>
    /// <param name="bytes">Two bytes per sample, at least one sample.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <exception cref="ArgumentException">There are no samples, too many, or half a sample.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public EmotionPrediction PredictPcm16(ReadOnlySpan<byte> bytes, int sampleRate)
    {
        if (bytes.Length % 2 != 0)
        {
            throw new ArgumentException($"Found {bytes.Length} bytes; expected two for every sample.", nameof(bytes));
        }

        short[] samples = new short[bytes.Length / 2];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(2 * i)..]);
        }

        return Predict(samples, sampleRate);
    }

    /// <inheritdoc/>
    public EmotionPrediction Predict(Waveform waveform) => PredictWaveform(waveform, default);

    /// <summary>Reads and classifies a stream from where it stands to its end.</summary>
    /// <param name="stream">The bytes of a file in any format that <see cref="Waveform.Load(string, AudioReadOptions?)"/> reads.</param>
    /// <exception cref="AudioFormatException">The content is no audio, is damaged, or holds no samples or not finite ones.</exception>
    /// <exception cref="ObjectDisposedException">The classifier was disposed.</exception>
    public EmotionPrediction Predict(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Decode(() => Waveform.Load(stream, _options.Reading), "The stream", default);
    }

    /// <inheritdoc/>
    public EmotionPrediction PredictFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Decode(() => Waveform.Load(path, _options.Reading), $"'{path}'", default);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<Waveform> clips, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clips);
        using var use = _runner.Enter();
        PreparedClip[] prepared = new PreparedClip[clips.Count];
        for (int i = 0; i < prepared.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            prepared[i] = PrepareOne(clips, i);
        }

        return Classify(prepared, cancellationToken);
    }

    /// <summary>Classifies several mono clips of one rate together; each answer equals the one the clip gets alone.</summary>
    /// <param name="clips">The clips' samples in [-1, 1]; the arrays are not changed.</param>
    /// <param name="sampleRate">The rate they were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <inheritdoc cref="PredictBatch(IReadOnlyList{Waveform}, CancellationToken)" path="/*[not(self::param)]"/>
    public IReadOnlyList<EmotionPrediction> PredictBatch(IReadOnlyList<float[]> clips, int sampleRate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clips);
        return PredictBatch([.. clips.Select(samples => new Waveform(sampleRate, samples))], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EmotionPrediction> PredictAsync(Waveform waveform, CancellationToken cancellationToken = default) =>
        Task.Run(() => PredictWaveform(waveform, cancellationToken), cancellationToken);

    /// <summary>Classifies mono samples on a thread of the pool.</summary>
    /// <param name="samples">Samples in [-1, 1]; they must not change until the task has ended.</param>
    /// <param name="sampleRate">The rate the samples were recorded at, 1,000 to 768,000 Hz.</param>
    /// <param name="cancellationToken">Checked before every batch of windows.</param>
    /// <inheritdoc cref="Predict(ReadOnlySpan{float})" path="/*[not(self::param)]"/>
    public Task<EmotionPrediction> PredictAsync(ReadOnlyMemory<float> samples, int sampleRate, CancellationToken cancellationToken = default) =>
        Task.Run(
            () =>
            {
                using var use = _runner.Enter();
                return Classify(_preparer.Prepare(samples.Span, sampleRate), cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<EmotionPrediction> PredictFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Task.Run(() => Decode(() => Waveform.Load(path, _options.Reading), $"'{path}'", cancellationToken), cancellationToken);
    }

    private EmotionPrediction PredictWaveform(Waveform waveform, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waveform);
        using var use = _runner.Enter();
        return Classify(_preparer.Prepare(waveform), cancellationToken);
    }

    /// <summary>What is wrong with decoded samples is the file's fault and not the caller's argument.</summary>
    private EmotionPrediction Decode(Func<Waveform> load, string source, CancellationToken cancellationToken)
    {
        using var use = _runner.Enter();
        long start = Stopwatch.GetTimestamp();
        Waveform waveform = load();
        TimeSpan decoding = Stopwatch.GetElapsedTime(start);
        PreparedClip clip;
        try
        {
            clip = _preparer.Prepare(waveform);
        }
        catch (ArgumentException e)
        {
            throw new AudioFormatException($"{source} cannot be classified. {PlainMessage.Of(e)}", e);
        }

        return Classify(clip with { Timings = clip.Timings with { Decoding = decoding } }, cancellationToken);
    }

    private PreparedClip PrepareOne(IReadOnlyList<Waveform> clips, int index)
    {
        try
        {
            return _preparer.Prepare(clips[index] ?? throw new ArgumentException("The clip is null."));
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"Clip {index}: {PlainMessage.Of(e)}", nameof(clips), e);
        }
    }
}
