using System.ComponentModel;
using System.Diagnostics;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tool.Tests;

public sealed class CommandLineTests : IDisposable
{
    private static readonly string[] Commands = ["predict", "analyze", "live", "explain", "spectrogram", "info", "export", "completion"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Help_OfEveryCommand_SaysWhatItDoes()
    {
        ProcessResult root = Run();
        Assert.Equal(0, root.ExitCode);
        Assert.All(Commands, command => Assert.Contains($"  {command} ", root.StandardOutput, StringComparison.Ordinal));
        Assert.Contains("Usage:", Run("predict", "--help").StandardOutput, StringComparison.Ordinal);
        Assert.Contains("emohrnet export", Run("export", "--help").StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhatIsNoCommand_SaysSo()
    {
        ToolProcess.AssertPlainFailure(Run("sing"), "sing", "See --help.");
        ToolProcess.AssertPlainFailure(Run("predict"), "See --help.");
        ToolProcess.AssertPlainFailure(Run("predict", "--volume", "11", "a.wav"), "There is no option '--volume'.");
    }

    [Fact]
    public void Suggest_BegunWord_CompletesCommandsAndOptions()
    {
        Assert.Equal(["predict"], ToolProcess.Lines(Run("[suggest:12]", "emohrnet pre").StandardOutput));
        Assert.Contains("--channels", ToolProcess.Lines(Run("[suggest:20]", "emohrnet analyze --c").StandardOutput));
        Assert.Contains("srt", ToolProcess.Lines(Run("[suggest:26]", "emohrnet analyze --format ").StandardOutput));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Completion_OfAShell_IsAScriptThatAsksTheTool(string shell)
    {
        ProcessResult result = Run("completion", shell);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[suggest:", result.StandardOutput, StringComparison.Ordinal);
        File.WriteAllText(_folder["script"], result.StandardOutput);
        if (shell is "bash" or "zsh" or "fish")
        {
            Assert.Equal("", SyntaxErrors(shell));
        }
    }

    /// <summary>Bash itself completes a line with the script.</summary>
    [Fact]
    public void Completion_InBash_CompletesALine()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs bash.");
        File.WriteAllText(_folder["script"], Run("completion", "bash").StandardOutput);
        string program = $$"""
            emohrnet() { '{{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"}}' '{{ToolProcess.Assembly}}' "$@"; }
            source ./script
            COMP_LINE='emohrnet spec' COMP_POINT=13 COMP_WORDS=(emohrnet spec) COMP_CWORD=1
            _emohrnet
            echo "${COMPREPLY[@]}"
            """;
        ProcessStartInfo start = new("bash", ["-c", program]) { RedirectStandardOutput = true, WorkingDirectory = _folder.Path };
        using Process bash = Process.Start(start)!;
        Assert.Equal("spectrogram", bash.StandardOutput.ReadToEnd().Trim());
    }

    private string SyntaxErrors(string shell)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(shell, ["-n", _folder["script"]]) { RedirectStandardError = true })!;
            return process.StandardError.ReadToEnd();
        }
        catch (Win32Exception)
        {
            return ""; // The shell is not installed; its script was printed.
        }
    }

    private ProcessResult Run(params string[] arguments) => ToolProcess.Run(_folder.Path, arguments);
}
