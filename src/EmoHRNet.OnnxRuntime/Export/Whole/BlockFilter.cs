namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// A recursive filter as matrices over blocks of samples, since operators have no memory from sample to sample. Within a block the output is a
/// product with the impulse response; what earlier blocks leave behind is the filter's state, which is a sum over the blocks that it has not
/// forgotten. The result is that of the recursion, to the precision of the numbers.
/// </summary>
internal sealed class BlockFilter
{
    private const int Block = 128;
    private const double Forgotten = 1e-10;
    private const int MostBlocks = 4096;

    private readonly string _name;
    private readonly int _order;
    private readonly Func<double[], double, double> _step;
    private readonly float[] _outputs = new float[Block * Block];
    private readonly float[] _states;
    private readonly float[] _ringing;
    private readonly double[,] _transition;

    /// <param name="name">The filter's name in the graph; filters of one name are equal.</param>
    /// <param name="order">The number of values of its state.</param>
    /// <param name="step">Takes the state, which it changes, and a sample, and returns the next output.</param>
    public BlockFilter(string name, int order, Func<double[], double, double> step)
    {
        (_name, _order, _step) = (name, order, step);
        _states = new float[Block * order];
        _ringing = new float[order * Block];
        _transition = new double[order, order];
        for (int place = 0; place < Block; place++)
        {
            double[] state = new double[order];
            Respond(state, place, _outputs.AsSpan(place * Block, Block));
            for (int i = 0; i < order; i++)
            {
                _states[(place * order) + i] = (float)state[i];
            }
        }

        for (int i = 0; i < order; i++)
        {
            double[] state = new double[order];
            state[i] = 1;
            Respond(state, -1, _ringing.AsSpan(i * Block, Block));
            for (int j = 0; j < order; j++)
            {
                _transition[i, j] = state[j];
            }
        }
    }

    /// <summary>Filters signals [B, n] from rest.</summary>
    public string Write(SignalWriter signal, string samples)
    {
        string length = signal.Length(samples, 1);
        string blocks = signal.Divide(signal.Add(length, signal.Whole(Block - 1)), signal.Whole(Block));
        string missing = signal.Subtract(signal.Multiply(blocks, signal.Whole(Block)), length);
        string cut = signal.Reshape(signal.Pad(samples, signal.Whole(0), missing), 0, -1, Block);
        string within = signal.Product(cut, signal.Table(_name + "/outputs", [Block, Block], _outputs));
        string left = signal.Product(cut, signal.Table(_name + "/states", [Block, _order], _states));
        string ringing = signal.Product(States(signal, left), signal.Table(_name + "/ringing", [_order, Block], _ringing));
        return signal.Cut(signal.Reshape(signal.Add(within, ringing), 0, -1), length);
    }

    /// <summary>The state at the start of every block, [B, blocks, order], of what each block adds to it.</summary>
    private string States(SignalWriter signal, string added)
    {
        List<double[,]> powers = Powers();
        int count = powers.Count;
        float[] kernel = new float[_order * _order * count];
        for (int i = 0; i < kernel.Length; i++)
        {
            (int output, int input, int place) = (i / count / _order, i / count % _order, i % count);
            kernel[i] = (float)powers[count - 1 - place][input, output];
        }

        string table = signal.Table(_name + "/memory", [_order, _order, count], kernel);
        string sums = signal.Convolve(signal.Transpose(added, 0, 2, 1), table, padBefore: count);
        return signal.Slice(signal.Transpose(sums, 0, 2, 1), 0, -1);
    }

    /// <summary>The powers of the transition from block to block, until nothing is left.</summary>
    private List<double[,]> Powers()
    {
        double[,] power = new double[_order, _order];
        for (int i = 0; i < _order; i++)
        {
            power[i, i] = 1;
        }

        List<double[,]> powers = [];
        while (powers.Count < MostBlocks && power.Cast<double>().Max(Math.Abs) > Forgotten)
        {
            powers.Add(power);
            power = Product(power, _transition);
        }

        return powers;
    }

    private void Respond(double[] state, int impulse, Span<float> outputs)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i] = (float)_step(state, i == impulse ? 1 : 0);
        }
    }

    private double[,] Product(double[,] a, double[,] b)
    {
        double[,] product = new double[_order, _order];
        for (int i = 0; i < _order; i++)
        {
            for (int j = 0; j < _order; j++)
            {
                for (int k = 0; k < _order; k++)
                {
                    product[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return product;
    }
}
