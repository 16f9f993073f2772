using EmoHRNet.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Training.Optimization;

public class OrthogonalizationTests
{
    [Theory]
    [InlineData(6, 40)]
    [InlineData(40, 6)]
    [InlineData(16, 16)]
    public void Approximate_MatrixOfAnyShape_KeepsSingularVectorsAndBringsSingularValuesNearOne(int rows, int columns)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor u, Tensor vh) = SingularVectors(rows, columns);
        Tensor values = linspace(0.05, 3, u.size(1));

        Tensor result = Orthogonalization.Approximate(u.mul(values).mm(vh), ScalarType.Float32);

        Assert.Equal([rows, columns], result.shape);
        float[] core = Flat(u.t().mm(result).mm(vh.t()));
        int size = (int)u.size(1);
        for (int i = 0; i < core.Length; i++)
        {
            bool isDiagonal = i / size == i % size;
            Assert.InRange(core[i], isDiagonal ? 0.65 : -1e-3, isDiagonal ? 1.25 : 1e-3);
        }
    }

    // The polynomial of the publication, applied to a known singular value by hand.
    [Fact]
    public void Approximate_KnownSingularValues_FollowsThePublishedPolynomial()
    {
        double[] values = [0.6, 0.8];
        using Tensor matrix = tensor([0.6f, 0, 0, 0, 0.8f, 0], [2, 3]);

        using Tensor result = Orthogonalization.Approximate(matrix, ScalarType.Float32);

        for (int round = 0; round < 5; round++)
        {
            values = [.. values.Select(x => (3.4445 * x) - (4.7750 * Math.Pow(x, 3)) + (2.0315 * Math.Pow(x, 5)))];
        }

        Assert.All(Flat(result).Zip([values[0], 0, 0, 0, values[1], 0]), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [Fact]
    public void Approximate_AnyScale_IsTheSame()
    {
        using Tensor matrix = randn([5, 9], generator: new Generator(2));
        using Tensor small = matrix.mul(tensor(1e-3f));

        using Tensor ofMatrix = Orthogonalization.Approximate(matrix, ScalarType.Float32);
        using Tensor ofSmall = Orthogonalization.Approximate(small, ScalarType.Float32);

        Assert.All(Flat(ofMatrix).Zip(Flat(ofSmall)), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public void Approximate_BFloat16_IsNearFullPrecision()
    {
        using Tensor matrix = randn([8, 30], generator: new Generator(3));

        using Tensor full = Orthogonalization.Approximate(matrix, ScalarType.Float32);
        using Tensor brief = Orthogonalization.Approximate(matrix, ScalarType.BFloat16);

        Assert.Equal(ScalarType.Float32, brief.dtype);
        double difference = Math.Sqrt(Flat(full).Zip(Flat(brief), (a, b) => Math.Pow(a - b, 2)).Sum());
        Assert.InRange(difference / Math.Sqrt(8), 1e-6, 0.1);
    }

    [Fact]
    public void Approximate_Zeros_IsZeros()
    {
        using Tensor matrix = zeros(3, 4);

        using Tensor result = Orthogonalization.Approximate(matrix, ScalarType.Float32);

        Assert.All(Flat(result), value => Assert.Equal(0, value));
    }

    private static (Tensor U, Tensor Vh) SingularVectors(int rows, int columns)
    {
        int size = Math.Min(rows, columns);
        Tensor left = linalg.qr(randn([rows, size], generator: new Generator(4))).Q;
        Tensor right = linalg.qr(randn([columns, size], generator: new Generator(5))).Q;
        return (left, right.t());
    }

    private static float[] Flat(Tensor tensor) => tensor.contiguous().data<float>().ToArray();
}
