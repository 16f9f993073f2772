using EmoHRNet.Audio.Randomness;
using EmoHRNet.Network;
using EmoHRNet.Network.Weights;
using EmoHRNet.Runtime;
using EmoHRNet.Training.Auxiliary;
using EmoHRNet.Training.Distillation;
using EmoHRNet.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Training;

/// <summary>The native part of a run: the network, its average, the optimizer, and the training step.</summary>
internal sealed class TrainingRun : IDisposable
{
    private const int DropoutPurpose = 103;
    private const int InitialWeightsPurpose = 104;

    private readonly TrainingRecipe _recipe;
    private readonly Device _device;
    private readonly long[] _inputShape;
    private readonly Teachers? _teachers;

    /// <param name="recipe">The complete recipe.</param>
    /// <param name="device">The device.</param>
    /// <param name="bandCount">The bands of the network's input.</param>
    /// <param name="teachers">The teachers of the network; they are not disposed.</param>
    /// <param name="auxiliary">The labels of the auxiliary tasks.</param>
    public TrainingRun(
        TrainingRecipe recipe, Device device, int bandCount, Teachers? teachers = null, IReadOnlyList<AuxiliaryLabels>? auxiliary = null)
    {
        (_recipe, _device, _teachers) = (recipe, device, teachers);
        _inputShape = [recipe.Network.InputChannels, bandCount, recipe.WindowFrames];
        Network = CreateNetwork();
        try
        {
            Average = recipe.Training.WeightAveragingDecay > 0 ? CreateNetwork() : null;
            Heads = new AuxiliaryHeads(auxiliary ?? [], Network.FeatureCount, recipe.Training.Seed, device);
            Optimizer = WeightOptimizers.Create([.. Network.named_parameters(), .. Heads.named_parameters()], recipe.Training);
        }
        catch
        {
            Heads?.Dispose();
            Average?.Dispose();
            Network.Dispose();
            throw;
        }
    }

    /// <summary>The network whose weights the optimizer changes.</summary>
    public HRNetModule Network { get; }

    /// <summary>The moving average of its weights, or null when averaging is off.</summary>
    public HRNetModule? Average { get; }

    /// <summary>The network that is validated and kept.</summary>
    public HRNetModule Kept => Average ?? Network;

    /// <summary>The layers for the auxiliary tasks.</summary>
    public AuxiliaryHeads Heads { get; }

    /// <summary>The optimizer of the network's weights.</summary>
    public WeightOptimizer Optimizer { get; }

    /// <summary>Starts an epoch: sets training mode, and seeds dropout and stochastic depth from seed and epoch.</summary>
    public void BeginEpoch(int epoch)
    {
        Network.SeedDropout(RandomSource.DeriveSeed(_recipe.Training.Seed, epoch, 0, DropoutPurpose));
        Network.train();
        ZeroGradients();
    }

    /// <summary>Adds the gradients of a batch and returns its loss.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="passes">The batches whose gradients are added up before the step; the last group of an epoch may be smaller.</param>
    public double Accumulate(TrainingBatch batch, int passes = 1)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor inputs = tensor(batch.Inputs, [batch.Count, .. _inputShape]).to(_device);
        Tensor shares = tensor(LossShares(batch, passes), [batch.Count, batch.Targets.Length / batch.Count]).to(_device);
        Tensor features = Network.Features(inputs);
        Tensor logits = Network.Classify(features);
        Tensor scored = batch.LogitOffsets is { } offsets ? logits.Plus(tensor(offsets, shares.shape).to(_device)) : logits;
        Tensor loss = nn.functional.log_softmax(scored, 1).mul(shares).sum();
        if (_teachers is not null)
        {
            loss = loss.Plus(_teachers.Loss(inputs, logits).DividedBy(passes));
        }

        if (batch.AuxiliaryTargets.Count > 0)
        {
            loss = loss.Plus(Heads.Loss(features, batch.AuxiliaryTargets).DividedBy(passes));
        }

        loss.backward();
        return loss.item<float>() * passes;
    }

    /// <summary>Applies the gradients gathered so far.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="learningRate">The learning rate of this step.</param>
    public void Step(long step, double learningRate)
    {
        TrainingOptions options = _recipe.Training;
        using DisposeScope scope = NewDisposeScope();
        if (options.GradientClipNorm > 0)
        {
            nn.utils.clip_grad_norm_([.. Network.parameters(), .. Heads.parameters()], options.GradientClipNorm);
        }

        Optimizer.Step(step, learningRate);
        ZeroGradients();
        if (Average is not null)
        {
            WeightAverage.Update(Average, Network, options.WeightAveragingDecay, step);
        }
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        Heads.Dispose();
        Average?.Dispose();
        Network.Dispose();
    }

    private void ZeroGradients()
    {
        Network.zero_grad();
        Heads.zero_grad();
    }

    // The factors of the log-probabilities, so that their sum is the loss of one pass of a step.
    private float[] LossShares(TrainingBatch batch, int passes)
    {
        double labelWeight = 1 - (_recipe.Distillation?.Weight ?? 0);
        float share = (float)(-labelWeight / (batch.Count * passes));
        return [.. batch.Targets.Select(target => target * share)];
    }

    private HRNetModule CreateNetwork()
    {
        HRNetModule network = new(_recipe.Network, RandomSource.DeriveSeed(_recipe.Training.Seed, 0, 0, InitialWeightsPurpose), _device)
        {
            MapType = _recipe.Training.Precision == TrainingPrecision.BFloat16 ? ScalarType.BFloat16 : null,
        };
        if (_recipe.InitialWeights is { } path)
        {
            StartFrom(path, network);
        }

        return network;
    }

    private void StartFrom(string path, HRNetModule network)
    {
        try
        {
            HRNetWeights.Load(network, path);
            network.FreezeThrough(_recipe.FrozenStages);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }
}
