using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class TrainingRecipeTests
{
    public static TheoryData<string> Names => [.. TrainingRecipes.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void FromJson_OfToJson_IsTheSameRecipe(string name)
    {
        TrainingRecipe recipe = TrainingRecipes.Get(name);

        string json = recipe.ToJson();

        Assert.Equal(json, TrainingRecipe.FromJson(json).ToJson());
        TrainingRecipe.FromJson(json).Validate();
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

    [Fact]
    public void Get_UnknownName_NamesTheKnownOnes() => Assert.Contains("small", Assert.Throws<ArgumentException>(() => TrainingRecipes.Get("huge")).Message);
}
