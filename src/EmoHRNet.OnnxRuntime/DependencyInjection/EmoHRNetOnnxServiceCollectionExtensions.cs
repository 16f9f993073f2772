using EmoHRNet;
using EmoHRNet.DependencyInjection;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.OnnxRuntime.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emotion classifiers that run on ONNX Runtime with a container.</summary>
/// <remarks>
/// A classifier is a thread-safe singleton, loaded when it is first resolved and disposed with the container. It is registered as
/// <see cref="IEmotionClassifier"/> and as <see cref="OnnxEmotionClassifier"/>; an earlier registration is kept. Its options are
/// <see cref="EmoHRNetOnnxServiceOptions"/>: several calls add to them, and so does <c>services.Configure</c>. They are validated, and the
/// model file's description is read, at host start, or without a host when the classifier is first resolved. Invalid options throw an
/// <see cref="Options.OptionsValidationException"/> that names every problem. Registering reads no file.
/// </remarks>
public static class EmoHRNetOnnxServiceCollectionExtensions
{
    /// <summary>Registers a classifier for a model file, with default options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="modelPath">The path of the model file.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddEmoHRNetOnnx(this IServiceCollection services, string modelPath) =>
        services.AddEmoHRNetOnnx(options => options.ModelPath = modelPath);

    /// <summary>Registers a classifier.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the model's path and other options; called when the options are first used.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddEmoHRNetOnnx(this IServiceCollection services, Action<EmoHRNetOnnxServiceOptions> configure) =>
        Add(services, null, configure);

    /// <summary>
    /// Registers a classifier with options from a configuration section: <c>{ "ModelPath": "…", "Classifier": { "Threads": 2 } }</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">
    /// The section, such as <c>configuration.GetSection("EmoHRNet")</c>; its keys are the properties of
    /// <see cref="EmoHRNetOnnxServiceOptions"/>.
    /// </param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddEmoHRNetOnnx(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, null, options => options.Read(section));
    }

    /// <summary>Registers a classifier under a key, for applications with several models.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, which also names its options, see <see cref="ClassifierRegistration.NameOf"/>.</param>
    /// <param name="configure">Sets the model's path and other options; called when the options are first used.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddKeyedEmoHRNetOnnx(this IServiceCollection services, object serviceKey, Action<EmoHRNetOnnxServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return Add(services, serviceKey, configure);
    }

    /// <summary>Registers a classifier under a key with options from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, which also names its options, see <see cref="ClassifierRegistration.NameOf"/>.</param>
    /// <param name="section">The section; its keys are the properties of <see cref="EmoHRNetOnnxServiceOptions"/>.</param>
    /// <returns><paramref name="services"/>, for chaining.</returns>
    public static IServiceCollection AddKeyedEmoHRNetOnnx(this IServiceCollection services, object serviceKey, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddKeyedEmoHRNetOnnx(serviceKey, options => options.Read(section));
    }

    private static IServiceCollection Add(IServiceCollection services, object? serviceKey, Action<EmoHRNetOnnxServiceOptions> configure) =>
        ClassifierRegistration.Add(
            services, serviceKey, configure, (options, logger) => new OnnxEmotionClassifier(options.ModelPath, options.Classifier, logger));
}
