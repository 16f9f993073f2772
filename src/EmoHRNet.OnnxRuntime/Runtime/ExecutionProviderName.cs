using System.Globalization;

namespace EmoHRNet.OnnxRuntime.Runtime;

/// <summary>The name of an execution provider, optionally with a device number: <c>cuda:1</c>.</summary>
/// <param name="Name">The name as written, without the number.</param>
/// <param name="Device">The number of the device; 0 is the first.</param>
internal sealed record ExecutionProviderName(string Name, int Device)
{
    /// <summary>What names look like, for messages.</summary>
    public const string Expected = "cpu, cuda, cuda:1, directml, directml:1, coreml, or a name that ONNX Runtime knows";

    /// <summary>The provider that every ONNX Runtime has.</summary>
    public bool IsCpu => Is("cpu");

    public bool IsCuda => Is("cuda");

    public bool IsDirectML => Is("directml") || Is("dml");

    public bool IsCoreML => Is("coreml");

    /// <summary>The name under which ONNX Runtime lists it.</summary>
    public string ListedName => (IsDirectML ? "Dml" : Name) + "ExecutionProvider";

    /// <summary>The package that contains it, for messages.</summary>
    public string Package => this switch
    {
        { IsCuda: true } => "Microsoft.ML.OnnxRuntime.Gpu",
        { IsDirectML: true } => "Microsoft.ML.OnnxRuntime.DirectML (Windows)",
        { IsCoreML: true } => "Microsoft.ML.OnnxRuntime on macOS or iOS",
        _ => "a package that has it",
    };

    public static bool IsValid(string? text) => TryParse(text) is not null;

    /// <exception cref="ArgumentException">The text is not such a name.</exception>
    public static ExecutionProviderName Parse(string? text) => TryParse(text)
        ?? throw new ArgumentException($"'{text}' does not name an execution provider; expected {Expected}.", nameof(text));

    private static ExecutionProviderName? TryParse(string? text)
    {
        string[] parts = (text ?? "").Split(':');
        bool isNamed = parts[0].Length > 0 && parts[0].All(char.IsAsciiLetterOrDigit);
        if (!isNamed || parts.Length > 2)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new ExecutionProviderName(parts[0], 0);
        }

        ExecutionProviderName name = new(parts[0], 0);
        bool hasDevices = name.IsCuda || name.IsDirectML;
        return hasDevices && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int device) ? name with { Device = device } : null;
    }

    private bool Is(string other) => string.Equals(Name, other, StringComparison.OrdinalIgnoreCase);
}
