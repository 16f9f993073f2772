using EmoHRNet.Benchmarks.Peers;
using EmoHRNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class HRNetModuleTests
{
    [Theory]
    [InlineData(64, 144)]
    [InlineData(65, 143)]
    [InlineData(40, 1)]
    [InlineData(1, 1)]
    [InlineData(7, 33)]
    public void Forward_AnyInputSize_GivesFiniteLogits(int bands, int frames)
    {
        using var network = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        network.eval();
        using Tensor input = randn([2, 1, bands, frames], generator: new Generator(1));
        using Tensor logits = network.call(input);
        Assert.Equal([2, 8], logits.shape);
        Assert.True(logits.isfinite().all().item<bool>());
    }

    [Fact]
    public void Forward_ChannelsLastOrFirst_GiveTheSameLogits()
    {
        using var network = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        NamedFill.Fill(network);
        network.eval();
        using Tensor input = randn([2, 1, 64, 96], generator: new Generator(1));
        using Tensor last = network.call(input);
        network.UsesChannelsLast = false;
        using Tensor first = network.call(input);
        Assert.True(last.allclose(first, rtol: 1e-4, atol: 1e-5));
    }

    [Theory]
    [InlineData(64, 144)]
    [InlineData(65, 143)]
    [InlineData(7, 33)]
    public void Forward_NetworkWrittenDownPlainly_GivesTheSameLogitsAndGradients(int bands, int frames)
    {
        using var network = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        NamedFill.Fill(network);
        using PlainEmoHRNet plain = new(network);

        // Seeded: for one draw in a hundred, the plain network itself differs between float32 and float64 by more than the bound below, because of ReLU kinks.
        using Generator generator = new(1);
        using Tensor input = randn([2, 1, bands, frames], generator: generator);
        network.eval();
        plain.eval();
        AssertSameLogits(network, plain, input);

        network.train();
        plain.train();
        AssertSameLogits(network, plain, input);
        input.requires_grad = true;
        using Tensor expected = InputGradient(plain, input);
        using Tensor actual = InputGradient(network, input);

        // Compares all gradients together: rounding that moves a value across the kink of a ReLU changes single gradients much more.
        double difference = (actual - expected).norm().item<float>() / expected.norm().item<float>();
        Assert.InRange(difference, 0, 1e-2);
    }

    [Fact]
    public void Constructor_SameSeed_GivesTheSameWeights()
    {
        using var a = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 42);
        using var b = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 42);
        using var c = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 43);
        Assert.All(a.parameters().Zip(b.parameters()), pair => Assert.Equal(Values(pair.First), Values(pair.Second)));
        Assert.NotEqual(Values(a.get_parameter("conv1.weight")!), Values(c.get_parameter("conv1.weight")!));
    }

    [Theory]
    [InlineData(2, 3, 64, 64)]
    [InlineData(0, 1, 64, 64)]
    [InlineData(2, 1, 0, 64)]
    public void Forward_WrongShape_SaysFoundAndExpected(int batch, int channels, int bands, int frames)
    {
        using var network = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        using Tensor input = zeros(batch, channels, bands, frames);
        var exception = Assert.Throws<ArgumentException>(() => network.call(input));
        Assert.Contains($"[{batch}, {channels}, {bands}, {frames}]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[N, 1, bands, frames]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forward_WrongRankTypeOrOneValuePerChannel_IsRefused()
    {
        using var network = new HRNetModule(HRNetPresets.EmoHRNetSmall(8), seed: 1);
        using Tensor flat = zeros(1, 64, 64);
        using Tensor doubles = zeros(2, 1, 64, 64, dtype: float64);
        using Tensor single = zeros(1, 1, 16, 16);
        Assert.Throws<ArgumentException>(() => network.call(flat));
        Assert.Throws<ArgumentException>(() => network.call(doubles));
        Assert.Throws<ArgumentException>(() => network.call(single));
        network.eval();
        using Tensor logits = network.call(single);
        Assert.Equal([1, 8], logits.shape);
    }

    [Fact]
    public void Forward_ForwardBackwardAndFailure_LeaveNoTensorBehind()
    {
        using var network = new HRNetModule(
            new HRNetBuilder(HRNetPresets.EmoHRNetSmall(4)).WithDropout(0.1).WithStochasticDepth(0.2).WithAttentionPooling()
                .WithSqueezeExcitation(4).ToOptions(),
            seed: 1);
        using Tensor input = randn([4, 1, 32, 40], generator: new Generator(1));
        using Tensor labels = tensor(new long[] { 0, 1, 2, 3 });
        using Tensor wrong = zeros(4, 2, 32, 40);
        Step(network, input, labels);
        network.zero_grad();
        long before = Living();
        Step(network, input, labels);
        Assert.Throws<ArgumentException>(() => network.call(wrong));
        network.eval();
        network.call(input).Dispose();
        Assert.Equal(before, Living());
    }

    [Fact]
    public void Parameters_AfterBackward_AllHaveFiniteGradients()
    {
        using var network = new HRNetModule(
            new HRNetBuilder(HRNetPresets.EmoHRNetSmall(4)).WithAttentionPooling().WithSqueezeExcitation(4).ToOptions(), seed: 1);
        using Tensor input = randn([4, 1, 33, 47], generator: new Generator(1));
        using Tensor labels = tensor(new long[] { 0, 1, 2, 3 });
        Step(network, input, labels);
        Assert.All(network.named_parameters(), named =>
        {
            Assert.True(named.parameter.grad is not null, named.name + " has no gradient");
            Assert.True(named.parameter.grad.isfinite().all().item<bool>(), named.name);
        });
    }

    private static void AssertSameLogits(HRNetModule network, PlainEmoHRNet plain, Tensor input)
    {
        using Tensor actual = network.call(input);
        using Tensor expected = plain.call(input);
        Assert.True(actual.allclose(expected, rtol: 1e-4, atol: 1e-5));
    }

    private static Tensor InputGradient(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using Tensor logits = network.call(input);
        using Tensor sum = logits.square().sum();
        return autograd.grad([sum], [input])[0];
    }

    private static void Step(HRNetModule network, Tensor input, Tensor labels)
    {
        using Tensor logits = network.call(input);
        using Tensor loss = nn.functional.cross_entropy(logits, labels);
        loss.backward();
    }

    private static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();

    private static long Living() => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
}
