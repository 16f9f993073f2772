using System.Globalization;

namespace EmoHRNet.Samples;

/// <summary>Paths with a placeholder for the fold, <c>taught.fold{fold}.safetensors</c>; compiled into every sample that has folds.</summary>
internal static class FoldPath
{
    private const string Placeholder = "{fold}";

    public static bool IsOfFolds(string path) => path.Contains(Placeholder, StringComparison.Ordinal);

    /// <exception cref="ArgumentException">The path has the placeholder, but there are no folds.</exception>
    public static string Of(string path, int? fold) => IsOfFolds(path) && fold is null
        ? throw new ArgumentException($"'{path}' names {Placeholder}, but there are no folds.")
        : path.Replace(Placeholder, fold?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
