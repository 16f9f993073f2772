namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// A recursive filter as matrices over blocks of samples, because operators have no state between samples. Within a block, the output is a
/// product with the impulse response; earlier blocks contribute through the filter's state, a sum over the blocks that have not decayed.
/// The result equals the recursion up to rounding.
/// </summary>
internal sealed class BlockFilter
{
    private const int Block = 128;
    private const double Forgotten = 1e-10;
    private const int MostBlocks = 4096;

    private readonly string _name;
    private readonly int _order;
    private readonly Func<double[], double, double> _step;
    private readonly double[,] _outputs;
    private readonly double[,] _states;
    private readonly double[,] _ringing;
    private readonly double[,] _transition;

    /// <param name="name">The filter's name in the graph; filters with the same name must be equal.</param>
    /// <param name="order">The number of values in its state.</param>
    /// <param name="step">Takes the state, which it updates, and a sample, and returns the next output.</param>
    public BlockFilter(string name, int order, Func<double[], double, double> step)
    {
        (_name, _order, _step) = (name, order, step);
        (_outputs, double[,] states) = Respond(Block, place => (new double[order], place));
        (double[,] ringing, double[,] transition) = Respond(order, i => ([.. Enumerable.Range(0, order).Select(j => i == j ? 1.0 : 0)], -1));
        // State values nearly cancel where poles lie close together; in a basis scaled by their contribution to the output they do not.
        double[,] basis = Matrices.Cholesky(Heard(ringing, transition));
        double[,] inverse = Matrices.InverseOfLower(basis);
        _states = Matrices.Product(states, basis);
        _ringing = Matrices.Product(inverse, ringing);
        _transition = Matrices.Product(Matrices.Product(inverse, transition), basis);
    }

    /// <summary>Filters signals [B, n] with zero initial state.</summary>
    public string Write(SignalWriter signal, string samples)
    {
        string length = signal.Length(samples, 1);
        string blocks = signal.Divide(signal.Add(length, signal.Whole(Block - 1)), signal.Whole(Block));
        string missing = signal.Subtract(signal.Multiply(blocks, signal.Whole(Block)), length);
        string cut = signal.Reshape(signal.Pad(samples, signal.Whole(0), missing), 0, -1, Block);
        string within = signal.Product(cut, signal.Table(_name + "/outputs", [Block, Block], Matrices.ToFloats(_outputs)));
        string left = signal.Product(cut, signal.Table(_name + "/states", [Block, _order], Matrices.ToFloats(_states)));
        string ringing = signal.Product(States(signal, left), signal.Table(_name + "/ringing", [_order, Block], Matrices.ToFloats(_ringing)));
        return signal.Cut(signal.Reshape(signal.Add(within, ringing), 0, -1), length);
    }

    /// <summary>The state at the start of every block, [B, blocks, order], from what each block adds to it.</summary>
    private string States(SignalWriter signal, string added)
    {
        List<double[,]> powers = Powers(_transition);
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

    /// <summary>The energy of all future output of a state, as the matrix of its quadratic form.</summary>
    private static double[,] Heard(double[,] ringing, double[,] transition)
    {
        double[,] block = Matrices.Product(ringing, Matrices.Transpose(ringing));
        double[,] sum = new double[block.GetLength(0), block.GetLength(0)];
        foreach (double[,] power in Powers(transition))
        {
            sum = Matrices.Sum(sum, Matrices.Product(Matrices.Product(power, block), Matrices.Transpose(power)));
        }

        return sum;
    }

    /// <summary>The powers of the transition from block to block, until they vanish.</summary>
    private static List<double[,]> Powers(double[,] transition)
    {
        double[,] power = Matrices.Identity(transition.GetLength(0));
        List<double[,]> powers = [];
        while (powers.Count < MostBlocks && power.Cast<double>().Max(Math.Abs) > Forgotten)
        {
            powers.Add(power);
            power = Matrices.Product(power, transition);
        }

        return powers;
    }

    /// <summary>
    /// The outputs of a block and the state after it, for each of several initial conditions: a state and the position of an impulse.
    /// </summary>
    private (double[,] Outputs, double[,] States) Respond(int count, Func<int, (double[] State, int Impulse)> start)
    {
        double[,] outputs = new double[count, Block];
        double[,] states = new double[count, _order];
        for (int i = 0; i < count; i++)
        {
            (double[] state, int impulse) = start(i);
            for (int place = 0; place < Block; place++)
            {
                outputs[i, place] = _step(state, place == impulse ? 1 : 0);
            }

            for (int j = 0; j < _order; j++)
            {
                states[i, j] = state[j];
            }
        }

        return (outputs, states);
    }
}
