using EmoHRNet.Audio;
using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class ClipDecodingTests
{
    [Fact]
    public void Decode_ClipCutOffBehindItsHeader_IsRefusedOrLeftOutAndListed()
    {
        using CorpusTree tree = CorpusTree.Of(["happy/a.wav", "sad/b.wav"]);
        tree.Write("sad/cut.m4a", "\0\0\0\u0018ftypM4A and nothing that follows it in a recording"u8.ToArray());
        Corpus corpus = FolderCorpus.Load(tree.Path);

        CorpusException refused = Assert.Throws<CorpusException>(() => corpus.Decode(skipUnreadable: false, cancellationToken: TestContext.Current.CancellationToken));
        Corpus readable = corpus.Decode(skipUnreadable: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(3, corpus.Utterances.Count);
        Assert.Contains("cut.m4a", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["folder/happy/a.wav", "folder/sad/b.wav"], readable.Utterances.Select(clip => clip.Id));
        Assert.Equal(tree["sad/cut.m4a"], Assert.Single(Assert.Single(readable.Parts).Unreadable).Path);
        Assert.Equal(2, readable.Parts[0].UtteranceCount);
    }

    [Fact]
    public void FindProblems_SamplesThatAreNotNumbers_AreFound()
    {
        using CorpusTree tree = CorpusTree.Of(["happy/a.wav"]);
        new Waveform(16_000, [0.1f, float.NaN, 0.2f]).Save(tree["happy/nan.wav"], WavEncoding.IeeeFloat);

        IReadOnlyList<ClipProblem> problems = ClipDecoding.FindProblems(FolderCorpus.Load(tree.Path).Utterances, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(tree["happy/nan.wav"], problems.Single().Path);
        Assert.Contains("NaN", problems.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FindProblems_WhatIsDoneWithAClipFails_CountsAgainstTheClip()
    {
        using CorpusTree tree = CorpusTree.Of(["happy/a.wav", "happy/b.wav"]);
        int decoded = 0;

        IReadOnlyList<ClipProblem> problems = ClipDecoding.FindProblems(
            FolderCorpus.Load(tree.Path).Utterances,
            clip => _ = clip.Channel(0)[0] > 1.5f / 32768 ? throw new ArgumentException("too loud") : 0,
            done => Interlocked.Exchange(ref decoded, Math.Max(decoded, done)),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("too loud", Assert.Single(problems).Reason);
        Assert.Equal(2, decoded);
    }

    [Fact]
    public void Decode_ClipThatEndsEarly_IsReadWhereThatIsAllowed()
    {
        using CorpusTree tree = CorpusTree.Of(["happy/a.wav", "sad/b.wav"]);
        byte[] clip = new byte[4000];
        new Random(1).NextBytes(clip);
        tree.Write("sad/cut.wav", TestSupport.WavBytes.Pcm16(16_000, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(clip))[..2000]);
        AudioReadOptions lenient = new() { AllowTruncated = true };
        CancellationToken token = TestContext.Current.CancellationToken;

        Assert.Contains("cut.wav", Assert.Throws<CorpusException>(() => FolderCorpus.Load(tree.Path)).Message, StringComparison.Ordinal);
        Corpus corpus = FolderCorpus.Load(tree.Path, options: new CorpusLoadOptions { Reading = lenient });
        Assert.Throws<CorpusException>(() => corpus.Decode(skipUnreadable: false, cancellationToken: token));
        Assert.Equal(3, corpus.Decode(skipUnreadable: false, reading: lenient, cancellationToken: token).Utterances.Count);
    }

    [Fact]
    public void Decode_NoClipCanBeRead_IsRefusedWhateverIsToBeSkipped()
    {
        using CorpusTree tree = CorpusTree.Of([]);
        tree.Write("sad/cut.m4a", "\0\0\0\u0018ftypM4A and nothing that follows it in a recording"u8.ToArray());

        Assert.Throws<CorpusException>(() => FolderCorpus.Load(tree.Path).Decode(skipUnreadable: true, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("a.webm", true)]
    [InlineData("A.CAF", true)]
    [InlineData("folder.wav/a.sph", true)]
    [InlineData("a.txt", false)]
    [InlineData("._a.wav", false)]
    [InlineData("x/._a.wav", false)]
    [InlineData(@"x\._a.wav", false)]
    [InlineData("x._a.wav", true)]
    public void IsRecording_AnyName_GoesByItsExtension(string name, bool expected) => Assert.Equal(expected, AudioFileNames.IsRecording(name));
}
