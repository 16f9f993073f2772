using EmoHRNet.OnnxRuntime.Runtime;

namespace EmoHRNet.OnnxRuntime.Tests.Runtime;

public class ExecutionProviderNameTests
{
    [Theory]
    [InlineData("cpu", "CPUExecutionProvider", 0)]
    [InlineData("CUDA", "CUDAExecutionProvider", 0)]
    [InlineData("cuda:1", "CUDAExecutionProvider", 1)]
    [InlineData("directml:2", "DmlExecutionProvider", 2)]
    [InlineData("dml", "DmlExecutionProvider", 0)]
    [InlineData("coreml", "CoreMLExecutionProvider", 0)]
    [InlineData("OpenVINO", "OpenVINOExecutionProvider", 0)]
    public void Parse_Name_GivesTheListedNameAndTheDevice(string text, string listed, int device)
    {
        ExecutionProviderName name = ExecutionProviderName.Parse(text);
        Assert.Equal(listed, name.ListedName, ignoreCase: true);
        Assert.Equal(device, name.Device);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(":1")]
    [InlineData("cpu:1")]
    [InlineData("cuda:")]
    [InlineData("cuda:x")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:1:2")]
    [InlineData("a b")]
    public void Parse_SomethingElse_IsRefusedWithWhatIsExpected(string? text)
    {
        Assert.False(ExecutionProviderName.IsValid(text));
        Assert.Contains("directml", Assert.Throws<ArgumentException>(() => ExecutionProviderName.Parse(text)).Message, StringComparison.Ordinal);
    }
}
