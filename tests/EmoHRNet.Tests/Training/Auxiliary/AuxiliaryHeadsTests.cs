using EmoHRNet.Corpora;
using EmoHRNet.Training;
using EmoHRNet.Training.Auxiliary;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Training.Auxiliary;

public class AuxiliaryHeadsTests
{
    private const int Features = 5;

    [Fact]
    public void Loss_TwoTasksOneOfThemPartlyUnknown_IsTheWeightedSumOfMeanCrossEntropies()
    {
        IReadOnlyList<AuxiliaryLabels> tasks = Tasks();
        using AuxiliaryHeads heads = new(tasks, Features, seed: 1, CPU);
        using Tensor features = randn([3, Features], generator: new Generator(2));

        using Tensor loss = heads.Loss(features, [[1, 0, 0, 1, 1, 0], [0, 1, 0, 0, 0, 1]]);

        double expected = (0.5 * CrossEntropy(heads, 0, features, [0, 1, 0])) + (2 * CrossEntropy(heads, 1, features, [1, null, 1]));
        Assert.Equal(expected, loss.item<float>(), 1e-4);
    }

    [Fact]
    public void Loss_Backward_ReachesFeaturesAndEveryHead()
    {
        using AuxiliaryHeads heads = new(Tasks(), Features, seed: 1, CPU);
        using Tensor features = randn([2, Features], generator: new Generator(2)).requires_grad_();

        using Tensor loss = heads.Loss(features, [[1, 0, 0, 1], [0, 1, 0, 1]]);
        loss.backward();

        Assert.Contains(features.grad!.data<float>().ToArray(), value => value != 0);
        Assert.All(heads.parameters(), parameter => Assert.Contains(parameter.grad!.data<float>().ToArray(), value => value != 0));
    }

    [Fact]
    public void Loss_ManyTimes_LeavesNoTensorBehind()
    {
        using AuxiliaryHeads heads = new(Tasks(), Features, seed: 1, CPU);
        using Tensor features = zeros(1, Features);
        heads.Loss(features, [[1, 0], [0, 1]]).Dispose();
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        for (int i = 0; i < 5; i++)
        {
            heads.Loss(features, [[1, 0], [0, 1]]).Dispose();
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Constructor_OneSeed_GivesOneBeginning()
    {
        using AuxiliaryHeads first = new(Tasks(), Features, seed: 3, CPU), same = new(Tasks(), Features, seed: 3, CPU), other = new(Tasks(), Features, seed: 4, CPU);

        Assert.Equal(Numbers(first), Numbers(same));
        Assert.NotEqual(Numbers(first), Numbers(other));
    }

    private static IReadOnlyList<AuxiliaryLabels> Tasks() => AuxiliaryLabels.Of(
        [new AuxiliaryTask { Attributes = ["speaker"], Weight = 0.5 }, new AuxiliaryTask { Attributes = ["emotion"], Weight = 2 }],
        [new Utterance("a", "a.wav", "sad", "anna"), new Utterance("b", "b.wav", "happy", "ben")]);

    private static double CrossEntropy(AuxiliaryHeads heads, int task, Tensor features, int?[] labels)
    {
        Dictionary<string, Parameter> parameters = heads.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        float[] weight = parameters[$"auxiliary{task}.weight"].data<float>().ToArray(), bias = parameters[$"auxiliary{task}.bias"].data<float>().ToArray();
        float[] inputs = features.data<float>().ToArray();
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double[] logits = [.. bias.Select((b, k) => b + Enumerable.Range(0, Features).Sum(i => (double)inputs[(row * Features) + i] * weight[(k * Features) + i]))];
            sum += labels[row] is { } label ? Math.Log(logits.Sum(Math.Exp)) - logits[label] : 0;
        }

        return sum / labels.Length;
    }

    private static float[] Numbers(AuxiliaryHeads heads) => [.. heads.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
}
