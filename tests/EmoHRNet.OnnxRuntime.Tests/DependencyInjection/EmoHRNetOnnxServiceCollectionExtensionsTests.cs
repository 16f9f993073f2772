using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;
using Microsoft.Extensions.DependencyInjection;

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
    public void AddEmoHRNetOnnx_WrongOptionsOrModel_FailsAtRegistration()
    {
        ServiceCollection services = new();
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(
            () => services.AddEmoHRNetOnnx(o => o.Classifier = new OnnxEmotionClassifierOptions { ExecutionProvider = "" }));
        Assert.Equal(["ModelPath", "Classifier.ExecutionProvider"], e.Problems.Select(p => p.Name));
        Assert.Throws<FileNotFoundException>(() => services.AddEmoHRNetOnnx(_folder["none"]));
        Assert.Throws<InvalidOptionsException>(
            () => services.AddEmoHRNetOnnx(o => (o.ModelPath, o.Classifier) = (_model, new OnnxEmotionClassifierOptions { Labels = ["joy"] })));
        Assert.Empty(services);
        services.AddEmoHRNetOnnx(o => (o.ModelPath, o.ValidateModelOnStart) = (_folder["later"], false));
        Assert.Equal(2, services.Count);
    }
}
