using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Format;
using EmoHRNet.OnnxRuntime.Graphs;
using EmoHRNet.OnnxRuntime.Runtime;
using EmoHRNet.OnnxRuntime.Tests.Graphs;

namespace EmoHRNet.OnnxRuntime.Tests.Runtime;

public class NetworkSessionTests
{
    [Fact]
    public void Create_GraphThatOnnxRuntimeRefuses_SaysWhatItSaid()
    {
        using HRNetModule module = new(HRNetPresets.EmoHRNetQuick(3), seed: 1);
        ModelProto model = HRNetGraph.Write(module.Options, ModuleWeights.Of(module), "the module");
        model.Graph.Node[0].OpType = "Convolute";
        BackendException e = Assert.Throws<BackendException>(() => NetworkSession.Create(model, "m.safetensors", ExecutionProviderName.Parse("cpu"), 1));
        Assert.Contains("refuses the network of 'm.safetensors'", e.Message, StringComparison.Ordinal);
        Assert.Contains("Convolute", e.Message, StringComparison.Ordinal);
    }
}
