namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>Draws pitch, energy and voicing as channels of a spectrogram, as described at <see cref="ProsodyOptions"/>.</summary>
internal sealed class ProsodyChannels
{
    /// <summary>The number of channels: pitch, energy, voicing.</summary>
    public const int Count = 3;

    private readonly double _minPitch;
    private readonly double _bandsPerOctave;
    private readonly double _width;

    public ProsodyChannels(ProsodyOptions options, int bandCount)
    {
        _minPitch = options.MinPitch;
        _bandsPerOctave = (bandCount - 1) / Math.Log2(options.MaxPitch / options.MinPitch);
        _width = Math.Max(1, _bandsPerOctave / 12);
    }

    /// <param name="rows">The rows of a <see cref="ProsodyAnalyzer"/>.</param>
    /// <param name="from">The index in the rows of the first frame of the result.</param>
    /// <param name="result">Receives the channels.</param>
    /// <param name="channel">The first of the three channels.</param>
    public void Draw(ReadOnlySpan<float> rows, int from, Spectrogram result, int channel)
    {
        ReadOnlySpan<float> pitch = ProsodyAnalyzer.Pitch(rows);
        ReadOnlySpan<float> voicing = ProsodyAnalyzer.Voicing(rows);
        for (int frame = 0; frame < result.FrameCount; frame++)
        {
            DrawRidge(PitchCorrection.At(pitch, voicing, from + frame), voicing[from + frame], frame, result, channel);
        }

        for (int band = 0; band < result.BandCount; band++)
        {
            ProsodyAnalyzer.Energy(rows).Slice(from, result.FrameCount).CopyTo(result.Band(channel + 1, band));
            voicing.Slice(from, result.FrameCount).CopyTo(result.Band(channel + 2, band));
        }
    }

    private void DrawRidge(float pitch, float height, int frame, Spectrogram result, int channel)
    {
        if (pitch <= 0)
        {
            return;
        }

        double center = Math.Log2(pitch / _minPitch) * _bandsPerOctave;
        int first = Math.Max(0, (int)Math.Ceiling(center - (4 * _width)));
        int last = Math.Min(result.BandCount - 1, (int)Math.Floor(center + (4 * _width)));
        for (int band = first; band <= last; band++)
        {
            double distance = (band - center) / _width;
            result[channel, band, frame] = (float)(height * Math.Exp(-distance * distance / 2));
        }
    }
}
