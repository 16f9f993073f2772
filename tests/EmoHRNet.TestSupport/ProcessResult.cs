namespace EmoHRNet.TestSupport;

/// <summary>How a program ended and everything it said: standard output, then standard error.</summary>
public sealed record ProcessResult(int ExitCode, string Output);
