using EmoHRNet.DependencyInjection;
using EmoHRNet.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Tests.DependencyInjection;

public sealed class EmoHRNetServiceCollectionExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public EmoHRNetServiceCollectionExtensionsTests() => _model = TestModel.Save(_folder["m.safetensors"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AddEmoHRNet_BothServiceTypes_AreOneSingletonThatTheContainerDisposes()
    {
        EmotionClassifier classifier;
        using (ServiceProvider provider = new ServiceCollection().AddEmoHRNet(_model).BuildServiceProvider(validateScopes: true))
        {
            classifier = provider.GetRequiredService<EmotionClassifier>();
            using IServiceScope scope = provider.CreateScope();
            Assert.Same(classifier, scope.ServiceProvider.GetRequiredService<IEmotionClassifier>());
            Assert.Equal(TestModel.Labels, classifier.Labels);
        }

        Assert.Throws<ObjectDisposedException>(() => classifier.Predict([0.1f]));
    }

    [Fact]
    public void AddKeyedEmoHRNet_TwoModels_AreSeparate()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddKeyedEmoHRNet("all", options => options.ModelPath = _model)
            .AddKeyedEmoHRNet("two", options =>
            {
                options.ModelPath = _model;
                options.Classifier = new EmotionClassifierOptions { Labels = ["sad", "angry"] };
            })
            .BuildServiceProvider();
        Assert.Equal(4, provider.GetRequiredKeyedService<IEmotionClassifier>("all").Labels.Count);
        Assert.Equal(["sad", "angry"], provider.GetRequiredKeyedService<EmotionClassifier>("two").Labels);
        Assert.Null(provider.GetService<IEmotionClassifier>());
    }

    [Fact]
    public void AddEmoHRNet_EarlierRegistration_Stays()
    {
        using FakeClassifier fake = new();
        using ServiceProvider provider = new ServiceCollection().AddSingleton<IEmotionClassifier>(fake).AddEmoHRNet(_model).BuildServiceProvider();
        Assert.Same(fake, provider.GetRequiredService<IEmotionClassifier>());
    }

    [Fact]
    public void AddEmoHRNet_WrongOptionsOrModel_FailsWhenTheOptionsAreFirstUsed()
    {
        Assert.Equal(2, Problems(o => o.Classifier = new EmotionClassifierOptions { BatchSize = 0 }, "ModelPath", "Classifier.BatchSize"));
        Assert.Equal(1, Problems(o => o.ModelPath = _folder["none"], "none"));
        Assert.Equal(1, Problems(o => (o.ModelPath, o.Classifier) = (_model, new EmotionClassifierOptions { Labels = ["joy"] }), "joy"));
        File.WriteAllText(_folder["text"], "not a model, but long enough");
        Assert.Equal(1, Problems(o => o.ModelPath = _folder["text"], "text"));
    }

    [Fact]
    public void AddEmoHRNet_ModelThatComesLater_IsReadWhenTheClassifierIsAskedFor()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddEmoHRNet(o => (o.ModelPath, o.ValidateModelOnStart) = (_folder["later"], false)).BuildServiceProvider();
        Assert.Throws<FileNotFoundException>(provider.GetRequiredService<IEmotionClassifier>);
        File.Copy(_model, _folder["later"]);
        Assert.Equal(TestModel.Labels, provider.GetRequiredService<IEmotionClassifier>().Labels);
    }

    [Fact]
    public void AddEmoHRNet_WithLogging_LogsTheLoadedModelOnce()
    {
        using RecordingLoggerFactory log = new();
        using ServiceProvider provider = new ServiceCollection().AddSingleton<ILoggerFactory>(log).AddEmoHRNet(_model).BuildServiceProvider();
        Assert.Empty(log.Lines);
        provider.GetRequiredService<IEmotionClassifier>();
        provider.GetRequiredService<IEmotionClassifier>();
        string line = Assert.Single(log.Lines);
        Assert.Contains("m.safetensors", line, StringComparison.Ordinal);
        Assert.Contains("test license", line, StringComparison.Ordinal);
    }

    private static int Problems(Action<EmoHRNetServiceOptions> configure, params string[] words)
    {
        using ServiceProvider provider = new ServiceCollection().AddEmoHRNet(configure).BuildServiceProvider();
        OptionsValidationException e = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<EmotionClassifier>);
        Assert.All(words, word => Assert.Contains(word, e.Message, StringComparison.Ordinal));
        return e.Failures.Count();
    }
}
