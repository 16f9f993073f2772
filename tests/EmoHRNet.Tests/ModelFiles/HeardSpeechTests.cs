using EmoHRNet.Corpora;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests.ModelFiles;

public class HeardSpeechTests
{
    [Fact]
    public void HasClip_SameBytesUnderAnotherName_IsHeard()
    {
        using TemporaryFolder folder = new();
        Utterance first = Clip(folder, "first", [1, 2, 3], "anna"), copy = Clip(folder, "copy", [1, 2, 3], "ben"), other = Clip(folder, "other", [1, 2, 4], "anna");

        HeardSpeech heard = HeardSpeech.Of([first]);

        Assert.True(heard.HasClip(copy));
        Assert.False(heard.HasClip(other));
        Assert.True(heard.HasSpeakerOf(other));
        Assert.False(heard.HasSpeakerOf(copy));
    }

    [Fact]
    public void HasClip_ResampledCopyOfAPublishedRecording_IsHeardByItsIdentifier()
    {
        using TemporaryFolder folder = new();
        Utterance original = Clip(folder, "a", [1], "anna") with { HasPublishedId = true };
        Utterance resampled = Clip(folder, "b", [9], "anna") with { Id = original.Id, HasPublishedId = true };
        Utterance repeat = Clip(folder, "c", [8], "anna") with { RepeatOf = original.Id, HasPublishedId = true };

        HeardSpeech heard = HeardSpeech.Of([original]);

        Assert.True(heard.HasClip(resampled));
        Assert.True(heard.HasClip(repeat));
        Assert.False(heard.HasClip(resampled with { HasPublishedId = false }));
        Assert.False(HeardSpeech.Of([original with { HasPublishedId = false }]).HasClip(resampled));
    }

    [Fact]
    public void Union_OneThatDoesNotSay_IsNotKnown()
    {
        using TemporaryFolder folder = new();
        Utterance a = Clip(folder, "a", [1], "anna"), b = Clip(folder, "b", [2], "unknown");

        HeardSpeech both = HeardSpeech.Union([HeardSpeech.Of([a]), HeardSpeech.Of([b])])!;

        Assert.True(both.HasClip(a) && both.HasClip(b));
        Assert.True(both.HasUnknownSpeakers);
        Assert.Equal(1, both.Speakers.Count);
        Assert.Null(HeardSpeech.Union([both, null]));
        Assert.Equal(HeardSpeech.Nothing, HeardSpeech.Union([]));
    }

    [Fact]
    public void ModelFile_SavedModel_KeepsWhatItHasHeardAndAnOlderFileDoesNotSay()
    {
        using TemporaryFolder folder = new();
        HeardSpeech heard = HeardSpeech.Of([Clip(folder, "a", [1], "anna"), Clip(folder, "b", [2], "ben")]);

        string path = TestModel.Save(folder["m.safetensors"], TestModel.Description with { Heard = heard });
        string older = TestModel.Save(folder["older.safetensors"]);

        Assert.Equal(heard, ModelFile.ReadDescription(path).Heard);
        Assert.Null(ModelFile.ReadDescription(older).Heard);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void FingerprintSet_TextThatIsNoSet_IsRefused(string text) => Assert.Throws<FormatException>(() => FingerprintSet.Parse(text));

    [Fact]
    public void FingerprintSet_Text_HoldsTheFirstBytesOfTheHashes()
    {
        using TemporaryFolder folder = new();

        string text = HeardSpeech.Of([Clip(folder, "a", "abc"u8.ToArray(), "anna")]).Clips.ToString();

        // FIPS 180-2, appendix B.1: SHA-256 of "abc" begins with ba7816bf 8f01cfea.
        Assert.Equal("BA7816BF8F01CFEA", Convert.ToHexString(Convert.FromBase64String(text)));
    }

    private static Utterance Clip(TemporaryFolder folder, string name, byte[] content, string speaker)
    {
        File.WriteAllBytes(folder[name], content);
        return new Utterance($"test/{name}", folder[name], "angry", $"test-{speaker}") { Corpus = "test" };
    }
}
