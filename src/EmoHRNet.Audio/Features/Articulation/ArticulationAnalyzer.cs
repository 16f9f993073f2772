using System.Buffers;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Computes the rows of <see cref="ArticulationRow"/>; rows of groups that are turned off stay 0. Immutable and thread-safe.</summary>
internal sealed class ArticulationAnalyzer : IFrameAnalyzer
{
    private const double WindowSeconds = 0.04;
    private const int BlockFrames = 64; // limits memory: the spectra of a whole utterance are large
    private const float Voiced = 0.5f;

    private readonly ArticulationOptions _options;
    private readonly int _hop;
    private readonly int _center;
    private readonly int _reach;
    private readonly SpectrumAnalyzer _spectra;
    private readonly FormantEstimator _formants;
    private readonly SpectralShapeEstimator _shape;
    private readonly PitchEstimator _pitch;
    private readonly VoiceQualityEstimator _voice;

    /// <param name="options">Valid options.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="hopLength">Samples between frames.</param>
    /// <param name="center">The sample in the middle of the first frame.</param>
    public ArticulationAnalyzer(ArticulationOptions options, int sampleRate, int hopLength, int center)
    {
        (_options, _hop, _center) = (options, hopLength, center);
        int window = 2 * (int)(WindowSeconds * sampleRate / 2);
        _spectra = new SpectrumAnalyzer(WindowFunction.Create(WindowShape.Hann, window));
        _formants = new FormantEstimator(sampleRate, _spectra.FftSize, options.MaxFormant);
        _shape = new SpectralShapeEstimator(sampleRate, _spectra.FftSize);
        _pitch = new PitchEstimator(new ProsodyOptions { MinPitch = options.MinPitch, MaxPitch = options.MaxPitch }, sampleRate);
        _voice = new VoiceQualityEstimator(sampleRate, options.MinPitch);

        // Flux needs the frame before. One length for all groups keeps a frame symmetric around its middle.
        _reach = Math.Max((window / 2) + hopLength, 1 + (Math.Max(_voice.SampleCount, _pitch.SampleCount) / 2));
    }

    public int RowCount => (int)ArticulationRow.Count;

    public int SampleCount => 2 * _reach;

    public long Start(long frame) => Middle(frame) - _reach;

    public void Analyze(PaddedSignal signal, long firstFrame, Span<float> destination)
    {
        destination.Clear();
        int frames = destination.Length / RowCount;
        if (_options.Formants || _options.Spectrum)
        {
            AnalyzeSpectra(signal, firstFrame, destination, frames);
        }

        if (_options.Voice)
        {
            AnalyzeVoice(signal, firstFrame, destination, frames);
        }
    }

    private long Middle(long frame) => (frame * _hop) + _center;

    private void AnalyzeSpectra(PaddedSignal signal, long firstFrame, Span<float> destination, int frames)
    {
        int bins = _spectra.BinCount;
        float[] rented = ArrayPool<float>.Shared.Rent((Math.Min(BlockFrames, frames) + 1) * bins);
        for (int first = 0; first < frames; first += BlockFrames)
        {
            int some = Math.Min(BlockFrames, frames - first);
            Span<float> power = rented.AsSpan(0, (some + 1) * bins);
            _spectra.Analyze(signal, Middle(firstFrame + first - 1) - (_spectra.SampleCount / 2), _hop, power);
            for (int i = 0; i < some; i++)
            {
                Store(power.Slice(i * bins, bins), power.Slice((i + 1) * bins, bins), destination, frames, first + i);
            }
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    private void Store(ReadOnlySpan<float> before, ReadOnlySpan<float> power, Span<float> destination, int frames, int frame)
    {
        if (_options.Formants)
        {
            Span<Formant> formants = stackalloc Formant[FormantEstimator.Count];
            _formants.Estimate(power, formants);
            for (int i = 0; i < formants.Length; i++)
            {
                destination[(((int)ArticulationRow.Frequencies + i) * frames) + frame] = formants[i].Frequency;
                destination[(((int)ArticulationRow.Bandwidths + i) * frames) + frame] = formants[i].Bandwidth;
            }
        }

        if (_options.Spectrum)
        {
            SpectralShape shape = _shape.Measure(power, before);
            destination[((int)ArticulationRow.Centroid * frames) + frame] = shape.Centroid;
            destination[((int)ArticulationRow.RollOff * frames) + frame] = shape.RollOff;
            destination[((int)ArticulationRow.Slope * frames) + frame] = shape.Slope;
            destination[((int)ArticulationRow.Flatness * frames) + frame] = shape.Flatness;
            destination[((int)ArticulationRow.Flux * frames) + frame] = shape.Flux;
        }
    }

    private void AnalyzeVoice(PaddedSignal signal, long firstFrame, Span<float> destination, int frames)
    {
        int longest = Math.Max(_pitch.SampleCount, _voice.SampleCount);
        float[] rented = ArrayPool<float>.Shared.Rent(longest + _pitch.ScratchLength);
        Span<float> scratch = rented.AsSpan(longest, _pitch.ScratchLength);
        for (int frame = 0; frame < frames; frame++)
        {
            long middle = Middle(firstFrame + frame);
            ReadOnlySpan<float> samples = signal.Read(middle - (_pitch.SampleCount / 2), _pitch.SampleCount, rented);
            (float pitch, float voicing) = samples.ContainsAnyExcept(0f) ? _pitch.Estimate(samples, scratch) : (0, 0);
            destination[((int)ArticulationRow.Voicing * frames) + frame] = voicing;
            if (pitch <= 0 || voicing < Voiced)
            {
                continue;
            }

            VoiceQuality voice = _voice.Measure(signal.Read(middle - (_voice.SampleCount / 2), _voice.SampleCount, rented), pitch);
            destination[((int)ArticulationRow.HarmonicsToNoise * frames) + frame] = voice.HarmonicsToNoise;
            destination[((int)ArticulationRow.Jitter * frames) + frame] = voice.Jitter;
            destination[((int)ArticulationRow.Shimmer * frames) + frame] = voice.Shimmer;
        }

        ArrayPool<float>.Shared.Return(rented);
    }
}
