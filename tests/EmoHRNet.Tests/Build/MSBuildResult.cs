namespace EmoHRNet.Tests.Build;

/// <summary>How a build ended and everything it said.</summary>
internal sealed record MSBuildResult(int ExitCode, string Output);
