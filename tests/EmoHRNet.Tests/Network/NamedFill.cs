using System.Text;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

/// <summary>Fills every tensor of a network from its name, as for the reference outputs, so that no weights need to be stored.</summary>
internal static class NamedFill
{
    public static void Fill(nn.Module network)
    {
        using var _ = no_grad();
        foreach ((string name, Tensor tensor) in network.state_dict())
        {
            if (!name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            {
                using Tensor values = Values(name, tensor.shape, Rule(name, tensor.shape));
                tensor.copy_(values);
            }
        }
    }

    public static Tensor Input(params long[] shape) => Values("input", shape, u => u);

    private static Func<double, double> Rule(string name, long[] shape)
    {
        if (shape.Length >= 2)
        {
            double scale = 0.7 * Math.Sqrt(6.0 / shape[1..].Aggregate((a, b) => a * b));
            return u => u * scale;
        }

        return name switch
        {
            _ when name.EndsWith("running_var", StringComparison.Ordinal) => u => 1 + (0.5 * Math.Abs(u)),
            _ when name.EndsWith("weight", StringComparison.Ordinal) => u => 1 + (0.1 * u),
            _ => u => 0.1 * u,
        };
    }

    private static Tensor Values(string name, long[] shape, Func<double, double> rule)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        uint x = Fnv1A(name);
        for (int i = 0; i < values.Length; i++)
        {
            x = unchecked((1664525 * x) + 1013904223);
            values[i] = (float)rule(((x >> 8) / 8388608.0) - 1);
        }

        return tensor(values, shape);
    }

    private static uint Fnv1A(string name)
    {
        uint hash = 2166136261;
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ value) * 16777619);
        }

        return hash;
    }
}
