using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Runtime;

#pragma warning disable RS0030 // Scalars are banned everywhere else.

/// <summary>
/// Arithmetic between tensors and numbers, safe from the garbage collector. The only place that creates native scalars: see
/// BannedSymbols.txt.
/// </summary>
/// <remarks>
/// TorchSharp passes libtorch the raw pointer of a <see cref="Scalar"/> and does not keep the object alive during the call. A temporary one, from
/// a conversion of a number or from inside an overload without a scalar, can therefore be finalized while native code still reads it: a
/// crash, or a silently wrong number. Every scalar here is kept alive until it is disposed, or for the life of the process.
/// </remarks>
internal static class TensorArithmetic
{
    private static readonly Scalar One = 1;

    /// <summary>A new tensor full of one number.</summary>
    public static Tensor Filled(long[] shape, double value, ScalarType type, Device device)
    {
        using Scalar number = value;
        return full(shape, number, type, device);
    }

    /// <summary>A new tensor: the sum.</summary>
    public static Tensor Plus(this Tensor tensor, Tensor other) => tensor.add(other, One);

    /// <summary>A new tensor: the number added to every element.</summary>
    public static Tensor Plus(this Tensor tensor, double number)
    {
        using Scalar summand = number;
        return tensor.add(summand, One);
    }

    /// <summary>A new tensor: every element divided by the number.</summary>
    public static Tensor DividedBy(this Tensor tensor, double number)
    {
        using Scalar divisor = number;
        return tensor.div(divisor);
    }

    /// <summary>Adds in place.</summary>
    public static Tensor AddInPlace(this Tensor tensor, Tensor other) => tensor.add_(other, One);

    /// <summary>Adds <paramref name="other"/> · <paramref name="factor"/> in place.</summary>
    public static Tensor AddInPlace(this Tensor tensor, Tensor other, double factor)
    {
        using Scalar scale = factor;
        return tensor.add_(other, scale);
    }

    /// <summary>Adds the number to every element in place.</summary>
    public static Tensor AddInPlace(this Tensor tensor, double number)
    {
        using Scalar summand = number;
        return tensor.add_(summand, One);
    }

    /// <summary>Counts every element up by one in place; integers stay integers.</summary>
    public static Tensor IncrementInPlace(this Tensor tensor) => tensor.add_(One, One);

    /// <summary>Adds <paramref name="first"/> · <paramref name="second"/> · <paramref name="factor"/> in place.</summary>
    public static Tensor AddProductInPlace(this Tensor tensor, Tensor first, Tensor second, double factor)
    {
        using Scalar scale = factor;
        return tensor.addcmul_(first, second, scale);
    }

    /// <summary>Adds <paramref name="numerator"/> / <paramref name="denominator"/> · <paramref name="factor"/> in place.</summary>
    public static Tensor AddQuotientInPlace(this Tensor tensor, Tensor numerator, Tensor denominator, double factor)
    {
        using Scalar scale = factor;
        return tensor.addcdiv_(numerator, denominator, scale);
    }

    /// <summary>Multiplies every element by the number in place.</summary>
    public static Tensor MultiplyInPlace(this Tensor tensor, double factor)
    {
        using Scalar scale = factor;
        return tensor.mul_(scale);
    }

    /// <summary>Divides every element by the number in place.</summary>
    public static Tensor DivideInPlace(this Tensor tensor, double number)
    {
        using Scalar divisor = number;
        return tensor.div_(divisor);
    }
}
