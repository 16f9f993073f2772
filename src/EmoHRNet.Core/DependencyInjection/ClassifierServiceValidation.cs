using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;
using Microsoft.Extensions.Options;

namespace EmoHRNet.DependencyInjection;

/// <summary>Validates service options at first use or at application start: every option, and that the file is a model.</summary>
/// <typeparam name="TOptions">The options of an engine's service.</typeparam>
internal sealed class ClassifierServiceValidation<TOptions> : IValidateOptions<TOptions>
    where TOptions : ClassifierServiceOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        OptionProblems problems = new();
        options.CollectProblems(problems);
        return problems.Found.Count > 0 ? ValidateOptionsResult.Fail(problems.Found.Select(problem => problem.ToString()))
            : options.ValidateModelOnStart && ModelProblem(options) is { } problem ? ValidateOptionsResult.Fail(problem)
            : ValidateOptionsResult.Success;
    }

    /// <summary>Why the model cannot be used with these options; null if it can.</summary>
    private static string? ModelProblem(TOptions options)
    {
        try
        {
            options.Running!.RequireModel(ModelFile.ReadDescription(options.ModelPath));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EmoHRNetException or InvalidOptionsException or ExtractorMismatchException)
        {
            return PlainMessage.Of(e);
        }
    }
}
