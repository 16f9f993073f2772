using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.World;

/// <summary>The recordings that <see cref="WorldAugment"/> draws from, all at one sample rate.</summary>
/// <param name="SampleRate">The sample rate in hertz.</param>
public sealed record WorldRecordings(int SampleRate)
{
    private static readonly string[] Extensions = [".wav", ".flac", ".ogg", ".opus", ".mp3", ".aiff"];

    /// <summary>Recorded noise; none by default.</summary>
    public IReadOnlyList<float[]> Noise { get; init; } = [];

    /// <summary>Recorded impulse responses of rooms; none by default.</summary>
    public IReadOnlyList<float[]> Rooms { get; init; } = [];

    /// <summary>Clips of speech, for babble; none by default.</summary>
    public IReadOnlyList<float[]> Speech { get; init; } = [];

    /// <summary>Reads the folders named in the options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="sampleRate">The sample rate in hertz that recordings are resampled to.</param>
    /// <param name="speech">Clips of speech at that rate, for babble.</param>
    /// <exception cref="DirectoryNotFoundException">A folder does not exist.</exception>
    /// <exception cref="ArgumentException">A folder contains no recording.</exception>
    /// <exception cref="AudioFormatException">A recording cannot be read.</exception>
    public static WorldRecordings Load(WorldOptions options, int sampleRate, IReadOnlyList<float[]>? speech = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new WorldRecordings(sampleRate)
        {
            Noise = options.NoiseFolder is { } noise ? LoadFolder(noise, sampleRate) : [],
            Rooms = options.RoomFolder is { } rooms ? LoadFolder(rooms, sampleRate) : [],
            Speech = speech ?? [],
        };
    }

    /// <summary>Reads all recordings of a folder and its subfolders, in the order of their paths, mixed to mono.</summary>
    /// <inheritdoc cref="Load"/>
    public static IReadOnlyList<float[]> LoadFolder(string folder, int sampleRate)
    {
        AudioPreparation preparation = new(new PreparationOptions { SampleRate = sampleRate });
        float[][] recordings =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .Select(path => preparation.Prepare(Waveform.Load(path)))
                .Where(samples => samples.Length > 0),
        ];
        return recordings.Length > 0
            ? recordings
            : throw new ArgumentException($"The folder '{folder}' holds no recording; expected {string.Join(", ", Extensions)}.", nameof(folder));
    }
}
