using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests.Build;

/// <summary>The MSBuild target in a separate project, with various files in place of TorchSharp's library.</summary>
public sealed class RelaxTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Library => _folder["libLibTorchSharp.so"];

    private string Relaxed => Path.Combine(_folder.Path, "obj", "emohrnet", "libLibTorchSharp.so");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Target_SecondBuild_LeavesTheFileAlone()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        File.Copy(BuildFacts.OriginalLibrary, Library);
        ProcessResult first = Build();
        DateTime written = StampRelaxed();
        ProcessResult second = Build();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains($"uses {Relaxed}", first.Output, StringComparison.Ordinal);
        Assert.Contains($"uses {Relaxed}", second.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Relaxed));
    }

    [Fact]
    public void Target_OtherPackageRestored_WritesAgain()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        File.Copy(BuildFacts.OriginalLibrary, Library);
        Build();
        DateTime written = StampRelaxed();
        File.WriteAllText(_folder["project.assets.json"], "{}");
        File.SetLastWriteTimeUtc(_folder["project.assets.json"], written.AddMinutes(1));
        ProcessResult second = Build($"-p:ProjectAssetsFile={_folder["project.assets.json"]}");

        Assert.Equal(0, second.ExitCode);
        Assert.NotEqual(written, File.GetLastWriteTimeUtc(Relaxed));
    }

    [Fact]
    public void Target_LibraryAlreadyRelaxed_CopiesTheSameBytes()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        File.Copy(BuildFacts.LibraryInOutput, Library);

        Assert.Equal(0, Build().ExitCode);
        Assert.True(File.ReadAllBytes(Library).AsSpan().SequenceEqual(File.ReadAllBytes(Relaxed)));
    }

    [Fact]
    public void Target_SwitchedOff_UsesTheLibraryAsPublished()
    {
        File.WriteAllText(Library, "not read");

        ProcessResult result = Build("-p:EmoHRNetRelaxGlibcxx=false");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"uses {Library}", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Relaxed));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("empty")]
    [InlineData("truncated")]
    public void Target_FileIsNotALibrary_FailsTheBuildWithACode(string kind)
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        File.WriteAllBytes(Library, Unexpected(kind));

        ProcessResult result = Build();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error EMOHRNET001", result.Output, StringComparison.Ordinal);
        Assert.Contains(Library, result.Output, StringComparison.Ordinal);
        Assert.Contains("set EmoHRNetRelaxGlibcxx to false", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Relaxed));
    }

    /// <summary>A later TorchSharp may be built for older systems: the switch, on by default, must not break its users' builds.</summary>
    [Fact]
    public void Target_LibraryWithoutTheRequirement_CopiesTheSameBytes()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        byte[] library = File.ReadAllBytes(BuildFacts.OriginalLibrary);
        "GLIBCXX_3.4.99"u8.CopyTo(library.AsSpan(library.AsSpan().IndexOf("GLIBCXX_3.4.32\0"u8)));
        File.WriteAllBytes(Library, library);

        ProcessResult result = Build();

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.True(library.AsSpan().SequenceEqual(File.ReadAllBytes(Relaxed)));
    }

    [Theory]
    [InlineData("Library", "", false)]
    [InlineData("Library", "true", true)]
    [InlineData("WinExe", "", true)]
    public void Target_NothingSet_IsOnInApplications(string outputType, string isTestProject, bool isOn)
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        File.Copy(BuildFacts.OriginalLibrary, Library);

        ProcessResult result = Build($"-p:OutputType={outputType}", $"-p:IsTestProject={isTestProject}");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"uses {(isOn ? Relaxed : Library)}", result.Output, StringComparison.Ordinal);
    }

    /// <summary>Gives the copy a distinct time, newer than all inputs, so that a second write would be visible.</summary>
    private DateTime StampRelaxed()
    {
        File.SetLastWriteTimeUtc(Relaxed, DateTime.UtcNow.AddHours(1));
        return File.GetLastWriteTimeUtc(Relaxed);
    }

    private static byte[] Unexpected(string kind)
    {
        byte[] library = File.ReadAllBytes(BuildFacts.OriginalLibrary);
        switch (kind)
        {
            case "text":
                return "this is not a library, but it is longer than the header of one would be"u8.ToArray();
            case "empty":
                return [];
            default:
                return library[..(library.Length / 2)];
        }
    }

    private ProcessResult Build(params string[] arguments)
    {
        File.WriteAllText(_folder["Tiny.proj"], $"""
            <Project DefaultTargets="Build">
              <PropertyGroup>
                <IntermediateOutputPath>obj/</IntermediateOutputPath>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <Target Name="ResolvePackageAssets">
                <ItemGroup>
                  <RuntimeTargetsCopyLocalItems Include="{Library}" RuntimeIdentifier="linux-x64" />
                </ItemGroup>
              </Target>
              <Import Project="{BuildFacts.BuildTargets}" />
              <Target Name="Build" DependsOnTargets="ResolvePackageAssets">
                <Message Importance="high" Text="uses %(RuntimeTargetsCopyLocalItems.FullPath)" />
              </Target>
            </Project>
            """);
        return DotNetProcess.Run(_folder.Path, ["msbuild", "Tiny.proj", "-nologo", .. arguments]);
    }
}
