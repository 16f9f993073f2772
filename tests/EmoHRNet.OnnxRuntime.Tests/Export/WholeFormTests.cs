using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Transforms;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime.Export;
using EmoHRNet.Tests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests.Export;

/// <summary>The whole form compared with the library for every model option, on clips of critical lengths.</summary>
public sealed class WholeFormTests : IDisposable
{
    private const float Tolerance = 1e-3f;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Variants =>
    [
        "defaults", "trimmed", "trimmed wide", "peak", "rms", "pre-emphasis", "everything prepared",
        "high-pass", "high-pass at 5 Hz", "speech", "speech trimmed", "not centered", "zeros around", "short window",
        "size without a power of two", "magnitude", "decibels", "slaney", "linear bands", "per band", "corpus", "not normalized", "cepstrum",
        "deltas", "delta-deltas of a cepstrum", "priors of training", "another rate", "odd window",
    ];

    /// <summary>
    /// One and two samples, less than a frame, about a frame, less than a window, slightly more than a window, several windows.
    /// </summary>
    private static readonly int[] Lengths = [1, 2, 300, 1_024, 3_300, 13_000, 40_000];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Variants))]
    public void Write_EveryOption_AnswersAsTheLibrary(string variant)
    {
        // A low temperature amplifies small differences in the features.
        ModelDescription description = Variant(variant, TestModel.Description with { Temperature = 0.1 });
        string model = TestModel.Save(_folder["m.safetensors"], description);
        OnnxExport.Write(model, _folder["m.onnx"]);
        using ExportedWhole exported = new(_folder["m.onnx"]);
        using OnnxEmotionClassifier library = new(model);
        float[][] clips = [.. Lengths.Select(Clip), new float[20_000]];
        float[][] expected = [.. clips.Select(clip => library.Predict(clip).Probabilities.Values.ToArray())];
        Assert.All(clips.Zip(expected), pair => Close(pair.Second, exported.Run(pair.First)[0]));
        Assert.True(expected.Select(row => row[0]).Distinct().Count() > 3, "The answers hardly depend on the clip.");
    }

    /// <summary>Offset and rumble from recorders, which models without a high-pass filter must not get.</summary>
    [Theory]
    [InlineData(0.1, 0, 1)]
    [InlineData(0, 0.3, 1)]
    [InlineData(0, 0.03, 1)]
    [InlineData(0, 0, 0.003)]
    [InlineData(0.0002, 0.001, 0.001)]
    public void Write_OffsetRumbleOrAVeryQuietVoice_AnswersAsTheLibrary(double offset, double rumble, double level)
    {
        string model = TestModel.Save(_folder["m.safetensors"], Variant("trimmed", Unnormalized(TestModel.Description) with { Temperature = 0.1 }));
        OnnxExport.Write(model, _folder["m.onnx"]);
        using ExportedWhole exported = new(_folder["m.onnx"]);
        using OnnxEmotionClassifier library = new(model);
        float[] clip = [.. Clip(40_000).Select((sample, i) => (float)((level * sample) + offset + (rumble * Math.Sin(i * 2 * Math.PI * 12 / 16_000))))];
        Close([.. library.Predict(clip).Probabilities.Values], exported.Run(clip)[0]);
    }

    [Fact]
    public void Write_LabelPriors_AnswersAsTheLibraryWithThem()
    {
        Dictionary<string, double> priors = new() { ["neutral"] = 6, ["happy"] = 0, ["sad"] = 1, ["angry"] = 0.5 };
        string model = TestModel.Save(_folder["m.safetensors"]);
        OnnxExport.Write(model, _folder["m.onnx"], new OnnxExportOptions { LabelPriors = priors });
        using ExportedWhole exported = new(_folder["m.onnx"]);
        using OnnxEmotionClassifier library = new(model, new OnnxEmotionClassifierOptions { LabelPriors = priors });
        Close([.. library.Predict(Clip(40_000)).Probabilities.Values], exported.Run(Clip(40_000))[0]);
    }

    [Fact]
    public void Write_ClipsThatAreTrimmedDifferently_GiveWhatEachGetsAlone()
    {
        string model = TestModel.Save(_folder["m.safetensors"], Variant("everything prepared", TestModel.Description with { Temperature = 0.1 }));
        OnnxExport.Write(model, _folder["m.onnx"]);
        using ExportedWhole exported = new(_folder["m.onnx"]);
        using OnnxEmotionClassifier library = new(model);
        float[][] clips = [Placed(3_000, 2_000), Placed(30_000, 9_000), new float[40_000], Placed(0, 40_000), Placed(39_000, 1_000)];
        Assert.All(clips.Zip(exported.Run(clips)), pair => Close([.. library.Predict(pair.First).Probabilities.Values], pair.Second));
    }

    [Fact]
    public void Write_FeaturesThatHaveNoOperators_AreRefusedByName()
    {
        ModelDescription description = TestModel.Description with
        {
            Network = TestModel.Network with { InputChannels = 4 },
            Features = TestModel.Description.Features with { Prosody = new ProsodyOptions() },
        };
        string model = TestModel.Save(_folder["m.safetensors"], description);
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => OnnxExport.Write(model, _folder["m.onnx"]));
        Assert.Contains("Prosody", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["m.onnx"]));
        OnnxExport.Write(model, _folder["m.onnx"], new OnnxExportOptions { Form = OnnxForm.Network });
    }

    /// <summary>A new option of the library must be written into the graph, or rejected, before it is listed here.</summary>
    [Fact]
    public void Options_OfPreparationAndFeatures_AreAllKnownToTheExport()
    {
        Assert.Equal(["Gain", "GainTargetDecibels", "HighPassHertz", "Mix", "PreEmphasis", "Quality", "SampleRate", "Trim"], Names(typeof(PreparationOptions)));
        Assert.Equal(["MarginSeconds", "ThresholdDecibels"], Names(typeof(SilenceTrimOptions)));
        Assert.Equal(["Articulation", "DeltaOrder", "DeltaRadius", "Kind", "Mel", "Mfcc", "Prosody"], Names(typeof(FeatureOptions)));
        Assert.Equal(["CoefficientCount", "Lifter"], Names(typeof(MfccOptions)));
        Assert.Equal(
            ["BandCount", "Center", "FftSize", "FilterNorm", "HopLength", "Log", "LogFloor", "MaxFrequency", "MelScale", "MinFrequency",
                "Normalization", "PadMode", "Power", "SampleRate", "Statistics", "Window", "WindowLength"],
            Names(typeof(MelSpectrogramOptions)));
        static IEnumerable<string> Names(Type options) => options.GetProperties()
            .Where(property => property.CanWrite && !property.GetMethod!.IsStatic).Select(property => property.Name).Order(StringComparer.Ordinal);
    }

    private static ModelDescription Variant(string name, ModelDescription model) => name switch
    {
        "defaults" => model,
        "trimmed" => model with { Preparation = new PreparationOptions { Trim = new SilenceTrimOptions() } },
        "high-pass" => model with { Preparation = new PreparationOptions { HighPassHertz = 40 } },
        "high-pass at 5 Hz" => model with { Preparation = new PreparationOptions { HighPassHertz = 5 } },
        "speech" => Unnormalized(model) with { Preparation = PreparationOptions.Speech },
        "speech trimmed" => Unnormalized(model) with { Preparation = PreparationOptions.Speech with { Trim = new SilenceTrimOptions() } },
        "trimmed wide" => model with { Preparation = new PreparationOptions { Trim = new SilenceTrimOptions { ThresholdDecibels = -6, MarginSeconds = 0.3 } } },
        "peak" => Unnormalized(model) with { Preparation = new PreparationOptions { Gain = GainNormalization.Peak, GainTargetDecibels = -3 } },
        "rms" => Unnormalized(model) with { Preparation = new PreparationOptions { Gain = GainNormalization.Rms } },
        "pre-emphasis" => model with { Preparation = new PreparationOptions { PreEmphasis = 0.97 } },
        "everything prepared" => Unnormalized(model) with
        {
            Preparation = new PreparationOptions { Trim = new SilenceTrimOptions(), Gain = GainNormalization.Rms, GainTargetDecibels = -30, PreEmphasis = 0.9 },
        },
        "not centered" => Mel(model, mel => mel with { Center = false }),
        "zeros around" => Mel(model, mel => mel with { PadMode = PaddingMode.Zero }),
        "short window" => Mel(model, mel => mel with { WindowLength = 401, HopLength = 160, Window = WindowShape.Hamming }),
        "size without a power of two" => Mel(model, mel => mel with { FftSize = 400, WindowLength = 400, HopLength = 161, BandCount = 20 }),
        "magnitude" => Mel(model, mel => mel with { Power = 1 }),
        "decibels" => Mel(model, mel => mel with { Log = LogScale.Decibel, LogFloor = 1e-4 }),
        "slaney" => Mel(model, mel => mel with { MelScale = MelScale.Slaney, FilterNorm = FilterNormalization.Slaney, MinFrequency = 80, MaxFrequency = 7_000 }),
        "linear bands" => Mel(model, mel => mel with { Log = LogScale.None }),
        "per band" => Mel(model, mel => mel with { Normalization = FeatureNormalization.PerUtteranceBand }),
        "corpus" => Mel(model, mel => mel with { Normalization = FeatureNormalization.Corpus, Statistics = Statistics(mel.BandCount) }),
        "not normalized" => Unnormalized(model),
        "cepstrum" => model with { Features = Cepstrum },
        "deltas" => Channels(model, model.Features with { DeltaOrder = 1, DeltaRadius = 3 }),
        "delta-deltas of a cepstrum" => Channels(model, Cepstrum with { DeltaOrder = 2 }),
        "priors of training" => model with
        {
            Temperature = 2,
            LabelPriors = new Dictionary<string, double> { ["neutral"] = 0.1, ["happy"] = 0.2, ["sad"] = 0.3, ["angry"] = 0.4 },
        },
        "another rate" => Mel(model, mel => mel with { SampleRate = 8_000, FftSize = 512, WindowLength = 512 }) with
        {
            Preparation = new PreparationOptions { SampleRate = 8_000, Trim = new SilenceTrimOptions() },
        },
        "odd window" => model with { WindowFrames = 33 },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Expected one of the variants."),
    };

    private static FeatureOptions Cepstrum { get; } = new()
    {
        Kind = FeatureKind.Mfcc,
        Mfcc = new MfccOptions { CoefficientCount = 13, Lifter = 22 },
        Mel = new MelSpectrogramOptions { BandCount = 40 },
    };

    private static ModelDescription Mel(ModelDescription model, Func<MelSpectrogramOptions, MelSpectrogramOptions> change) =>
        model with { Features = model.Features with { Mel = change(model.Features.Mel) } };

    private static ModelDescription Channels(ModelDescription model, FeatureOptions features) =>
        model with { Features = features, Network = TestModel.Network with { InputChannels = features.ChannelCount } };

    private static ModelDescription Unnormalized(ModelDescription model) => Mel(model, mel => mel with { Normalization = FeatureNormalization.None });

    private static BandStatistics Statistics(int bands) => new(
        [.. Enumerable.Range(0, bands).Select(i => -4 - (0.1f * i))], [.. Enumerable.Range(0, bands).Select(i => 1 + (0.05f * i))]);

    /// <summary>Quiet noise, then sound, then noise again.</summary>
    private static float[] Clip(int length) => Placed(length / 5, length - (2 * (length / 5)), length);

    private static float[] Placed(int start, int length, int total = 40_000)
    {
        float[] sound = TestSignals.Speech((length / 16_000) + 1);
        Random random = new(start + length);
        return [.. Enumerable.Range(0, total).Select(i =>
            (float)(1e-4 * (random.NextDouble() - 0.5)) + (i >= start && i < start + length ? sound[i - start] : 0))];
    }

    private static void Close(float[] expected, float[] found) => Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
}
