using EmoHRNet.Audio.Options;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class DistillationOptionsTests
{
    [Fact]
    public void Validate_EverythingOutOfRange_NamesEveryOptionByItsPath()
    {
        TrainingRecipe recipe = TrainingRecipes.Small with { Distillation = new DistillationOptions { Weight = 1.5, Temperature = 0 } };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(recipe.Validate);

        Assert.Equal(["Distillation.Teachers", "Distillation.Weight", "Distillation.Temperature"], e.Problems.Select(p => p.Name));
    }

    [Fact]
    public void FromJson_OfToJson_IsTheSameOptions()
    {
        DistillationOptions options = new() { Teachers = ["a.safetensors", "b.safetensors"], Weight = 0.7, Temperature = 3 };

        TrainingRecipe read = TrainingRecipe.FromJson((TrainingRecipes.Small with { Distillation = options }).ToJson());

        Assert.Equal(options, read.Distillation);
        Assert.NotEqual(options with { Teachers = ["b.safetensors", "a.safetensors"] }, read.Distillation);
    }

    [Fact]
    public void ToJson_RecipeWithoutTeachers_SaysNothingOfThem() =>
        Assert.DoesNotContain("istillation", TrainingRecipes.Small.ToJson(), StringComparison.Ordinal);
}
