using EmoHRNet.Audio.Options;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class AuxiliaryTaskTests
{
    [Fact]
    public void Validate_TasksOutOfRange_NamesEveryOptionByItsPath()
    {
        TrainingRecipe recipe = TrainingRecipes.Small with
        {
            AuxiliaryTasks = [new AuxiliaryTask { Attributes = ["speaker"] }, new AuxiliaryTask { Attributes = ["emotion", ""], Weight = -1 }, new AuxiliaryTask()],
        };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(recipe.Validate);

        Assert.Equal(["AuxiliaryTasks[1].Attributes", "AuxiliaryTasks[1].Weight", "AuxiliaryTasks[2].Attributes"], e.Problems.Select(p => p.Name));
    }

    [Fact]
    public void FromJson_OfToJson_IsTheSameTasks()
    {
        AuxiliaryTask[] tasks = [new() { Attributes = ["speaker", "emotion"], Weight = 0.7 }, new() { Attributes = ["sentence"] }];

        TrainingRecipe read = TrainingRecipe.FromJson((TrainingRecipes.Small with { AuxiliaryTasks = tasks }).ToJson());

        Assert.Equal(tasks, read.AuxiliaryTasks);
        Assert.NotEqual(tasks[0] with { Attributes = ["emotion", "speaker"] }, read.AuxiliaryTasks![0]);
    }

    [Fact]
    public void ToJson_RecipeWithoutTasks_SaysNothingOfThem() =>
        Assert.DoesNotContain("uxiliary", TrainingRecipes.Small.ToJson(), StringComparison.Ordinal);
}
