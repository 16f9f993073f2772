using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes the features of clips: short-time Fourier transform, mel bands, logarithm or cepstrum, normalization, deltas.</summary>
internal sealed class FeatureGraph(SignalWriter signal, FeatureOptions options)
{
    private readonly MelSpectrogramOptions _mel = options.Mel;

    /// <returns>Frames with the bands of all channels, one channel after the other.</returns>
    public Frames Write(Clips clips)
    {
        if (options.Prosody is not null)
        {
            throw Inexpressible.Option(nameof(FeatureOptions.Prosody));
        }

        if (options.Articulation is not null)
        {
            throw Inexpressible.Option(nameof(FeatureOptions.Articulation));
        }

        string counts = FrameCounts(clips.Lengths);
        string frames = signal.Maximum(signal.Whole(1), signal.Largest(counts));
        string bands = Bands(Signal(clips, frames));
        Frames normalized = new NormalizationGraph(signal, _mel, options.BandCount).Write(new Frames(bands, counts), frames);
        return new DeltaGraph(signal, options.DeltaOrder, options.DeltaRadius).Write(normalized);
    }

    private int Padding => _mel.Center ? _mel.FftSize / 2 : 0;

    private string FrameCounts(string lengths)
    {
        string size = signal.Whole(_mel.FftSize);
        string padded = signal.Add(lengths, signal.Whole(2 * Padding));
        string beyond = signal.Maximum(signal.Whole(0), signal.Subtract(padded, size));
        string count = signal.Add(signal.Whole(1), signal.Divide(beyond, signal.Whole(_mel.HopLength)));
        return signal.Choose(signal.IsLess(padded, size), signal.Whole(0), count);
    }

    /// <summary>The samples of all frames including the padding before and after each clip, [B, n].</summary>
    private string Signal(Clips clips, string frames)
    {
        string length = signal.Multiply(signal.Subtract(frames, signal.Whole(1)), signal.Whole(_mel.HopLength));
        string places = signal.Range(signal.Whole(-Padding), signal.Add(length, signal.Whole(_mel.FftSize - Padding)));
        return _mel.PadMode switch
        {
            PaddingMode.Reflect => signal.Pick(clips.Samples, Mirrored(places, clips.Lengths)),
            PaddingMode.Zero => Silenced(clips, places),
            _ => throw Inexpressible.Option($"{nameof(_mel.PadMode)} = {_mel.PadMode}"),
        };
    }

    // A mirrored signal repeats every 2 (n - 1) samples.
    private string Mirrored(string places, string lengths)
    {
        string once = signal.Multiply(signal.Whole(2), signal.Subtract(lengths, signal.Whole(1)));
        string period = signal.Maximum(signal.Whole(1), once);
        string place = signal.Remainder(signal.Absolute(places), period);
        return signal.Minimum(place, signal.Subtract(period, place));
    }

    private string Silenced(Clips clips, string places)
    {
        string last = signal.Subtract(clips.Lengths, signal.Whole(1));
        string nearest = signal.Maximum(signal.Whole(0), signal.Minimum(places, last));
        return signal.Multiply(signal.Pick(clips.Samples, nearest), signal.ToFloat(signal.AreEqual(places, nearest)));
    }

    private string Bands(string samples)
    {
        string spectra = signal.Power(signal.Spectra(samples, _mel.HopLength, Window(), _mel.FftSize));
        string bands = signal.Product(_mel.Power == 1 ? signal.SquareRoot(spectra) : spectra, Filters());
        string compressed = _mel.Log switch
        {
            LogScale.None => bands,
            LogScale.Natural => Logarithm(bands),
            LogScale.Decibel => signal.Multiply(Logarithm(bands), signal.Number(20 / Math.Log(10) / _mel.Power)),
            _ => throw Inexpressible.Option($"{nameof(_mel.Log)} = {_mel.Log}"),
        };
        return options.Kind switch
        {
            FeatureKind.LogMel => compressed,
            FeatureKind.Mfcc => signal.Product(compressed, CosineTransform()),
            _ => throw Inexpressible.Option($"{nameof(options.Kind)} = {options.Kind}"),
        };
    }

    private string Logarithm(string bands) => signal.Logarithm(signal.Maximum(bands, signal.Number(_mel.LogFloor)));

    /// <summary>The window, centered in the transform.</summary>
    private string Window()
    {
        float[] window = new float[_mel.FftSize];
        WindowFunction.Create(_mel.Window, _mel.WindowLength).CopyTo(window, (_mel.FftSize - _mel.WindowLength) / 2);
        return signal.Table("window", [window.Length], window);
    }

    private string Filters()
    {
        MelFilterBank filters = new(_mel);
        float[] matrix = new float[filters.BinCount * filters.BandCount];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = filters[i % filters.BandCount, i / filters.BandCount];
        }

        return signal.Table("mel_filters", [filters.BinCount, filters.BandCount], matrix);
    }

    private string CosineTransform()
    {
        float[,] basis = options.Mfcc.Basis(_mel.BandCount);
        int coefficients = basis.GetLength(0);
        float[] matrix = new float[basis.Length];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = basis[i % coefficients, i / coefficients];
        }

        return signal.Table("cosine_transform", [_mel.BandCount, coefficients], matrix);
    }
}
