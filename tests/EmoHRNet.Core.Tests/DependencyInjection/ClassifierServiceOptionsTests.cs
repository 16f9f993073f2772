using System.Globalization;
using EmoHRNet.Audio.Options;
using EmoHRNet.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace EmoHRNet.Core.Tests.DependencyInjection;

public class ClassifierServiceOptionsTests
{
    [Fact]
    public void Read_EveryOption_TakesWhatTheSectionSays()
    {
        TestServiceOptions options = Read(new()
        {
            ["ModelPath"] = "m.safetensors",
            ["ValidateModelOnStart"] = "false",
            ["Classifier:BatchSize"] = "4",
            ["Classifier:Labels:0"] = "sad",
            ["Classifier:Labels:1"] = "angry",
            ["Classifier:LabelPriors:sad"] = "6",
            ["Classifier:LabelPriors:angry"] = "1.5",
            ["Classifier:ConfidenceThreshold"] = "0.4",
            ["Classifier:MaximumDuration"] = "00:05:00",
            ["Classifier:TestTimeSpeeds:0"] = "0.9",
            ["Classifier:TestTimeSpeeds:1"] = "1",
            ["Classifier:Reading:AllowTruncated"] = "true",
            ["Classifier:Reading:UseFfmpeg"] = "false",
            ["Classifier:Reading:FfmpegPath"] = "/opt/ffmpeg",
        });
        ClassifierOptions read = options.Classifier;
        Assert.Equal(("m.safetensors", false), (options.ModelPath, options.ValidateModelOnStart));
        Assert.Equal((4, 0.4, TimeSpan.FromMinutes(5)), (read.BatchSize, read.ConfidenceThreshold, read.MaximumDuration));
        Assert.Equal(["sad", "angry"], read.Labels);
        Assert.Equal((6, 1.5), (read.LabelPriors!["sad"], read.LabelPriors["angry"]));
        Assert.Equal([0.9, 1], read.TestTimeSpeeds);
        Assert.Equal((true, false, "/opt/ffmpeg"), (read.Reading.AllowTruncated, read.Reading.UseFfmpeg, read.Reading.FfmpegPath));
    }

    [Fact]
    public void Read_NothingSaid_KeepsWhatWasThere()
    {
        TestServiceOptions options = new() { ModelPath = "m", Classifier = new ClassifierOptions { BatchSize = 3, Labels = ["sad"] } };
        options.Read(Section(new() { ["Classifier:ConfidenceThreshold"] = "", ["Classifier:Reading:FfmpegPath"] = null, ["ModelPath"] = null }));
        Assert.Equal("m", options.ModelPath);
        Assert.Equal(new ClassifierOptions { BatchSize = 3, Labels = options.Classifier.Labels, TestTimeSpeeds = options.Classifier.TestTimeSpeeds }, options.Classifier);
    }

    [Fact]
    public void Read_ValuesThatAreNone_NamesEachAndNothingElse()
    {
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => Read(new()
        {
            ["ModelPath"] = "m",
            ["ModelPth"] = "m",
            ["Classifier:BatchSize"] = "1,5",
            ["Classifier:ConfidenceThreshold"] = "high",
            ["Classifier:MaximumDuration"] = "5",
            ["Classifier:TestTimeSpeeds:0"] = "fast",
            ["Classifier:Reading:Ffmpeg"] = "x",
            ["ValidateModelOnStart"] = "yes",
        }));
        Assert.Equal(
            ["Classifier.BatchSize", "Classifier.ConfidenceThreshold", "Classifier.MaximumDuration", "Classifier.Reading.Ffmpeg", "Classifier.TestTimeSpeeds", "ModelPth", "ValidateModelOnStart"],
            e.Problems.Select(problem => problem.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_InACultureWithCommas_ReadsPoints()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (commas.NumberFormat.NumberDecimalSeparator, commas.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = commas;
            Assert.Equal(0.25, Read(new() { ["Classifier:ConfidenceThreshold"] = "0.25" }).Classifier.ConfidenceThreshold);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static TestServiceOptions Read(Dictionary<string, string?> values)
    {
        TestServiceOptions options = new();
        options.Read(Section(values));
        return options;
    }

    private static IConfigurationRoot Section(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private sealed class TestServiceOptions : ClassifierServiceOptions
    {
        public ClassifierOptions Classifier { get; set; } = new();

        protected internal override ClassifierOptions? Running => Classifier;

        protected internal override string Engine => "test";

        protected override void ReadClassifier(ConfigurationValues values) => Classifier = values.Read(Classifier);
    }
}
