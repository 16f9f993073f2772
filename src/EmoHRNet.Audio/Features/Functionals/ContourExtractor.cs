using System.Buffers;
using EmoHRNet.Audio.Features.Analysis;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>Computes the contours of an utterance at 16 kHz, with a frame every 10 ms. Immutable and thread-safe.</summary>
internal sealed class ContourExtractor
{
    public const int SampleRate = 16_000;
    public const int Hop = 160;

    private const int BlockFrames = 64;
    private const double MaxFormant = 5_500;
    private const double SemitoneReference = 27.5;

    private static readonly ProsodyOptions PitchRange = new() { MinPitch = 55, MaxPitch = 1_000 };

    private readonly SpectrumAnalyzer _short = new(WindowFunction.Create(WindowShape.Hamming, 320, periodic: false));
    private readonly SpectrumAnalyzer _medium = new(WindowFunction.Create(WindowShape.Hann, 640));
    private readonly SpectrumAnalyzer _long = new(Gaussian(960, 0.4));
    private readonly ProsodyAnalyzer _prosody = new(PitchRange, SampleRate, Hop, center: 0);
    private readonly VoiceQualityEstimator _voice = new(SampleRate, PitchRange.MinPitch);
    private readonly SpectralContours _spectral;
    private readonly FormantEstimator _formants;
    private readonly HarmonicLevels _harmonics;

    public ContourExtractor()
    {
        _spectral = new SpectralContours(SampleRate, _short.FftSize);
        _formants = new FormantEstimator(SampleRate, _medium.FftSize, MaxFormant);
        _harmonics = new HarmonicLevels((double)SampleRate / _long.FftSize);
    }

    public Contours Extract(ReadOnlySpan<float> samples)
    {
        Contours contours = new(1 + (samples.Length / Hop));
        PaddedSignal signal = new(samples, PaddingMode.Zero, 0, samples.Length);
        float[] pitches = FollowPitch(signal, contours);
        float[] rented = ArrayPool<float>.Shared.Rent((BlockFrames + 1) * _long.BinCount);
        for (int first = 0; first < contours.FrameCount; first += BlockFrames)
        {
            int count = Math.Min(BlockFrames, contours.FrameCount - first);
            MeasureSpectra(signal, first, count, rented, contours);
            MeasureFormants(signal, first, count, rented, contours);
            MeasureHarmonics(signal, first, count, rented, contours, pitches);
        }

        ArrayPool<float>.Shared.Return(rented);
        MeasureVoice(signal, contours, pitches);
        return contours;
    }

    private static float[] Gaussian(int length, double sigma)
    {
        double middle = (length - 1) / 2.0;
        return [.. Enumerable.Range(0, length).Select(i => (float)Math.Exp(-0.5 * Math.Pow((i - middle) / (sigma * middle), 2)))];
    }

    private float[] FollowPitch(PaddedSignal signal, Contours contours)
    {
        float[] rows = new float[contours.FrameCount * _prosody.RowCount];
        _prosody.Analyze(signal, 0, rows);
        float[] pitches = new float[contours.FrameCount];
        for (int frame = 0; frame < pitches.Length; frame++)
        {
            pitches[frame] = PitchCorrection.At(ProsodyAnalyzer.Pitch(rows), ProsodyAnalyzer.Voicing(rows), frame);
            contours.Voiced[frame] = pitches[frame] > 0 && ProsodyAnalyzer.Voicing(rows)[frame] >= 0.5f;
            contours[Contour.Pitch][frame] = contours.Voiced[frame] ? (float)(12 * Math.Log2(pitches[frame] / SemitoneReference)) : float.NaN;
        }

        return pitches;
    }

    private static ReadOnlySpan<float> Spectra(SpectrumAnalyzer analyzer, PaddedSignal signal, int first, int count, float[] buffer)
    {
        Span<float> power = buffer.AsSpan(0, count * analyzer.BinCount);
        analyzer.Analyze(signal, ((long)first * Hop) - (analyzer.SampleCount / 2), Hop, power);
        return power;
    }

    private void MeasureSpectra(PaddedSignal signal, int first, int count, float[] buffer, Contours contours)
    {
        int bins = _short.BinCount;
        ReadOnlySpan<float> power = Spectra(_short, signal, first - 1, count + 1, buffer);
        for (int i = 0; i < count; i++)
        {
            _spectral.Measure(power.Slice((i + 1) * bins, bins), power.Slice(i * bins, bins), contours, first + i);
        }
    }

    private void MeasureFormants(PaddedSignal signal, int first, int count, float[] buffer, Contours contours)
    {
        Span<Formant> formants = stackalloc Formant[FormantEstimator.Count];
        ReadOnlySpan<float> power = Spectra(_medium, signal, first, count, buffer);
        for (int i = 0; i < count; i++)
        {
            _formants.Estimate(power.Slice(i * _medium.BinCount, _medium.BinCount), formants);
            for (int index = 0; index < 3; index++)
            {
                bool found = formants[index].Frequency > 0;
                contours[Frequency(index)][first + i] = found ? formants[index].Frequency : float.NaN;
                contours[Frequency(index) + 1][first + i] = found ? formants[index].Bandwidth : float.NaN;
            }
        }
    }

    private void MeasureHarmonics(PaddedSignal signal, int first, int count, float[] buffer, Contours contours, float[] pitches)
    {
        ReadOnlySpan<float> spectra = Spectra(_long, signal, first, count, buffer);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> power = spectra.Slice(i * _long.BinCount, _long.BinCount);
            int frame = first + i;
            bool voiced = contours.Voiced[frame];
            contours[Contour.H1H2][frame] = voiced ? -_harmonics.Second(power, pitches[frame]) : float.NaN;
            for (int index = 0; index < 3; index++)
            {
                float formant = contours[Frequency(index)][frame];
                contours[Frequency(index) + 2][frame] =
                    voiced && !float.IsNaN(formant) ? _harmonics.AtFormant(power, pitches[frame], formant) : float.NaN;
            }

            contours[Contour.H1A3][frame] = -contours[Contour.F3Amplitude][frame];
        }
    }

    private void MeasureVoice(PaddedSignal signal, Contours contours, float[] pitches)
    {
        float[] scratch = ArrayPool<float>.Shared.Rent(_voice.SampleCount);
        for (int frame = 0; frame < contours.FrameCount; frame++)
        {
            long start = ((long)frame * Hop) - (_voice.SampleCount / 2);
            VoiceQuality? voice = contours.Voiced[frame] ? _voice.Measure(signal.Read(start, _voice.SampleCount, scratch), pitches[frame]) : null;
            contours[Contour.HarmonicsToNoise][frame] = voice?.HarmonicsToNoise ?? float.NaN;
            contours[Contour.Jitter][frame] = voice is { Jitter: > 0 } ? voice.Value.Jitter : float.NaN;
            contours[Contour.Shimmer][frame] = voice is { Shimmer: > 0 } ? voice.Value.Shimmer : float.NaN;
        }

        ArrayPool<float>.Shared.Return(scratch);
    }

    /// <summary>The contour of a formant's frequency; bandwidth and amplitude follow it.</summary>
    private static Contour Frequency(int index) => Contour.F1Frequency + (3 * index);
}
