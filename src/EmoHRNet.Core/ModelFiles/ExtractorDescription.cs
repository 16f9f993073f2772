using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.ModelFiles;

/// <summary>The entry in a model file about the application's own feature extractor with which the model was trained.</summary>
/// <remarks>
/// An extractor is code, which a file cannot contain. It is recognized by its name, by the shape of its output, and by its output for a
/// fixed signal, so that different settings under the same name are noticed.
/// </remarks>
public sealed record ExtractorDescription
{
    // Processors round differently; different settings differ by more.
    private const float ProbeTolerance = 0.01f;

    /// <summary>The extractor's <see cref="IFeatureExtractor.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The sample rate of its input, in hertz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>The number of channels of its output, 1 to 64.</summary>
    public required int ChannelCount { get; init; }

    /// <summary>The number of bands of its output, 1 to 8,192.</summary>
    public required int BandCount { get; init; }

    /// <summary>The distance between two frames, in samples.</summary>
    public required int HopLength { get; init; }

    /// <summary>
    /// The mean magnitude of each band of each channel for a fixed signal of one second, channel after channel; empty if not known.
    /// </summary>
    public IReadOnlyList<float> Probe { get; init; } = [];

    /// <summary>Describes an extractor by its properties and by its output for the fixed signal.</summary>
    /// <exception cref="ArgumentException">It has no name, or its output contradicts its properties.</exception>
    public static ExtractorDescription Of(IFeatureExtractor extractor)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        string name = ExtractorProbe.NameOf(extractor);
        return new ExtractorDescription
        {
            Name = name,
            SampleRate = extractor.SampleRate,
            ChannelCount = extractor.ChannelCount,
            BandCount = extractor.BandCount,
            HopLength = extractor.HopLength,
            Probe = ExtractorProbe.Measure(extractor, name),
        };
    }

    /// <summary>Whether another description is of the same extractor.</summary>
    public bool Fits(ExtractorDescription other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Shape == other.Shape && (Probe.Count == 0 || other.Probe.Count == 0 || GivesTheSame(other));
    }

    /// <inheritdoc/>
    public bool Equals(ExtractorDescription? other) => other is not null && Shape == other.Shape && Probe.SequenceEqual(other.Probe);

    /// <inheritdoc/>
    public override int GetHashCode() => Shape.GetHashCode();

    /// <summary>The name and the shape of the output.</summary>
    public override string ToString() => $"'{Name}' ({ChannelCount} x {BandCount} values every {HopLength} samples at {SampleRate} Hz)";

    /// <summary>Adds a problem for every value that is out of range.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(!string.IsNullOrWhiteSpace(Name), nameof(Name), $"'{Name}'", "a name")
            .Range(nameof(SampleRate), SampleRate, 1_000, Audio.Waveform.MaximumSampleRate)
            .Range(nameof(ChannelCount), ChannelCount, 1, 64)
            .Range(nameof(BandCount), BandCount, 1, 8_192)
            .Range(nameof(HopLength), HopLength, 1, Audio.Waveform.MaximumSampleRate)
            .Require(
                Probe is not null && (Probe.Count == 0 || (Probe.Count == (long)ChannelCount * BandCount && Probe.All(float.IsFinite))),
                nameof(Probe), Probe is null ? null : $"{Probe.Count} numbers", "a finite number for each band of each channel, or none");
    }

    private (string, int, int, int, int) Shape => (Name, SampleRate, ChannelCount, BandCount, HopLength);

    private bool GivesTheSame(ExtractorDescription other)
    {
        float largest = Probe.Concat(other.Probe).Max(MathF.Abs);
        return Probe.Zip(other.Probe).All(pair => MathF.Abs(pair.First - pair.Second) <= ProbeTolerance * largest);
    }
}
