using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.ModelFiles;

/// <summary>What a model file says of the application's own feature extractor that its model was trained with.</summary>
/// <remarks>
/// An extractor is code, which a file cannot hold: it is known again by its name, by the shape of what it gives, and by what it gave for
/// a fixed signal, so that other settings under the same name are noticed.
/// </remarks>
public sealed record ExtractorDescription
{
    // Other processors round differently; other settings differ by more.
    private const float ProbeTolerance = 0.01f;

    /// <summary>The extractor's <see cref="IFeatureExtractor.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The rate of the samples it takes, in hertz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>The channels of its result, 1 to 64.</summary>
    public required int ChannelCount { get; init; }

    /// <summary>The bands of its result, 1 to 8,192.</summary>
    public required int BandCount { get; init; }

    /// <summary>The distance between two frames, in samples.</summary>
    public required int HopLength { get; init; }

    /// <summary>The mean magnitude of each band of each channel for a fixed signal of one second, channel after channel; empty when not known.</summary>
    public IReadOnlyList<float> Probe { get; init; } = [];

    /// <summary>Describes an extractor, by its properties and by what it gives for the fixed signal.</summary>
    /// <exception cref="ArgumentException">It has no name, or does not keep what its properties promise.</exception>
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

    /// <summary>Whether another description is one of the same extractor.</summary>
    public bool Fits(ExtractorDescription other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Shape == other.Shape && (Probe.Count == 0 || other.Probe.Count == 0 || GivesTheSame(other));
    }

    /// <inheritdoc/>
    public bool Equals(ExtractorDescription? other) => other is not null && Shape == other.Shape && Probe.SequenceEqual(other.Probe);

    /// <inheritdoc/>
    public override int GetHashCode() => Shape.GetHashCode();

    /// <summary>The name and the shape of the result.</summary>
    public override string ToString() => $"'{Name}' ({ChannelCount} x {BandCount} values every {HopLength} samples at {SampleRate} Hz)";

    /// <summary>Adds what is out of range to a list of problems.</summary>
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
