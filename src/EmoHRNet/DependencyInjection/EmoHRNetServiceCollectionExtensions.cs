using EmoHRNet;
using EmoHRNet.DependencyInjection;
using EmoHRNet.ModelFiles;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emotion classifiers with a container.</summary>
/// <remarks>
/// A classifier is a singleton, safe from any number of threads, loaded when it is first asked for and disposed with the container.
/// It is registered as <see cref="IEmotionClassifier"/> and as <see cref="EmotionClassifier"/>; an earlier registration stays.
/// </remarks>
public static class EmoHRNetServiceCollectionExtensions
{
    /// <summary>Registers a classifier for a model file, with default options.</summary>
    /// <inheritdoc cref="AddEmoHRNet(IServiceCollection, Action{EmoHRNetServiceOptions})" path="/*[not(self::param)]"/>
    /// <param name="services">The services.</param>
    /// <param name="modelPath">The path of the model file.</param>
    public static IServiceCollection AddEmoHRNet(this IServiceCollection services, string modelPath) =>
        services.AddEmoHRNet(options => options.ModelPath = modelPath);

    /// <summary>Registers a classifier.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the model's path and what else differs from the defaults; called at once.</param>
    /// <returns><paramref name="services"/>, to go on with.</returns>
    /// <exception cref="EmoHRNet.Audio.Options.InvalidOptionsException">An option is out of range; all are named.</exception>
    /// <exception cref="ExtractorMismatchException">The model was trained with another feature extractor than the one of the options.</exception>
    /// <exception cref="FileNotFoundException">There is no such model file.</exception>
    /// <exception cref="ModelFormatException">The file is no model.</exception>
    public static IServiceCollection AddEmoHRNet(this IServiceCollection services, Action<EmoHRNetServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        EmoHRNetServiceOptions options = Configure(configure);
        services.TryAddSingleton(provider => Load(provider, options));
        services.TryAddSingleton<IEmotionClassifier>(provider => provider.GetRequiredService<EmotionClassifier>());
        return services;
    }

    /// <summary>Registers a classifier under a key, for applications with several models.</summary>
    /// <inheritdoc cref="AddEmoHRNet(IServiceCollection, Action{EmoHRNetServiceOptions})" path="/*[not(self::param)]"/>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="configure">Sets the model's path and what else differs from the defaults; called at once.</param>
    public static IServiceCollection AddKeyedEmoHRNet(this IServiceCollection services, object serviceKey, Action<EmoHRNetServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        EmoHRNetServiceOptions options = Configure(configure);
        services.TryAddKeyedSingleton(serviceKey, (provider, _) => Load(provider, options));
        services.TryAddKeyedSingleton<IEmotionClassifier>(serviceKey, (provider, key) => provider.GetRequiredKeyedService<EmotionClassifier>(key));
        return services;
    }

    private static EmoHRNetServiceOptions Configure(Action<EmoHRNetServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        EmoHRNetServiceOptions options = new();
        configure(options);
        options.Validate();
        if (options.ValidateModelOnStart)
        {
            options.Classifier.RequireModel(ModelFile.ReadDescription(options.ModelPath));
        }

        return options;
    }

    private static EmotionClassifier Load(IServiceProvider provider, EmoHRNetServiceOptions options)
    {
        ILogger? logger = provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(EmotionClassifier).FullName!);
        EmotionClassifier classifier = new(options.ModelPath, options.Classifier, logger);
        logger?.LogInformation(
            "Loaded the emotion model {ModelPath} with the labels {Labels}; the weights' license: {License}",
            options.ModelPath,
            string.Join(", ", classifier.Labels),
            classifier.Model.License);
        return classifier;
    }
}
