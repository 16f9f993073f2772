namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>The frames of a stretch as curves relative to its loudest frame, independent of the recording level. Not thread-safe.</summary>
internal sealed class Stretch
{
    /// <summary>The number of parts of the spectrum, of five bands each: up to about 0.5, 1.4, 3.3 and 7.6 kHz.</summary>
    public const int Parts = 4;

    /// <summary>The number of cepstral coefficients.</summary>
    public const int Cepstra = 6;

    /// <summary>The number of curves whose modulation is measured: level, parts, and the first cepstral coefficients.</summary>
    public const int Curves = 1 + Parts + 3;

    /// <summary>Bands further below the loudest one than this, in decibels, count as silent.</summary>
    public const float Depth = 55;

    /// <summary>Frames further below the loudest one than this, in decibels, are pauses.</summary>
    public const float ActiveDepth = 30;

    /// <summary>The voicing above which a frame is voiced.</summary>
    public const float LeastVoicing = 0.5f;

    private static readonly float[] Cosines = [.. from k in Enumerable.Range(1, Cepstra)
                                                  from band in Enumerable.Range(0, SpeechFrames.Bands)
                                                  select (float)(Math.Cos(Math.PI * k * (band + 0.5) / SpeechFrames.Bands) / SpeechFrames.Bands)];

    private readonly float[][] _curves = [.. Enumerable.Range(0, Curves).Select(_ => new float[SpeechEvidence.FullFrames])];
    private readonly float[][] _cepstra = [.. Enumerable.Range(0, Cepstra).Select(_ => new float[SpeechEvidence.FullFrames])];
    private readonly float[] _bands = new float[SpeechEvidence.FullFrames * SpeechFrames.Bands];
    private readonly float[] _voicing = new float[SpeechEvidence.FullFrames];
    private readonly float[] _pitch = new float[SpeechEvidence.FullFrames];
    private readonly bool[] _active = new bool[SpeechEvidence.FullFrames];

    /// <summary>The number of frames.</summary>
    public int Count { get; private set; }

    /// <summary>The level of each frame in decibels, <see cref="Depth"/> at the loudest.</summary>
    public ReadOnlySpan<float> Level => Curve(0);

    /// <summary>Whether each frame is active, not a pause.</summary>
    public ReadOnlySpan<bool> IsActive => _active.AsSpan(0, Count);

    /// <summary>The voicing of each frame, 0 to 1.</summary>
    public ReadOnlySpan<float> Voicing => _voicing.AsSpan(0, Count);

    /// <summary>The pitch of each frame, log2 of hertz.</summary>
    public ReadOnlySpan<float> Pitch => _pitch.AsSpan(0, Count);

    /// <summary>One of the curves whose modulation is measured.</summary>
    public ReadOnlySpan<float> Curve(int index) => _curves[index].AsSpan(0, Count);

    /// <summary>The mean level of a part of the spectrum.</summary>
    public ReadOnlySpan<float> Part(int part) => Curve(1 + part);

    /// <summary>A cepstral coefficient; index 0 is the first after the mean.</summary>
    public ReadOnlySpan<float> Cepstrum(int index) => _cepstra[index].AsSpan(0, Count);

    /// <summary>The bands of a frame in decibels, <see cref="Depth"/> at the loudest of the stretch.</summary>
    public ReadOnlySpan<float> Bands(int frame) => _bands.AsSpan(frame * SpeechFrames.Bands, SpeechFrames.Bands);

    /// <summary>The share of frames less than a number of decibels below the loudest one.</summary>
    public float LouderShare(float decibels)
    {
        int count = 0;
        foreach (float level in Level)
        {
            count += level > Depth - decibels ? 1 : 0;
        }

        return (float)count / Count;
    }

    /// <summary>Loads the frames of another stretch, at most <see cref="SpeechEvidence.FullFrames"/>.</summary>
    public void Load(ReadOnlySpan<float> rows)
    {
        Count = rows.Length / SpeechFrames.Stride;
        float loudestBand = float.NegativeInfinity;
        float loudest = float.NegativeInfinity;
        for (int t = 0; t < Count; t++)
        {
            ReadOnlySpan<float> row = rows.Slice(t * SpeechFrames.Stride, SpeechFrames.Stride);
            for (int band = 0; band < SpeechFrames.Bands; band++)
            {
                loudestBand = Math.Max(loudestBand, row[band]);
            }

            loudest = Math.Max(loudest, row[SpeechFrames.Bands]);
        }

        for (int t = 0; t < Count; t++)
        {
            ReadOnlySpan<float> row = rows.Slice(t * SpeechFrames.Stride, SpeechFrames.Stride);
            Span<float> bands = _bands.AsSpan(t * SpeechFrames.Bands, SpeechFrames.Bands);
            for (int band = 0; band < bands.Length; band++)
            {
                bands[band] = Math.Max(row[band] - loudestBand + Depth, 0);
            }

            _curves[0][t] = Math.Max(row[SpeechFrames.Bands] - loudest + Depth, 0);
            _active[t] = _curves[0][t] > Depth - ActiveDepth;
            (_voicing[t], _pitch[t]) = (row[SpeechFrames.Bands + 1], row[SpeechFrames.Bands + 2]);
            LoadFrame(t, bands);
        }
    }

    private void LoadFrame(int t, ReadOnlySpan<float> bands)
    {
        int width = SpeechFrames.Bands / Parts;
        for (int part = 0; part < Parts; part++)
        {
            float sum = 0;
            foreach (float band in bands.Slice(part * width, width))
            {
                sum += band;
            }

            _curves[1 + part][t] = sum / width;
        }

        for (int k = 0; k < Cepstra; k++)
        {
            float sum = 0;
            ReadOnlySpan<float> cosines = Cosines.AsSpan(k * bands.Length, bands.Length);
            for (int band = 0; band < bands.Length; band++)
            {
                sum += bands[band] * cosines[band];
            }

            _cepstra[k][t] = sum;
            if (k < 3)
            {
                _curves[1 + Parts + k][t] = sum;
            }
        }
    }
}
