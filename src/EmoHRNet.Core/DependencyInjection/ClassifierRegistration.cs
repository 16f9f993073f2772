using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmoHRNet.DependencyInjection;

/// <summary>Registers the classifier of an engine with a container; the extension methods of the engines call it.</summary>
public static class ClassifierRegistration
{
    /// <summary>
    /// Registers a classifier as itself and as <see cref="IEmotionClassifier"/>: a singleton, loaded when it is first resolved. Its options
    /// are read through <see cref="IOptionsMonitor{TOptions}"/> and validated at host start or first use. Registering reads no file.
    /// </summary>
    /// <typeparam name="TClassifier">The engine's classifier.</typeparam>
    /// <typeparam name="TOptions">Its service options.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key of the registration; null for none.</param>
    /// <param name="configure">Sets options; called when they are first used.</param>
    /// <param name="load">Loads a classifier; receives a logger if the container has logging.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection Add<TClassifier, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services, object? serviceKey, Action<TOptions> configure, Func<TOptions, ILogger?, TClassifier> load)
        where TClassifier : EmotionNetworkClassifier
        where TOptions : ClassifierServiceOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(load);
        string name = NameOf(serviceKey);
        services.AddOptions<TOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, ClassifierServiceValidation<TOptions>>());
        services.TryAddKeyedSingleton(serviceKey, (provider, _) => Load(provider, name, load));
        services.TryAddKeyedSingleton<IEmotionClassifier>(serviceKey, (provider, key) => provider.GetRequiredKeyedService<TClassifier>(key));
        return services;
    }

    /// <summary>
    /// The options name of a registration: empty without a key, the key itself if it is a string, otherwise its type and text.
    /// </summary>
    /// <param name="serviceKey">The key; null for none.</param>
    public static string NameOf(object? serviceKey) => serviceKey switch
    {
        null => Options.DefaultName,
        string name => name,
        _ => $"{serviceKey.GetType().FullName}:{serviceKey}",
    };

    private static TClassifier Load<TClassifier, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceProvider provider, string name, Func<TOptions, ILogger?, TClassifier> load)
        where TClassifier : EmotionNetworkClassifier
        where TOptions : ClassifierServiceOptions
    {
        TOptions options = provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name);
        ILogger? logger = provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(TClassifier).FullName!);
        TClassifier classifier = load(options, logger);
        logger?.LogInformation(
            "Loaded the emotion model {ModelPath} on {Engine} with the labels {Labels}; the weights' license: {License}",
            options.ModelPath,
            options.Engine,
            string.Join(", ", classifier.Labels),
            classifier.Model.License);
        return classifier;
    }
}
