using System.Text;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>How formats are recognized, which decoder reads them, and the kind of error where none does.</summary>
public class FormatRecognitionTests
{
    private static readonly AudioReadOptions NoFfmpeg = new() { UseFfmpeg = false };

    public static TheoryData<string, byte[], AudioFormatErrorKind> Refused => new()
    {
        { "not in a known audio format", Encoding.ASCII.GetBytes("hello, this is a text file"), AudioFormatErrorKind.UnknownFormat },
        { "HTML", Encoding.ASCII.GetBytes("<!DOCTYPE html><html></html>"), AudioFormatErrorKind.UnknownFormat },
        { "names other files", Encoding.ASCII.GetBytes("#EXTM3U\n#EXTINF:5,\n/srv/others/call.mp4\n#EXT-X-ENDLIST\n"), AudioFormatErrorKind.UnknownFormat },
        { "names other files", Encoding.Latin1.GetBytes("\u00EF\u00BB\u00BF\r\nffconcat version 1.0\nfile call.mp4\n"), AudioFormatErrorKind.UnknownFormat },
        { "XML", Encoding.ASCII.GetBytes("<MPD type=\"static\"><BaseURL>/srv/others/call.mp4</BaseURL></MPD>"), AudioFormatErrorKind.UnknownFormat },
        { "AppleDouble", [0, 5, 0x16, 7, 0, 2, 0, 0, .. new byte[74]], AudioFormatErrorKind.UnknownFormat },
        { "git lfs pull", Encoding.ASCII.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"), AudioFormatErrorKind.UnknownFormat },
        { "is empty", [], AudioFormatErrorKind.Damaged },
        { "ID3 tag", [.. "ID3"u8, 4, 0, 0, 0, 0, 1, 0], AudioFormatErrorKind.Damaged },
        { "MP4", [0, 0, 0, 32, .. "ftypM4A "u8, .. new byte[100]], AudioFormatErrorKind.MissingDecoder },
        { "QuickTime", [0, 0, 0, 32, .. "moov"u8, .. new byte[100]], AudioFormatErrorKind.MissingDecoder },
        { "CAF", [.. "caff"u8, 0, 1, 0, 0, .. new byte[100]], AudioFormatErrorKind.MissingDecoder },
        { "AMR", [.. "#!AMR\n"u8, .. new byte[100]], AudioFormatErrorKind.MissingDecoder },
        { "WMA", [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, .. new byte[100]], AudioFormatErrorKind.MissingDecoder },
        { "AAC", [0xFF, 0xF1, 0x50, 0x80, .. new byte[100]], AudioFormatErrorKind.MissingDecoder },
        { "0x0162", new WavBuilder().Format(0x162, 1, 8_000, 16).Data(new byte[80]).Build(), AudioFormatErrorKind.MissingDecoder },
        { "truncated", Recording.Half("mono.flac"), AudioFormatErrorKind.Damaged },
        { "checksum", Encoding.ASCII.GetBytes("OggS" + new string('\0', 60)), AudioFormatErrorKind.Damaged },
        { "tracks", [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x1F, 0x43, 0xB6, 0x75, 0xFF], AudioFormatErrorKind.Damaged },
        { "STREAMINFO", [.. "fLaC"u8, 4, 0, 0, 2, 0, 0], AudioFormatErrorKind.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Load_ContentThatCannotBeRead_HasAKind(string words, byte[] content, AudioFormatErrorKind kind)
    {
        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(content, NoFfmpeg));

        Assert.Equal(kind, exception.Kind);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Equal(kind, Assert.Throws<AudioFormatException>(() => Waveform.Load(new ForwardStream(content), NoFfmpeg)).Kind);
    }

    [Theory]
    [InlineData("mono.mp3")]
    [InlineData("mono.flac")]
    public void Load_ContentThatPretends_IsTakenForWhatItIs(string name)
    {
        byte[] pretending = [.. "OggS"u8, .. Recording.Bytes(name)];

        Assert.Equal(AudioFormatErrorKind.Damaged, Assert.Throws<AudioFormatException>(() => Waveform.Load(pretending, NoFfmpeg)).Kind);
    }

    [Fact]
    public void Load_DecoderOfTheApplication_IsAskedFirst()
    {
        AudioReadOptions options = new() { Decoders = [new CountingDecoder("fLaC")] };

        using AudioReader reader = AudioReader.Open(new ForwardStream(Recording.Bytes("mono.flac")), options);
        Waveform waveform = reader.ReadToEnd();

        Assert.Equal(("counted", 8_000, 2, 1000), (reader.Container, waveform.SampleRate, waveform.ChannelCount, waveform.SampleCount));
        Assert.Equal([0f, 2f, 4f], waveform.Channel(0)[..3]);
        Assert.Equal([1f, 3f, 5f], waveform.Channel(1)[..3]);
        Assert.Equal(["counted to the end"], waveform.Notes);
    }

    [Fact]
    public void Load_DecoderThatDeclines_LeavesTheContentToTheNext()
    {
        AudioReadOptions options = new() { UseFfmpeg = false, Decoders = [new CountingDecoder("fLaC", declines: true)] };

        Assert.Equal(4_000, Waveform.Load(Recording.Bytes("mono.flac"), options).SampleCount);
        Assert.Equal(4_000, Waveform.Load(new ForwardStream(Recording.Bytes("mono.flac")), options).SampleCount);
        Assert.Contains("a secret code", Assert.Throws<AudioFormatException>(
            () => Waveform.Load("XXXX"u8.ToArray(), options with { Decoders = [new CountingDecoder("XXXX", declines: true)] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DecoderOfTheApplicationThatFindsDamage_FollowsTheOptions()
    {
        AudioReadOptions options = new() { Decoders = [new CountingDecoder("XXXX", damagedAfter: 300)] };

        Assert.Contains("AllowTruncated", Assert.Throws<AudioFormatException>(() => Waveform.Load("XXXX"u8.ToArray(), options)).Message, StringComparison.Ordinal);
        Waveform waveform = Waveform.Load("XXXX"u8.ToArray(), options with { AllowTruncated = true });
        Assert.Equal(300, waveform.SampleCount);
        Assert.Contains("0.038 s were read", waveform.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_MissingDecoder_IsNamed() =>
        Assert.Equal("Decoders", Assert.Single(Assert.Throws<InvalidOptionsException>(() => new AudioReadOptions { Decoders = [null!] }.Validate()).Problems).Name);

    /// <summary>Decodes content that starts with a given word to 0, 1, 2 and so on.</summary>
    private sealed class CountingDecoder(string word, bool declines = false, int damagedAfter = 1000) : IAudioDecoder
    {
        public string Name => "counted";

        public bool Recognizes(ReadOnlySpan<byte> head) => head.StartsWith(Encoding.ASCII.GetBytes(word));

        public DecodedAudio Open(AudioContent content)
        {
            byte[] start = new byte[word.Length];
            content.Stream.ReadExactly(start);
            Assert.Equal(word, Encoding.ASCII.GetString(start));
            return declines
                ? throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, "counted in a secret code")
                : new Counted(content.Name, damagedAfter);
        }
    }

    private sealed class Counted(string name, int damagedAfter) : DecodedAudio(8_000, 2)
    {
        private int _next;

        public override int Read(Span<float> interleaved)
        {
            int count = Math.Min(interleaved.Length, (2 * damagedAfter) - _next);
            for (int i = 0; i < count; i++)
            {
                interleaved[i] = _next++;
            }

            if (count == 0)
            {
                AddNote("counted to the end");
            }

            return count == 0 && damagedAfter < 1000 ? throw new AudioFormatException($"{name}: lost count.") : count;
        }
    }
}
