using EmoHRNet.Runtime;

namespace EmoHRNet.Tests.Runtime;

public class BackendFailureTests
{
    private const string Glibcxx =
        "Unable to load shared library 'LibTorchSharp' or one of its dependencies.\n"
        + "/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /app/libLibTorchSharp.so)\n"
        + "/app/LibTorchSharp.so: cannot open shared object file: No such file or directory";

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    [InlineData("win-arm64")]
    [InlineData("osx-arm64")]
    public void Describe_LibraryMissing_NamesThePackageOfThePlatform(string platform)
    {
        string message = BackendFailure.Describe(new DllNotFoundException("Unable to load shared library 'LibTorchSharp'"), platform);
        Assert.Contains($"dotnet add package libtorch-cpu-{platform} --version 2.10.0", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-x64", "TorchSharp-cuda-linux")]
    [InlineData("win-x64", "TorchSharp-cuda-windows")]
    [InlineData("osx-arm64", null)]
    public void Describe_LibraryMissing_NamesTheCudaPackageWhereThereIsOne(string platform, string? package)
    {
        string message = BackendFailure.Describe(new DllNotFoundException("Unable to load shared library 'LibTorchSharp'"), platform);
        Assert.Equal(package is not null, message.Contains("NVIDIA", StringComparison.Ordinal));
        Assert.Contains(package ?? "libtorch", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_SymbolVersionMissing_NamesTheSwitch()
    {
        string message = BackendFailure.Describe(new TypeInitializationException("TorchSharp.torch", new DllNotFoundException(Glibcxx)), "linux-x64");
        Assert.Contains("GLIBCXX_3.4.32", message, StringComparison.Ordinal);
        Assert.Contains("<EmoHRNetRelaxGlibcxx>true</EmoHRNetRelaxGlibcxx>", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_PlatformWithoutPackage_SaysSo()
    {
        string message = BackendFailure.Describe(new DllNotFoundException("x"), "linux-arm64");
        Assert.Contains("no libtorch package for linux-arm64", message, StringComparison.Ordinal);
    }
}
