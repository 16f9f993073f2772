using System.Globalization;
using System.Numerics;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using Microsoft.Extensions.Configuration;

namespace EmoHRNet.DependencyInjection;

/// <summary>Reads options from a configuration section without reflection, for trimmed and ahead-of-time compiled applications.</summary>
/// <remarks>
/// A key missing from the section has the given fallback value. Values that cannot be parsed become problems, and so do keys that no call
/// asked for: a misspelled option is not silently ignored. Numbers have a decimal point and no separators, independent of culture.
/// </remarks>
/// <param name="section">The section.</param>
/// <param name="problems">Receives the problems.</param>
public sealed class ConfigurationValues(IConfiguration section, OptionProblems problems)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly SortedSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The options that every engine's classifier has.</summary>
    /// <typeparam name="T">The options of an engine's classifier.</typeparam>
    /// <param name="options">The values of options missing from the section.</param>
    /// <returns>The options with the values of the section.</returns>
    public T Read<T>(T options)
        where T : ClassifierOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        ClassifierOptions read = options with
        {
            BatchSize = Number(nameof(options.BatchSize), options.BatchSize),
            Labels = Texts(nameof(options.Labels), options.Labels),
            LabelPriors = Table(nameof(options.LabelPriors), options.LabelPriors),
            ConfidenceThreshold = Number(nameof(options.ConfidenceThreshold), options.ConfidenceThreshold),
            MaximumDuration = Duration(nameof(options.MaximumDuration), options.MaximumDuration),
            TestTimeSpeeds = Numbers(nameof(options.TestTimeSpeeds), options.TestTimeSpeeds),
            Reading = Read(nameof(options.Reading), options.Reading),
        };
        return (T)read;
    }

    /// <summary>A text.</summary>
    public string? Text(string name, string? fallback) => Find(name) ?? fallback;

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool fallback) =>
        Read(name, fallback, "true or false", (string text, out bool value) => bool.TryParse(text, out value));

    /// <summary>A number.</summary>
    public T Number<T>(string name, T fallback)
        where T : struct, INumber<T> => Read(name, fallback, "a number", TryParse);

    /// <summary>A number, or nothing.</summary>
    public T? Number<T>(string name, T? fallback)
        where T : struct, INumber<T> => Find(name) is { Length: > 0 } ? Number(name, default(T)) : fallback;

    /// <summary>A member of an enumeration, by its name.</summary>
    public T Choice<T>(string name, T fallback)
        where T : struct, Enum => Read(
            name, fallback, "one of " + string.Join(", ", Enum.GetNames<T>()),
            (string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value));

    /// <summary>A span of time, written as <c>hours:minutes:seconds</c>.</summary>
    public TimeSpan Duration(string name, TimeSpan fallback) => Read(
        name, fallback, "a time such as 01:00:00",
        // A plain number would be parsed as days.
        (string text, out TimeSpan value) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value) && text.Contains(':', StringComparison.Ordinal));

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string>? Texts(string name, IReadOnlyList<string>? fallback) =>
        Children(name) is { Count: > 0 } entries ? [.. entries.Select(entry => entry.Value ?? "")] : fallback;

    /// <summary>A list of numbers.</summary>
    public IReadOnlyList<double> Numbers(string name, IReadOnlyList<double> fallback) =>
        Children(name) is { Count: > 0 } entries ? [.. entries.Select(entry => Parsed(name, entry))] : fallback;

    /// <summary>A table of numbers by name.</summary>
    public IReadOnlyDictionary<string, double>? Table(string name, IReadOnlyDictionary<string, double>? fallback) =>
        Children(name) is { Count: > 0 } entries ? entries.ToDictionary(entry => entry.Key, entry => Parsed($"{name}.{entry.Key}", entry)) : fallback;

    /// <summary>Reads a section inside this one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads it; not called if the section is missing.</param>
    public void Nested(string name, Action<ConfigurationValues> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _known.Add(name);
        IConfigurationSection inner = section.GetSection(name);
        problems.Nested(name, _ =>
        {
            ConfigurationValues values = new(inner, problems);
            read(values);
            values.RefuseOthers();
        });
    }

    /// <summary>Adds a problem for every key in the section that was not asked for.</summary>
    public void RefuseOthers()
    {
        foreach (IConfigurationSection child in section.GetChildren().Where(child => !_known.Contains(child.Key)))
        {
            problems.Require(false, child.Key, child.Value ?? "a section", "one of the options " + string.Join(", ", _known));
        }
    }

    private delegate bool Parser<T>(string text, out T value);

    private static bool TryParse<T>(string text, out T value)
        where T : struct, INumber<T> => T.TryParse(text, Style, CultureInfo.InvariantCulture, out value);

    private AudioReadOptions Read(string name, AudioReadOptions options)
    {
        Nested(name, values => options = options with
        {
            AllowTruncated = values.Flag(nameof(options.AllowTruncated), options.AllowTruncated),
            UseFfmpeg = values.Flag(nameof(options.UseFfmpeg), options.UseFfmpeg),
            FfmpegPath = values.Text(nameof(options.FfmpegPath), options.FfmpegPath) is { Length: > 0 } path ? path : null,
        });
        return options;
    }

    private string? Find(string name)
    {
        _known.Add(name);
        return section[name];
    }

    private List<IConfigurationSection> Children(string name)
    {
        _known.Add(name);
        return [.. section.GetSection(name).GetChildren()];
    }

    private T Read<T>(string name, T fallback, string expected, Parser<T> parse)
    {
        if (Find(name) is not { Length: > 0 } text)
        {
            return fallback;
        }

        bool isRead = parse(text, out T value);
        problems.Require(isRead, name, $"'{text}'", expected);
        return isRead ? value : fallback;
    }

    private double Parsed(string name, IConfigurationSection entry)
    {
        bool isRead = TryParse(entry.Value ?? "", out double value);
        problems.Require(isRead, name, $"'{entry.Value}'", "a number");
        return value;
    }
}
