using EmoHRNet.Runtime;
using TorchSharp;

namespace EmoHRNet.Tests.Runtime;

/// <summary>
/// No code of the library creates a native scalar that is not kept alive. BannedSymbols.txt reports this in the editor; these tests check
/// the compiled code, including everything that TorchSharp's methods call and compound assignments.
/// </summary>
public class ScalarLifetimeTests
{
    private const string Conversion = "TorchSharp.Scalar::op_Implicit";

    private static readonly string Allowed = typeof(TensorArithmetic).FullName! + "::";
    private static readonly CallGraph TorchSharpCalls = CallGraph.Of(typeof(Scalar));
    private static readonly CallGraph LibraryCalls = CallGraph.Of(typeof(EmotionClassifier));
    private static readonly HashSet<string> Making = TorchSharpCalls.Reaching(call => call.StartsWith("TorchSharp.Scalar::.ctor", StringComparison.Ordinal));

    [Theory]
    [InlineData("TorchSharp.torch+Tensor::add_(TorchSharp.torch+Tensor)", true)]
    [InlineData("TorchSharp.torch+Tensor::op_Division(TorchSharp.torch+Tensor,Int32)", true)]
    [InlineData("TorchSharp.Scalar::op_Implicit(Double)", true)]
    [InlineData("TorchSharp.torch+Tensor::add_(TorchSharp.torch+Tensor,TorchSharp.Scalar)", false)]
    [InlineData("TorchSharp.torch+Tensor::mul(TorchSharp.torch+Tensor)", false)]
    public void Reaching_KnownMethods_TellsThoseThatMakeScalars(string method, bool expected)
    {
        Assert.Contains(method, TorchSharpCalls.Calls());
        Assert.Equal(expected, Making.Contains(method));
    }

    [Fact]
    public void Library_OutsideTensorArithmetic_CallsNothingThatMakesScalars()
    {
        string[] found = [.. LibraryCalls.Calls()
            .Where(method => !method.Key.StartsWith(Allowed, StringComparison.Ordinal))
            .SelectMany(method => method.Value.Where(Making.Contains).Select(call => $"{method.Key} calls {call}"))];

        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public void TensorArithmetic_EveryScalar_IsConvertedHereAndDisposedOf()
    {
        KeyValuePair<string, List<string>>[] methods = [.. LibraryCalls.Calls()
            .Where(method => method.Key.StartsWith(Allowed, StringComparison.Ordinal) && !method.Key.Contains(".cctor", StringComparison.Ordinal))];

        Assert.NotEmpty(methods);
        Assert.All(methods, method =>
        {
            string[] made = [.. method.Value.Where(Making.Contains)];
            Assert.All(made, call => Assert.StartsWith(Conversion, call));
            Assert.Equal(made.Length, method.Value.Count(call => call == "System.IDisposable::Dispose()"));
        });
    }
}
