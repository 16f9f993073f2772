using EmoHRNet.OnnxRuntime.DependencyInjection;
using EmoHRNet.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmoHRNet.OnnxRuntime.Tests.DependencyInjection;

public sealed class EmoHRNetOnnxServiceCollectionExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public EmoHRNetOnnxServiceCollectionExtensionsTests() => _model = TestModel.Save(_folder["m.safetensors"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AddEmoHRNetOnnx_BothServiceTypes_AreOneSingletonThatTheContainerDisposes()
    {
        OnnxEmotionClassifier classifier;
        using (ServiceProvider provider = new ServiceCollection().AddEmoHRNetOnnx(_model).BuildServiceProvider(validateScopes: true))
        {
            classifier = provider.GetRequiredService<OnnxEmotionClassifier>();
            Assert.Same(classifier, provider.GetRequiredService<IEmotionClassifier>());
            Assert.Equal(TestModel.Labels, classifier.Labels);
        }

        Assert.Throws<ObjectDisposedException>(() => classifier.Predict([0.1f]));
    }

    [Fact]
    public void AddKeyedEmoHRNetOnnx_BesideTheOtherEngine_AreSeparate()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddKeyedEmoHRNet("torch", options => options.ModelPath = _model)
            .AddKeyedEmoHRNetOnnx("onnx", options =>
            {
                options.ModelPath = _model;
                options.Classifier = new OnnxEmotionClassifierOptions { Labels = ["sad", "angry"] };
            })
            .BuildServiceProvider();
        Assert.IsType<EmotionClassifier>(provider.GetRequiredKeyedService<IEmotionClassifier>("torch"));
        Assert.Equal(["sad", "angry"], provider.GetRequiredKeyedService<IEmotionClassifier>("onnx").Labels);
        Assert.Null(provider.GetService<IEmotionClassifier>());
    }

    [Fact]
    public void AddEmoHRNetOnnx_WrongOptionsOrModel_FailsWhenTheOptionsAreFirstUsed()
    {
        Assert.Equal(2, Problems(o => o.Classifier = new OnnxEmotionClassifierOptions { ExecutionProvider = "" }, "ModelPath", "Classifier.ExecutionProvider"));
        Assert.Equal(1, Problems(o => o.ModelPath = _folder["none"], "none"));
        Assert.Equal(1, Problems(o => (o.ModelPath, o.Classifier) = (_model, new OnnxEmotionClassifierOptions { Labels = ["joy"] }), "joy"));
        File.WriteAllText(_folder["text"], "not a model, but long enough");
        Assert.Equal(1, Problems(o => o.ModelPath = _folder["text"], "text"));
    }

    [Fact]
    public void AddEmoHRNetOnnx_ModelThatComesLater_IsReadWhenTheClassifierIsAskedFor()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddEmoHRNetOnnx(o => (o.ModelPath, o.ValidateModelOnStart) = (_folder["later"], false)).BuildServiceProvider();
        Assert.Throws<FileNotFoundException>(provider.GetRequiredService<IEmotionClassifier>);
        File.Copy(_model, _folder["later"]);
        Assert.Equal(TestModel.Labels, provider.GetRequiredService<IEmotionClassifier>().Labels);
    }

    [Fact]
    public async Task AddEmoHRNetOnnx_InAHost_IsCheckedAtItsStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("EmoHRNet:ModelPath", _folder["none"]), new("EmoHRNet:Classifier:Threads", "1")]);
        builder.Services.AddEmoHRNetOnnx(builder.Configuration.GetSection("EmoHRNet"));
        using IHost host = builder.Build();
        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("none", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddEmoHRNetOnnx_FromConfiguration_TakesItsOptions()
    {
        ConfigurationManager configuration = new();
        configuration.AddInMemoryCollection(
            [new("all:ModelPath", _model), new("two:ModelPath", _model), new("two:Classifier:Labels:0", "sad"), new("two:Classifier:Labels:1", "angry")]);
        using ServiceProvider provider = new ServiceCollection()
            .AddEmoHRNetOnnx(configuration.GetSection("all"))
            .AddKeyedEmoHRNetOnnx(2, configuration.GetSection("two"))
            .BuildServiceProvider();
        Assert.Equal(TestModel.Labels, provider.GetRequiredService<IEmotionClassifier>().Labels);
        Assert.Equal(["sad", "angry"], provider.GetRequiredKeyedService<OnnxEmotionClassifier>(2).Labels);
    }

    private static int Problems(Action<EmoHRNetOnnxServiceOptions> configure, params string[] words)
    {
        using ServiceProvider provider = new ServiceCollection().AddEmoHRNetOnnx(configure).BuildServiceProvider();
        OptionsValidationException e = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<OnnxEmotionClassifier>);
        Assert.All(words, word => Assert.Contains(word, e.Message, StringComparison.Ordinal));
        return e.Failures.Count();
    }
}
