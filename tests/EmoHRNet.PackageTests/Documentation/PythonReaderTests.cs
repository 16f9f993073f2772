using System.ComponentModel;
using System.Diagnostics;

namespace EmoHRNet.PackageTests.Documentation;

/// <summary>The Python reader on the page about the model file reads the model that ships.</summary>
public class PythonReaderTests
{
    [Fact]
    public void ModelFormatPage_PythonReader_ReadsTheShippedModel()
    {
        string model = Directory.GetFiles(Path.Combine(BuildFacts.RepositoryRoot, "src", "EmoHRNet.Models", "models"), "*.safetensors").First();
        string code = MarkdownFiles.Snippets("docs/model-format.md", "python").Single().Code;
        var start = new ProcessStartInfo("python3", ["-c", code, model]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process? python = TryStart(start);
        Assert.SkipWhen(python is null, "There is no python3 on this machine.");
        string errors = python.StandardError.ReadToEnd();
        string output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();

        Assert.True(python.ExitCode == 0, errors);
        Assert.Contains("angry", output, StringComparison.Ordinal);
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
