namespace EmoHRNet.TestSupport;

/// <summary>How a program ended and what it said.</summary>
public sealed record ProcessResult(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Everything it said: standard output, then standard error.</summary>
    public string Output => StandardOutput + StandardError;
}
