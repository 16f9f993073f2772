namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Draws articulation as channels of a spectrogram, as described at <see cref="ArticulationOptions"/>.</summary>
internal sealed class ArticulationChannels
{
    private const double BandwidthOfHalf = 300; // a ridge of this bandwidth has half the height of one without bandwidth
    private const float SlopeScale = 20;
    private const float FlatnessDecibels = 50;
    private const float MostHarmonicsToNoise = 40;
    private const float MostJitter = 0.1f;
    private const float MostShimmer = 3;

    private readonly ArticulationOptions _options;
    private readonly double _bandsPerMel;
    private readonly double _melOfNyquist;

    /// <param name="options">Valid options.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="bandCount">The number of bands of a channel.</param>
    public ArticulationChannels(ArticulationOptions options, int sampleRate, int bandCount)
    {
        _options = options;
        _bandsPerMel = (bandCount - 1) / Mel(options.MaxFormant);
        _melOfNyquist = Mel(sampleRate / 2.0);
    }

    /// <summary>The number of channels for the options.</summary>
    public static int Count(ArticulationOptions options) => (options.Formants ? 1 : 0) + (options.Spectrum ? 5 : 0) + (options.Voice ? 3 : 0);

    /// <param name="rows">The rows of an <see cref="ArticulationAnalyzer"/>.</param>
    /// <param name="from">The index in the rows of the first frame of the result.</param>
    /// <param name="result">Receives the channels.</param>
    /// <param name="channel">The first of the channels.</param>
    public void Draw(ReadOnlySpan<float> rows, int from, Spectrogram result, int channel)
    {
        int frames = rows.Length / (int)ArticulationRow.Count;
        if (_options.Formants)
        {
            for (int frame = 0; frame < result.FrameCount; frame++)
            {
                DrawFormants(rows[(from + frame)..], frames, frame, result, channel);
            }

            channel++;
        }

        (ArticulationRow first, ArticulationRow end) = (
            _options.Spectrum ? ArticulationRow.Centroid : ArticulationRow.HarmonicsToNoise,
            _options.Voice ? ArticulationRow.Voicing : ArticulationRow.HarmonicsToNoise);
        for (ArticulationRow row = first; row < end; row++)
        {
            Fill(row, rows.Slice(((int)row * frames) + from, result.FrameCount), result, channel++);
        }
    }

    private void DrawFormants(ReadOnlySpan<float> column, int frames, int frame, Spectrogram result, int channel)
    {
        for (int i = 0; i < FormantEstimator.Count; i++)
        {
            double frequency = column[((int)ArticulationRow.Frequencies + i) * frames];
            if (frequency > 0)
            {
                DrawRidge(frequency, column[((int)ArticulationRow.Bandwidths + i) * frames], frame, result, channel);
            }
        }
    }

    // Where two ridges overlap, the higher one wins.
    private void DrawRidge(double frequency, double bandwidth, int frame, Spectrogram result, int channel)
    {
        double center = Mel(frequency) * _bandsPerMel;
        double width = Math.Max(1, (Mel(frequency + (bandwidth / 2)) * _bandsPerMel) - center);
        double height = 1 / (1 + (bandwidth / BandwidthOfHalf));
        for (int band = 0; band < result.BandCount; band++)
        {
            double distance = (band - center) / width;
            float value = (float)(height * Math.Exp(-distance * distance / 2));
            result[channel, band, frame] = Math.Max(result[channel, band, frame], value);
        }
    }

    private void Fill(ArticulationRow row, ReadOnlySpan<float> values, Spectrogram result, int channel)
    {
        Span<float> first = result.Band(channel, 0);
        for (int frame = 0; frame < first.Length; frame++)
        {
            first[frame] = Scale(row, values[frame]);
        }

        for (int band = 1; band < result.BandCount; band++)
        {
            first.CopyTo(result.Band(channel, band));
        }
    }

    private float Scale(ArticulationRow row, float value) => row switch
    {
        ArticulationRow.Centroid or ArticulationRow.RollOff => (float)(Mel(value) / _melOfNyquist),
        ArticulationRow.Slope => value / SlopeScale,
        ArticulationRow.Flatness => value > 0 ? Math.Clamp(1 + (10 * MathF.Log10(value) / FlatnessDecibels), 0, 1) : 0,
        ArticulationRow.Flux => value / MathF.Sqrt(2),
        ArticulationRow.HarmonicsToNoise => Math.Clamp(value / MostHarmonicsToNoise, 0, 1),
        ArticulationRow.Jitter => Math.Min(1, value / MostJitter),
        ArticulationRow.Shimmer => Math.Min(1, value / MostShimmer),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row, "Expected a row that fills a channel."),
    };

    private static double Mel(double hertz) => MelFilterBank.ToMel(MelScale.Htk, hertz);
}
