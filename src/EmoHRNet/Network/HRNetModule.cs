using EmoHRNet.Network.Layers;
using EmoHRNet.Runtime;
using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace EmoHRNet.Network;

/// <summary>
/// A high-resolution network: spectrograms [N, input channels, bands, frames] of any size to logits [N, classes]. EmoHRNet (Muppidi and
/// Radfar, 2024) and the reference HRNet (Wang et al., 2020) are two settings of it; parameters have the reference's names.
/// </summary>
/// <remarks>Not thread-safe in training mode; in eval mode several threads may run it at once.</remarks>
public sealed partial class HRNetModule : nn.Module<Tensor, Tensor>
{
    private readonly IReadOnlyList<ConvBnRelu> _normalized;
    private readonly RandomMasks _masks;
    private readonly Backbone _backbone;
    private readonly ClassificationHead? _head;

    [ComponentName(Name = "fuse_layer")]
    private readonly FuseLayer? _fuseLayer;

    [ComponentName(Name = "pooling")]
    private readonly GlobalPooling _pooling;

    [ComponentName(Name = "classifier")]
    private readonly Classifier _classifier;

    /// <summary>Builds a network with new weights (Kaiming-normal over the fan-out), in training mode.</summary>
    /// <param name="options">What to build; checked before any tensor exists.</param>
    /// <param name="seed">Makes the initial weights reproducible; null takes them from the global generator.</param>
    /// <param name="device">Where the parameters are created; null is the CPU. <c>META</c> allocates nothing.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">The options are not valid; all problems are named.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded.</exception>
    public HRNetModule(HRNetOptions options, long? seed = null, Device? device = null)
        : this(Validated(options), seed, device ?? CPU, folded: false)
    {
    }

    internal HRNetModule(HRNetOptions options, long? seed, Device device, bool folded)
        : base("HRNet")
    {
        Options = options;
        using Generator? generator = seed is long value && device.type != DeviceType.META
            ? new Generator((ulong)value, CPU) : null;
        var factory = new LayerFactory(device, generator, folded)
        {
            SqueezeExcitationReduction = options.SqueezeExcitationReduction,
        };
        _normalized = factory.Normalized;
        _masks = factory.Masks;
        _backbone = new Backbone(factory, options);
        _backbone.RegisterIn(this);
        int channels = ClassificationHead.FeatureCount;
        if (options.Head == HeadKind.Classification)
        {
            _head = new ClassificationHead(factory, _backbone.Channels);
            _head.RegisterIn(this);
        }
        else
        {
            channels = options.FuseLayer.Width ?? _backbone.Channels[0];
            _fuseLayer = new FuseLayer(factory, _backbone.Channels, channels, options.FuseLayer.Residual);
        }

        _pooling = new GlobalPooling(factory, options.Pooling, channels);
        FeatureCount = options.Pooling.OutputWidth(channels);
        _classifier = new Classifier(factory, FeatureCount, options.ClassCount);
        RegisterComponents();
    }

    /// <summary>The options that the network was built from.</summary>
    public HRNetOptions Options { get; }

    /// <summary>The number of input features of the last layer.</summary>
    internal int FeatureCount { get; }

    /// <summary>
    /// Whether maps are laid out with the channels last, which is faster on the CPU. Default true; results are the same
    /// up to rounding.
    /// </summary>
    public bool UsesChannelsLast { get; set; } = true;

    /// <summary>
    /// The element type of all maps; null, the default, is the type of the weights. <see cref="ScalarType.BFloat16"/> with float32 weights is
    /// mixed precision: convolutions run in bfloat16, while weights, batch statistics, gradients of weights and logits stay float32.
    /// </summary>
    public ScalarType? MapType { get; set; }

    /// <summary>
    /// Seeds dropout and stochastic depth, which are random in training mode. Without a seed they draw from torch's global generator,
    /// which everything in the process shares.
    /// </summary>
    /// <param name="seed">The seed.</param>
    public void SeedDropout(long seed) => _masks.Seed(seed);

    /// <summary>Computes logits. Everything but the result is disposed, also when an exception is thrown.</summary>
    /// <param name="input">Float tensor [N, input channels, bands, frames], each at least 1; it is not disposed.</param>
    /// <returns>Logits [N, classes], without softmax.</returns>
    /// <exception cref="ArgumentException">The tensor is not of that shape or element type, or too small to train on.</exception>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        return Classify(Features(input)).MoveToOuterDisposeScope();
    }

    /// <summary>The input of the last layer: the pooled map, [N, <see cref="FeatureCount"/>], with dropout in training mode.</summary>
    internal Tensor Features(Tensor input)
    {
        CheckInput(input);
        using DisposeScope scope = NewDisposeScope();
        Tensor[] branches = _backbone.Forward(Arrange(input));
        Tensor features = _pooling.call(Join(branches));
        if (Options.Dropout > 0 && training)
        {
            features = features.mul(_masks.Draw(features.shape, 1 - Options.Dropout, features));
        }

        return features.to_type(_classifier.Weight.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>Logits [N, classes] of features.</summary>
    internal Tensor Classify(Tensor features) => _classifier.call(features);

    /// <summary>The maps of every branch after every stage with parallel branches, for inspection and for comparison with a reference.</summary>
    /// <param name="input">As for <see cref="forward"/>.</param>
    /// <returns>By stage number (the first stage with parallel branches is 2), the maps [N, channels, bands, frames] from the highest
    /// resolution to the lowest; the caller disposes of them.</returns>
    /// <exception cref="ArgumentException">As for <see cref="forward"/>.</exception>
    public IReadOnlyDictionary<int, IReadOnlyList<Tensor>> StageOutputs(Tensor input)
    {
        CheckInput(input);
        var outputs = new Dictionary<int, IReadOnlyList<Tensor>>();
        using DisposeScope scope = NewDisposeScope();
        _backbone.Forward(
            Arrange(input),
            (stage, branches) => outputs[stage] = [.. branches.Select(branch => branch.clone().MoveToOuterDisposeScope())]);
        return outputs;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _masks.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Join(Tensor[] branches) => _fuseLayer?.call(branches) ?? _head!.Forward(branches);

    private Tensor Arrange(Tensor input)
    {
        Tensor typed = MapType is { } type ? input.to_type(type) : input;
        return UsesChannelsLast ? ChannelsLast.From(typed) : typed.alias();
    }

    private static HRNetOptions Validated(HRNetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Backend.EnsureLoaded();
        return options;
    }
}
