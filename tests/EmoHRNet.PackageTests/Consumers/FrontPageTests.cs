using EmoHRNet.PackageTests.Documentation;
using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>The first thing a newcomer does: the front page's program, with the packages it names, on a recording.</summary>
public class FrontPageTests(PackageFeed feed)
{
    [Fact]
    public void ConsoleApp_FrontPageProgram_PrintsAnEmotionForEveryClip()
    {
        MarkdownSnippet program = MarkdownFiles.Snippets("README.md", "csharp").First();
        Assert.Contains("EmotionClassifier", program.Code, StringComparison.Ordinal);
        ConsumerProject app = new ConsumerProject(feed).OwnPackage("EmoHRNet").OwnPackage("EmoHRNet.Models").Backend()
            .Source("Program.cs", program.Code);
        ProcessResult built = app.Run("build", "-v", "q");
        Assert.True(built.ExitCode == 0, built.Output);

        string clip = Path.Combine(BuildFacts.RepositoryRoot, "samples", "Predict", "clips", "plain.wav");
        ProcessResult result = app.Run("run", "--no-build", "--", clip);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Matches(@"^\w+, confidence \d+ ?%", result.Output);
        Assert.Equal(4, result.Output.Trim().Split('\n').Length);
    }

    [Fact]
    public void TestProject_ModelOfItsOwn_PredictsInATestRun()
    {
        ConsumerProject tests = new ConsumerProject(feed).OwnPackage("EmoHRNet").Backend()
            .Package("Microsoft.NET.Test.Sdk").Package("xunit.v3").Package("xunit.runner.visualstudio")
            .Property("IsTestProject", "true")
            .Source("ClassifierTests.cs", """
                using EmoHRNet;
                using EmoHRNet.ModelFiles;
                using EmoHRNet.Network;
                using Xunit;

                public class ClassifierTests
                {
                    [Fact]
                    public void Predict_UntrainedModel_GivesADistribution()
                    {
                        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".safetensors");
                        using (HRNetModule network = new(HRNetPresets.EmoHRNetSmall(2), seed: 1))
                        {
                            ModelFile.Save(path, network, new ModelDescription { Labels = ["a", "b"], Network = network.Options, WindowFrames = 64 });
                        }

                        using var classifier = new EmotionClassifier(path);
                        EmotionPrediction prediction = classifier.Predict([.. Enumerable.Range(0, 16_000).Select(i => MathF.Sin(i / 9f))]);
                        Assert.Equal(1, prediction["a"] + prediction["b"], 1e-5);
                        File.Delete(path);
                    }
                }
                """);

        ProcessResult result = tests.Run("test");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Matches(@"Passed:\s+1", result.Output);
    }
}
