namespace EmoHRNet.Audio.Formats;

/// <summary>What a container's header says about the samples that follow at the source's position.</summary>
/// <param name="Container">The container's name: WAV, AIFF, raw PCM.</param>
/// <param name="Format">The layout of the samples.</param>
/// <param name="DataLength">The bytes of sample data the header promises, or null when it lasts to the end of the stream.</param>
internal sealed record AudioHeader(string Container, RawAudioFormat Format, long? DataLength);
