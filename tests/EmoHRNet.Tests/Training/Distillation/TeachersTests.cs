using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;
using EmoHRNet.Training.Distillation;
using EmoHRNet.TrainingProcess;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Training.Distillation;

public sealed class TeachersTests : IDisposable
{
    private const int Clips = 5;

    private static readonly string[] Labels = ["low", "middle", "high"];
    private static readonly TrainingRecipe Recipe = TinyRecipe.Create();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1.0, 1.0)]
    [InlineData(1, 4.0, 0.3)]
    [InlineData(3, 2.0, 0.5)]
    public void Loss_TeachersAtATemperature_IsTheCrossEntropyWithTheirMeanTimesTemperatureSquared(int teacherCount, double temperature, double weight)
    {
        string[] paths = [.. Enumerable.Range(1, teacherCount).Select(seed => Save(Describe(), seed))];
        using Teachers teachers = Load(new DistillationOptions { Teachers = paths, Temperature = temperature, Weight = weight })!;
        using Tensor inputs = Inputs();
        using Tensor logits = randn([Clips, 3], generator: new Generator(8));

        using Tensor loss = teachers.Loss(inputs, logits);

        double[][][] answers = [.. paths.Select(path => Softmax(LogitsOf(path, inputs), temperature))];
        double[][] own = Softmax(Rows(logits), temperature);
        double expected = 0;
        for (int clip = 0; clip < Clips; clip++)
        {
            for (int k = 0; k < Labels.Length; k++)
            {
                expected -= answers.Average(answer => answer[clip][k]) * Math.Log(own[clip][k]) / Clips;
            }
        }

        Assert.Equal(weight * temperature * temperature * expected, loss.item<float>(), 1e-4);
    }

    [Fact]
    public void Loss_Backward_GivesEveryLogitTheDifferenceOfProbabilitiesAndNothingToTheTeacher()
    {
        string path = Save(Describe(), seed: 1);
        using Teachers teachers = Load(new DistillationOptions { Teachers = [path], Weight = 1 })!;
        using Tensor inputs = Inputs();
        using Tensor logits = randn([Clips, 3], generator: new Generator(8)).requires_grad_();

        using Tensor loss = teachers.Loss(inputs, logits);
        loss.backward();

        double[] expected = [.. Softmax(Rows(logits), 1).Zip(Softmax(LogitsOf(path, inputs), 1), (own, taught) => own.Zip(taught, (p, q) => (p - q) / Clips)).SelectMany(row => row)];
        Assert.All(expected.Zip(logits.grad!.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Loss_ManyTimes_LeavesNoTensorBehind()
    {
        using Teachers teachers = Load(new DistillationOptions { Teachers = [Save(Describe(), 1), Save(Describe(), 2)] })!;
        using Tensor inputs = Inputs();
        using Tensor logits = zeros(Clips, 3);
        teachers.Loss(inputs, logits).Dispose();
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (int i = 0; i < 5; i++)
        {
            teachers.Loss(inputs, logits).Dispose();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Load_RecipeWithoutDistillation_IsNull() => Assert.Null(Teachers.Load(Recipe, Labels, CPU));

    [Fact]
    public void Load_TeacherThatHearsSomethingElse_NamesEveryOptionThatDiffers()
    {
        ModelDescription other = Describe() with
        {
            Labels = ["low", "middle", "shrill"],
            Preparation = Recipe.Preparation with { PreEmphasis = 0.97 },
            Features = Recipe.Features with { Mel = Recipe.Features.Mel with { HopLength = 160, MelScale = MelScale.Slaney } },
        };
        string path = Save(other, seed: 1);

        ModelFormatException e = Assert.Throws<ModelFormatException>(() => Load(new DistillationOptions { Teachers = [path] }));

        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        Assert.All(
            ["labels is ", "preparation.preEmphasis is 0.97 instead of 0", "features.mel.hopLength is 160 instead of 256", "features.mel.melScale"],
            each => Assert.Contains(each, e.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("bandCount", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TeacherThatIsNotThere_SaysSo() =>
        Assert.Throws<FileNotFoundException>(() => Load(new DistillationOptions { Teachers = [_folder["none.safetensors"]] }));

    private static Teachers? Load(DistillationOptions options) => Teachers.Load(Recipe with { Distillation = options }, Labels, CPU);

    private static ModelDescription Describe() => new()
    {
        Labels = Labels,
        Network = Recipe.Network,
        Preparation = Recipe.Preparation,
        Features = Recipe.Features,
        WindowFrames = Recipe.WindowFrames,
    };

    private string Save(ModelDescription description, int seed)
    {
        string path = _folder[$"teacher{seed}.safetensors"];
        using HRNetModule network = new(description.Network, seed);
        ModelFile.Save(path, network, description);
        return path;
    }

    private static Tensor Inputs() => randn([Clips, 1, Recipe.Features.BandCount, Recipe.WindowFrames], generator: new Generator(3));

    private static double[][] LogitsOf(string path, Tensor inputs)
    {
        using LoadedModel model = ModelFile.Load(path);
        using Tensor logits = model.Module.call(inputs);
        return Rows(logits);
    }

    private static double[][] Rows(Tensor logits) =>
        [.. logits.detach().data<float>().ToArray().Select(value => (double)value).Chunk(Labels.Length)];

    private static double[][] Softmax(double[][] rows, double temperature) =>
    [
        .. rows.Select(row => row.Select(value => Math.Exp(value / temperature)).ToArray())
            .Select(powers => powers.Select(power => power / powers.Sum()).ToArray()),
    ];
}
