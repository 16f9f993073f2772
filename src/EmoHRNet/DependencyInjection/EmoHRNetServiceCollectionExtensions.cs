using EmoHRNet;
using EmoHRNet.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emotion classifiers with a container.</summary>
/// <remarks>
/// A classifier is a thread-safe singleton, loaded when it is first resolved and disposed with the container.
/// It is registered as <see cref="IEmotionClassifier"/> and as <see cref="EmotionClassifier"/>; an earlier registration is kept. Its options are
/// <see cref="EmoHRNetServiceOptions"/>: several calls add to them, and so does <c>services.Configure</c>. They are validated, and the model file's
/// description is read, when a host starts, or without one when the classifier is first resolved; errors are reported as one
/// <see cref="Options.OptionsValidationException"/> that names every problem. Registering reads no file.
/// </remarks>
public static class EmoHRNetServiceCollectionExtensions
{
    /// <summary>Registers a classifier for a model file, with default options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="modelPath">The path of the model file.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddEmoHRNet(this IServiceCollection services, string modelPath) =>
        services.AddEmoHRNet(options => options.ModelPath = modelPath);

    /// <summary>Registers a classifier.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the model's path and what else differs from the defaults, when the options are first used.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddEmoHRNet(this IServiceCollection services, Action<EmoHRNetServiceOptions> configure) =>
        Add(services, null, configure);

    /// <summary>Registers a classifier with options from a configuration section: <c>{ "ModelPath": "…", "Classifier": { "Threads": 2 } }</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, such as <c>configuration.GetSection("EmoHRNet")</c>; its names are those of <see cref="EmoHRNetServiceOptions"/>.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddEmoHRNet(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, null, options => options.Read(section));
    }

    /// <summary>Registers a classifier under a key, for applications with several models.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key; its options have its name, see <see cref="ClassifierRegistration.NameOf"/>.</param>
    /// <param name="configure">Sets the model's path and what else differs from the defaults, when the options are first used.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddKeyedEmoHRNet(this IServiceCollection services, object serviceKey, Action<EmoHRNetServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return Add(services, serviceKey, configure);
    }

    /// <summary>Registers a classifier under a key, with options from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key; its options have its name, see <see cref="ClassifierRegistration.NameOf"/>.</param>
    /// <param name="section">The section; its names are those of <see cref="EmoHRNetServiceOptions"/>.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddKeyedEmoHRNet(this IServiceCollection services, object serviceKey, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddKeyedEmoHRNet(serviceKey, options => options.Read(section));
    }

    private static IServiceCollection Add(IServiceCollection services, object? serviceKey, Action<EmoHRNetServiceOptions> configure) =>
        ClassifierRegistration.Add(
            services, serviceKey, configure, (options, logger) => new EmotionClassifier(options.ModelPath, options.Classifier, logger));
}
