namespace EmoHRNet.Splits;

/// <summary>How the validation part of a speaker-independent protocol is drawn.</summary>
/// <param name="Fraction">The share of the speakers outside the test part; 0 for none.</param>
/// <param name="Seed">The seed.</param>
internal sealed record SpeakerValidation(double Fraction, int Seed);
