using EmoHRNet;
using EmoHRNet.ModelFiles;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.OnnxRuntime.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emotion classifiers that run on ONNX Runtime with a container.</summary>
/// <remarks>
/// A classifier is a singleton, safe from any number of threads, loaded when it is first asked for and disposed with the container.
/// It is registered as <see cref="IEmotionClassifier"/> and as <see cref="OnnxEmotionClassifier"/>; an earlier registration stays.
/// </remarks>
public static class EmoHRNetOnnxServiceCollectionExtensions
{
    /// <summary>Registers a classifier for a model file, with default options.</summary>
    /// <inheritdoc cref="AddEmoHRNetOnnx(IServiceCollection, Action{EmoHRNetOnnxServiceOptions})" path="/*[not(self::param)]"/>
    /// <param name="services">The services.</param>
    /// <param name="modelPath">The path of the model file.</param>
    public static IServiceCollection AddEmoHRNetOnnx(this IServiceCollection services, string modelPath) =>
        services.AddEmoHRNetOnnx(options => options.ModelPath = modelPath);

    /// <summary>Registers a classifier.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the model's path and what else differs from the defaults; called at once.</param>
    /// <returns><paramref name="services"/>, to go on with.</returns>
    /// <exception cref="EmoHRNet.Audio.Options.InvalidOptionsException">An option is out of range; all are named.</exception>
    /// <exception cref="ExtractorMismatchException">The model was trained with another feature extractor than the one of the options.</exception>
    /// <exception cref="FileNotFoundException">There is no such model file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model.</exception>
    public static IServiceCollection AddEmoHRNetOnnx(this IServiceCollection services, Action<EmoHRNetOnnxServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        EmoHRNetOnnxServiceOptions options = Configure(configure);
        services.TryAddSingleton(provider => Load(provider, options));
        services.TryAddSingleton<IEmotionClassifier>(provider => provider.GetRequiredService<OnnxEmotionClassifier>());
        return services;
    }

    /// <summary>Registers a classifier under a key, for applications with several models.</summary>
    /// <inheritdoc cref="AddEmoHRNetOnnx(IServiceCollection, Action{EmoHRNetOnnxServiceOptions})" path="/*[not(self::param)]"/>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="configure">Sets the model's path and what else differs from the defaults; called at once.</param>
    public static IServiceCollection AddKeyedEmoHRNetOnnx(
        this IServiceCollection services, object serviceKey, Action<EmoHRNetOnnxServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        EmoHRNetOnnxServiceOptions options = Configure(configure);
        services.TryAddKeyedSingleton(serviceKey, (provider, _) => Load(provider, options));
        services.TryAddKeyedSingleton<IEmotionClassifier>(serviceKey, (provider, key) => provider.GetRequiredKeyedService<OnnxEmotionClassifier>(key));
        return services;
    }

    private static EmoHRNetOnnxServiceOptions Configure(Action<EmoHRNetOnnxServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        EmoHRNetOnnxServiceOptions options = new();
        configure(options);
        options.Validate();
        if (options.ValidateModelOnStart)
        {
            options.Classifier.RequireModel(ModelFile.ReadDescription(options.ModelPath));
        }

        return options;
    }

    private static OnnxEmotionClassifier Load(IServiceProvider provider, EmoHRNetOnnxServiceOptions options)
    {
        ILogger? logger = provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(OnnxEmotionClassifier).FullName!);
        OnnxEmotionClassifier classifier = new(options.ModelPath, options.Classifier, logger);
        logger?.LogInformation(
            "Loaded the emotion model {ModelPath} on {ExecutionProvider} with the labels {Labels}; the weights' license: {License}",
            options.ModelPath,
            options.Classifier.ExecutionProvider,
            string.Join(", ", classifier.Labels),
            classifier.Model.License);
        return classifier;
    }
}
