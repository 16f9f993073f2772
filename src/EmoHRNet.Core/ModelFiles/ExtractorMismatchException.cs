using EmoHRNet.ModelFiles;

namespace EmoHRNet;

/// <summary>A model was trained with one feature extractor and is used with another.</summary>
public sealed class ExtractorMismatchException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="expected">The extractor that the model was trained with; null for the built-in one.</param>
    /// <param name="given">The extractor that was passed; null for none.</param>
    public ExtractorMismatchException(ExtractorDescription? expected, ExtractorDescription? given)
        : base(Describe(expected, given)) => (Expected, Given) = (expected, given);

    /// <summary>Creates the exception with a message.</summary>
    public ExtractorMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ExtractorMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public ExtractorMismatchException()
        : this("The model was trained with another feature extractor.")
    {
    }

    /// <summary>The extractor that the model was trained with; null for the built-in one.</summary>
    public ExtractorDescription? Expected { get; }

    /// <summary>The extractor that was passed; null for none.</summary>
    public ExtractorDescription? Given { get; }

    private static string Describe(ExtractorDescription? expected, ExtractorDescription? given) => (expected, given) switch
    {
        (not null, null) =>
            $"The model was trained with the feature extractor {expected}, which is not part of the library. Pass it in {nameof(ClassifierOptions)}.{nameof(ClassifierOptions.Extractor)}.",
        (null, _) =>
            $"The model was trained with the built-in features, but the feature extractor {given} was passed. Leave {nameof(ClassifierOptions)}.{nameof(ClassifierOptions.Extractor)} out.",
        _ when expected.ToString() != given.ToString() =>
            $"The model was trained with the feature extractor {expected}, but {given} was passed. Pass the one it was trained with.",
        _ => $"The model was trained with the feature extractor {expected}; the one passed has the same name but different output. Use its settings from training.",
    };
}
