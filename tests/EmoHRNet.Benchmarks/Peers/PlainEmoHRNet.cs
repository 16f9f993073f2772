using EmoHRNet.Network;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks.Peers;

/// <summary>
/// EmoHRNet-small as the paper draws it, eager and NCHW: every map is upsampled separately, the Fuse Layer is one convolution of
/// all branches concatenated at the highest resolution. An independent second implementation of the network, with the weights of the module.
/// </summary>
internal sealed class PlainEmoHRNet : nn.Module<Tensor, Tensor>
{
    private readonly HRNetOptions _options;
    private readonly Dictionary<string, Tensor> _tensors = [];

    public PlainEmoHRNet(HRNetModule weights)
        : base(nameof(PlainEmoHRNet))
    {
        using DisposeScope scope = NewDisposeScope();
        _options = weights.Options;
        foreach ((string name, Tensor value) in weights.state_dict())
        {
            Add(name, value);
        }

        string[] fused = [.. Enumerable.Range(0, _options.Stages[^1].Widths.Count).Select(i => $"fuse_layer.branches.{i}.weight")];
        Add("fuse_layer.weight", cat([.. fused.Select(name => _tensors[name].detach())], 1));
        foreach (string name in fused)
        {
            _tensors.Remove(name, out Tensor? replaced);
            replaced!.Dispose();
        }
    }

    /// <summary>The parameters for an optimizer.</summary>
    public IEnumerable<Parameter> Weights => _tensors.Values.OfType<Parameter>();

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] branches = [Unit(input, "conv1", "bn1", stride: 2).relu()];
        for (int stage = 0; stage < _options.Stages.Count; stage++)
        {
            Tensor lowest = Unit(branches[^1], $"transition{stage + 1}.{stage + 1}.0.0", $"transition{stage + 1}.{stage + 1}.0.1", stride: 2).relu();
            branches = [.. branches, lowest];
            for (int module = 0; module < _options.Stages[stage].ModuleCount; module++)
            {
                branches = Exchange(Blocks(branches, $"stage{stage + 2}.{module}", _options.Stages[stage].BlockCount), $"stage{stage + 2}.{module}");
            }
        }

        Tensor logits = nn.functional.linear(Fuse(branches).mean([2, 3]), _tensors["classifier.weight"], _tensors["classifier.bias"]);
        return logits.MoveToOuterDisposeScope();
    }

    protected override void Dispose(bool disposing)
    {
        foreach (Tensor tensor in _tensors.Values)
        {
            tensor.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor[] Blocks(Tensor[] branches, string name, int count)
    {
        Tensor[] outputs = [.. branches];
        for (int i = 0; i < outputs.Length; i++)
        {
            for (int block = 0; block < count; block++)
            {
                string prefix = $"{name}.branches.{i}.{block}.";
                Tensor body = Unit(outputs[i], prefix + "conv1", prefix + "bn1").relu();
                outputs[i] = (Unit(body, prefix + "conv2", prefix + "bn2") + outputs[i]).relu();
            }
        }

        return outputs;
    }

    private Tensor[] Exchange(Tensor[] branches, string name) =>
        [.. branches.Select((own, to) => branches.Select((branch, from) => Send(branch, own, from, to, $"{name}.fuse_layers.{to}.{from}")).Aggregate((a, b) => a + b).relu())];

    private Tensor Send(Tensor branch, Tensor target, int from, int to, string name)
    {
        if (from > to)
        {
            return Upsample(Unit(branch, name + ".0", name + ".1"), target);
        }

        for (int step = 0; step < to - from; step++)
        {
            Tensor sent = Unit(branch, $"{name}.{step}.0", $"{name}.{step}.1", stride: 2);
            branch = step == to - from - 1 ? sent : sent.relu();
        }

        return branch;
    }

    private Tensor Fuse(Tensor[] branches)
    {
        Tensor all = cat([.. branches.Select(branch => Upsample(branch, branches[0]))], 1);
        Tensor fused = Norm(nn.functional.conv2d(all, _tensors["fuse_layer.weight"]), "fuse_layer.bn");
        long missing = fused.size(1) - branches[0].size(1);
        return (fused + nn.functional.pad(branches[0], [0, 0, 0, 0, 0, missing])).relu();
    }

    private static Tensor Upsample(Tensor map, Tensor target) =>
        nn.functional.interpolate(map, [target.size(2), target.size(3)], mode: InterpolationMode.Nearest);

    private Tensor Unit(Tensor input, string convolution, string norm, long stride = 1)
    {
        Tensor weight = _tensors[convolution + ".weight"];
        long padding = weight.size(2) / 2;
        return Norm(nn.functional.conv2d(input, weight, strides: [stride, stride], padding: [padding, padding]), norm);
    }

    private Tensor Norm(Tensor input, string name) => nn.functional.batch_norm(
        input, _tensors[name + ".running_mean"], _tensors[name + ".running_var"], _tensors[name + ".weight"], _tensors[name + ".bias"], training, 0.1, 1e-5);

    private void Add(string name, Tensor value)
    {
        Tensor copy = value.detach().clone();
        bool isBuffer = name.Contains("running_", StringComparison.Ordinal) || name.EndsWith("num_batches_tracked", StringComparison.Ordinal);
        _tensors.Add(name, (isBuffer ? copy : new Parameter(copy)).DetachFromDisposeScope());
    }
}
