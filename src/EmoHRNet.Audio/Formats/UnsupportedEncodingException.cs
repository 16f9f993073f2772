namespace EmoHRNet.Audio.Formats;

/// <summary>A well-formed file whose encoding another decoder may support; never leaves this assembly.</summary>
internal sealed class UnsupportedEncodingException(string message) : Exception(message);
