using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Features;

/// <summary>One file of torchaudio's output, with the options stated in its metadata.</summary>
internal sealed class MelGolden
{
    private MelGolden(GoldenFile file) => File = file;

    public GoldenFile File { get; }

    public IEnumerable<string> Signals => File.Names.Where(n => n.StartsWith("wave.", StringComparison.Ordinal)).Select(n => n[5..]);

    public MelSpectrogramOptions Options => new()
    {
        SampleRate = Integer("sample_rate"),
        FftSize = Integer("n_fft"),
        WindowLength = Integer("win_length"),
        HopLength = Integer("hop_length"),
        BandCount = Integer("n_mels"),
        MinFrequency = Number("f_min"),
        MaxFrequency = Number("f_max"),
        MelScale = Enum.Parse<MelScale>(File.Metadata["mel_scale"], ignoreCase: true),
        FilterNorm = Enum.Parse<FilterNormalization>(File.Metadata["norm"], ignoreCase: true),
        Power = (int)Number("power"),
        Center = bool.Parse(File.Metadata["center"]),
        PadMode = Enum.Parse<PaddingMode>(File.Metadata["pad_mode"], ignoreCase: true),
        Log = LogScale.None,
        Normalization = FeatureNormalization.None,
    };

    public static MelGolden Open(string name)
    {
        string? path = SharedData.PathOrNull("goldens", $"mel_{name}.safetensors");
        Assert.SkipWhen(path is null, "The reference data is not on this machine.");
        return new MelGolden(GoldenFile.Open(path));
    }

    private int Integer(string key) => int.Parse(File.Metadata[key], CultureInfo.InvariantCulture);

    private double Number(string key) => double.Parse(File.Metadata[key], CultureInfo.InvariantCulture);
}
