using System.Text.Json;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Timelines;

public class TimelineExportTests
{
    private static readonly EmotionPrediction Angry = new(["calm, or so", "angry & <loud>"], [0.125f, 0.875f]);

    private static readonly EmotionTimeline Timeline = new(
        TimeSpan.FromSeconds(7201.5),
        ["calm, or so", "angry & <loud>"],
        [new EmotionWindow(TimeSpan.Zero, TimeSpan.FromSeconds(2.304), true, Angry)],
        [
            new EmotionSegment(TimeSpan.Zero, TimeSpan.FromSeconds(1.25), null),
            new EmotionSegment(TimeSpan.FromSeconds(1.25), TimeSpan.FromSeconds(7201.5), Angry),
        ]);

    [Fact]
    public void ToCsv_LabelsWithCommas_AreQuoted() => Assert.Equal(
        """
        start,end,label,confidence,"calm, or so",angry & <loud>
        0.000,1.250,no speech,,,
        1.250,7201.500,angry & <loud>,0.8750,0.1250,0.8750

        """.ReplaceLineEndings("\n"),
        Timeline.ToCsv());

    [Fact]
    public void ToWebVtt_Segments_AreEscapedCuesOfSpeech() =>
        Assert.Equal("WEBVTT\n\n00:00:01.250 --> 02:00:01.500\nangry &amp; &lt;loud&gt; (88%)\n", Timeline.ToWebVtt());

    [Fact]
    public void ToSubRip_Segments_AreNumberedCuesOfSpeech() =>
        Assert.Equal("1\n00:00:01,250 --> 02:00:01,500\nangry & <loud> (88%)\n\n", Timeline.ToSubRip());

    [Fact]
    public void ToJson_Timeline_HoldsSegmentsAndWindows()
    {
        JsonElement json = JsonDocument.Parse(Timeline.ToJson()).RootElement;
        Assert.Equal(7201.5, json.GetProperty("seconds").GetDouble());
        Assert.Equal("no speech", json.GetProperty("segments")[0].GetProperty("label").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("segments")[0].GetProperty("probabilities").ValueKind);
        Assert.Equal(0.875, json.GetProperty("segments")[1].GetProperty("probabilities").GetProperty("angry & <loud>").GetDouble());
        Assert.Equal(2.304, json.GetProperty("windows")[0].GetProperty("end").GetDouble());
    }

    [Theory]
    [InlineData("a.json", "{")]
    [InlineData("a.CSV", "start")]
    [InlineData("a.vtt", "WEBVTT")]
    [InlineData("a.srt", "1\n")]
    public void Save_Extension_ChoosesTheFormat(string name, string beginning)
    {
        using TemporaryFolder folder = new();
        Timeline.Save(folder[name]);
        Assert.StartsWith(beginning, File.ReadAllText(folder[name]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Timeline.Save(folder["a.xml"]));
    }
}
