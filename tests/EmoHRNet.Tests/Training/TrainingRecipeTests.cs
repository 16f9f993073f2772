using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class TrainingRecipeTests
{
    public static TheoryData<string> Names => [.. TrainingRecipes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void FromJson_OfToJson_IsTheSameRecipe(string name)
    {
        TrainingRecipe recipe = TrainingRecipes.Create(name);

        string json = recipe.ToJson();

        Assert.Equal(json, TrainingRecipe.FromJson(json).ToJson());
        TrainingRecipe.FromJson(json).Validate();
    }

    /// <summary>Recipe files keep their option names, even if a property was renamed.</summary>
    [Fact]
    public void FromJson_NameOfTheFirstRecipes_IsStillRead()
    {
        TrainingRecipe small = TrainingRecipes.Small;
        TrainingRecipe recipe = small with
        {
            Augmentation = small.Augmentation with { VocalTractLengthPerturbation = new() { MaximumStretch = 0.12 } },
        };
        string json = recipe.ToJson();
        Assert.Contains("\"bandWarp\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("vocalTract", json, StringComparison.Ordinal);
        Assert.Equal(0.12, TrainingRecipe.FromJson(json).Augmentation.VocalTractLengthPerturbation!.MaximumStretch);
    }

    [Fact]
    public void Validate_ProblemsInSeveralParts_NamesThemWithTheirPath()
    {
        TrainingRecipe recipe = TrainingRecipes.Small with
        {
            WindowFrames = 1,
            Augmentation = new AugmentationOptions { NoiseProbability = 2 },
            Training = new TrainingOptions { Epochs = 0 },
        };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(recipe.Validate);

        Assert.Equal(["WindowFrames", "Augmentation.NoiseProbability", "Training.Epochs"], e.Problems.Select(p => p.Name));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"name\": \"x\"}")]
    public void FromJson_NoRecipe_SaysSo(string json) => Assert.Throws<ArgumentException>(() => TrainingRecipe.FromJson(json));

    [Theory]
    [InlineData("\"epochs\": 200", "\"epoch\": 200", "epoch")]
    [InlineData("\"dropout\"", "\"dropuot\"", "dropuot")]
    public void FromJson_OptionThatDoesNotExist_IsRefusedByName(string written, string misspelled, string expected)
    {
        TrainingRecipe recipe = TrainingRecipes.Small with { Training = TrainingRecipes.Small.Training with { Epochs = 200 } };
        string json = recipe.ToJson();
        Assert.Contains(written, json, StringComparison.Ordinal);

        ArgumentException e = Assert.Throws<ArgumentException>(() => TrainingRecipe.FromJson(json.Replace(written, misspelled, StringComparison.Ordinal)));

        Assert.Contains($"'{expected}'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfSave_IsTheSameRecipeAndReplacesTheFile()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["recipe.json"], new string('x', 100_000));

        TrainingRecipes.Small.Save(folder["recipe.json"]);

        Assert.Equal(TrainingRecipes.Small.ToJson(), TrainingRecipe.Load(folder["recipe.json"]).ToJson());
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Load_NoRecipe_NamesTheFile()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["broken.json"], "{");

        Assert.Contains("broken.json", Assert.Throws<ArgumentException>(() => TrainingRecipe.Load(folder["broken.json"])).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => TrainingRecipe.Load(folder["none.json"]));
    }

    [Fact]
    public void Create_UnknownName_NamesTheKnownOnes() => Assert.Contains("small", Assert.Throws<ArgumentException>(() => TrainingRecipes.Create("huge")).Message);
}
