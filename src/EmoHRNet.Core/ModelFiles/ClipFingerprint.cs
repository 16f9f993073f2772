using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Corpora;

namespace EmoHRNet.ModelFiles;

/// <summary>
/// Computes fingerprints: the first 64 bits of the SHA-256 of a clip's file, of its identifier, or of its speaker's name.
/// </summary>
internal static class ClipFingerprint
{
    public static ulong OfContent(Utterance utterance)
    {
        try
        {
            using FileStream stream = File.OpenRead(utterance.Path);
            return First(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"The clip '{utterance.Id}' cannot be read for its fingerprint: {exception.Message}", exception);
        }
    }

    /// <summary>The fingerprint of the recording's identifier: a known repeat has the one of the recording it repeats.</summary>
    public static ulong OfId(Utterance utterance) => OfText("clip", utterance.RepeatOf ?? utterance.Id);

    public static ulong OfSpeaker(Utterance utterance) => OfText("speaker", utterance.Speaker);

    public static bool HasSpeaker(Utterance utterance) => utterance.Speaker != $"{utterance.Corpus}-{FolderCorpus.UnknownSpeaker}";

    // The prefix makes a clip and a speaker with the same name differ.
    private static ulong OfText(string meaning, string text) => First(SHA256.HashData(Encoding.UTF8.GetBytes($"{meaning}\n{text}")));

    private static ulong First(byte[] hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);
}
