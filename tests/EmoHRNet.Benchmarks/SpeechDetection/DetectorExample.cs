namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>A stretch of a recording that the detector is fitted on.</summary>
/// <param name="Group">What it comes from: a kind of speech or of other sounds.</param>
/// <param name="IsSpeech">Whether it is speech.</param>
/// <param name="Rows">Its frames.</param>
internal sealed record DetectorExample(string Group, bool IsSpeech, float[] Rows);
