using System.Runtime.InteropServices;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>
/// Computes the detector's frames: every 16 ms the levels of twenty mel bands, the total level, voicing and pitch. Accepts samples of one
/// channel at any rate in pieces of any length, which do not change the frames. Not thread-safe.
/// </summary>
internal sealed class SpeechFrames
{
    /// <summary>The sample rate that frames are computed at.</summary>
    public const int SampleRate = 16_000;

    /// <summary>The number of samples between two frames.</summary>
    public const int Hop = 256;

    /// <summary>The number of mel bands.</summary>
    public const int Bands = 20;

    /// <summary>The values per frame: bands and level in decibels, voicing (0 to 1), log2 of the pitch in hertz (0 where there is none).</summary>
    public const int Stride = Bands + 3;

    private const int Decimation = 4;
    private const int DecimatedHop = Hop / Decimation;
    private const int Smoothing = SampleRate / 1_000; // above 1 kHz there is only noise to the pitch of a voice
    private const float Emphasis = 0.9f; // against mains hum, which lies below the harmonics of a voice
    private const double SmallestPower = 1e-11;

    private static readonly FeatureOptions Features = new()
    {
        Mel = new MelSpectrogramOptions
        {
            SampleRate = SampleRate,
            FftSize = 512,
            WindowLength = 512,
            HopLength = Hop,
            BandCount = Bands,
            MinFrequency = 80,
            MaxFrequency = 7_600,
            Normalization = FeatureNormalization.None,
            Log = LogScale.None,
        },
    };

    private readonly StreamingResampler? _resampler;
    private readonly StreamingFeatureExtractor _mel = new(Features);
    private readonly PitchEstimator _pitch = new(new ProsodyOptions { MinPitch = 60, MaxPitch = 500 }, SampleRate / Decimation);
    private readonly float[] _scratch;
    private readonly List<float> _rows = [];
    private readonly List<float> _tail = [];
    private readonly List<float> _decimated = [];
    private long _firstRow;
    private long _firstDecimated;
    private float _previous;

    /// <param name="sampleRate">The rate of the samples to append.</param>
    public SpeechFrames(int sampleRate)
    {
        _resampler = sampleRate == SampleRate ? null : new Resampler(sampleRate, SampleRate, ResamplingQuality.Fast).CreateStream();
        _scratch = new float[_pitch.SampleCount + _pitch.ScratchLength];
        _tail.AddRange(new float[Smoothing / 2]);
        // Zeros before the start, so that a frame's samples for the pitch end where its samples for the bands do.
        _decimated.AddRange(new float[_pitch.SampleCount - ((Hop - (Smoothing / 2)) / Decimation)]);
    }

    /// <summary>The number of frames computed so far.</summary>
    public long Count => _firstRow + (_rows.Count / Stride);

    /// <summary>Appends the next samples.</summary>
    public void Append(ReadOnlySpan<float> samples) => Take(_resampler is null ? samples : _resampler.Push(samples));

    /// <summary>Ends the stream.</summary>
    public void Complete()
    {
        if (_resampler is not null)
        {
            Take(_resampler.Complete());
        }

        _decimated.AddRange(new float[_pitch.SampleCount + DecimatedHop]);
        Add(_mel.Complete());
    }

    /// <summary>The frames of a stretch, as far as they are computed and not discarded.</summary>
    public ReadOnlySpan<float> Rows(long start, long end)
    {
        int first = (int)Math.Clamp(start - _firstRow, 0, _rows.Count / Stride);
        int last = (int)Math.Clamp(end - _firstRow, first, _rows.Count / Stride);
        return CollectionsMarshal.AsSpan(_rows)[(first * Stride)..(last * Stride)];
    }

    /// <summary>Discards the frames before this one.</summary>
    public void Forget(long before)
    {
        int count = (int)Math.Clamp(before - _firstRow, 0, _rows.Count / Stride);
        _rows.RemoveRange(0, count * Stride);
        _firstRow += count;
    }

    private void Take(ReadOnlySpan<float> samples)
    {
        Decimate(samples);
        Add(_mel.Append(samples));
    }

    /// <summary>Averages over a millisecond, keeps a quarter of the samples, and applies pre-emphasis.</summary>
    private void Decimate(ReadOnlySpan<float> samples)
    {
        _tail.AddRange(samples);
        int start = 0;
        ReadOnlySpan<float> all = CollectionsMarshal.AsSpan(_tail);
        for (; start + Smoothing <= all.Length; start += Decimation)
        {
            float mean = 0;
            foreach (float sample in all.Slice(start, Smoothing))
            {
                mean += sample;
            }

            mean /= Smoothing;
            _decimated.Add(mean - (Emphasis * _previous));
            _previous = mean;
        }

        _tail.RemoveRange(0, start);
    }

    private void Add(Spectrogram frames)
    {
        for (int frame = 0; frame < frames.FrameCount; frame++)
        {
            double power = 0;
            for (int band = 0; band < Bands; band++)
            {
                float value = frames.Band(0, band)[frame];
                power += value;
                _rows.Add(Decibels(value));
            }

            _rows.Add(Decibels(power));
            _rows.AddRange([0, 0]);
        }

        FindPitch(_firstRow + (_rows.Count / Stride) - frames.FrameCount, frames.FrameCount);
    }

    private void FindPitch(long first, int count)
    {
        Span<float> rows = CollectionsMarshal.AsSpan(_rows);
        ReadOnlySpan<float> decimated = CollectionsMarshal.AsSpan(_decimated);
        for (int i = 0; i < count; i++)
        {
            int start = (int)(((first + i) * DecimatedHop) - _firstDecimated);
            (float pitch, float voicing) = _pitch.Estimate(decimated.Slice(start, _pitch.SampleCount), _scratch.AsSpan(0, _pitch.ScratchLength));
            int row = (int)(first + i - _firstRow) * Stride;
            (rows[row + Bands + 1], rows[row + Bands + 2]) = (voicing, pitch > 0 ? MathF.Log2(pitch) : 0);
        }

        int needless = (int)(((first + count) * DecimatedHop) - _firstDecimated);
        _decimated.RemoveRange(0, Math.Min(needless, _decimated.Count));
        _firstDecimated += needless;
    }

    private static float Decibels(double power) => (float)(10 * Math.Log10(Math.Max(power, SmallestPower)));
}
