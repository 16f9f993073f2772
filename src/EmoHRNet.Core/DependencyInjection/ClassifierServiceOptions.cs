using EmoHRNet.Audio.Options;
using Microsoft.Extensions.Configuration;

namespace EmoHRNet.DependencyInjection;

/// <summary>The model of a service; the engines' service options derive from it and add how it runs.</summary>
public abstract class ClassifierServiceOptions
{
    /// <summary>The path of the model file; required.</summary>
    public string ModelPath { get; set; } = "";

    /// <summary>
    /// Whether the model file's description is read when the options are validated, so that a missing or wrong file stops the application
    /// at start instead of at the first request. Weights and engine are loaded when the classifier is first resolved. Default true.
    /// </summary>
    public bool ValidateModelOnStart { get; set; } = true;

    /// <summary>How the classifier runs.</summary>
    protected internal abstract ClassifierOptions? Running { get; }

    /// <summary>The engine and its device, for the log.</summary>
    protected internal abstract string Engine { get; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        CollectProblems(problems);
        problems.ThrowIfAny(GetType().Name);
    }

    /// <summary>Adds a problem for every value that is out of range.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(!string.IsNullOrWhiteSpace(ModelPath), nameof(ModelPath), $"'{ModelPath}'", "the path of a model file")
            .Require(Running is not null, "Classifier", Running, "classifier options");
        if (Running is not null)
        {
            problems.Nested("Classifier", Running.CollectProblems);
        }
    }

    /// <summary>
    /// Sets the options from a configuration section, without reflection; options missing there are not changed. Keys are the names of the
    /// options: <c>ModelPath</c>, <c>ValidateModelOnStart</c>, <c>Classifier:BatchSize</c>, <c>Classifier:Reading:UseFfmpeg</c> and so on.
    /// </summary>
    /// <param name="section">The section.</param>
    /// <exception cref="InvalidOptionsException">A value cannot be parsed, or a key is not an option; all are named.</exception>
    public void Read(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        OptionProblems problems = new();
        ConfigurationValues values = new(section, problems);
        ModelPath = values.Text(nameof(ModelPath), ModelPath) ?? "";
        ValidateModelOnStart = values.Flag(nameof(ValidateModelOnStart), ValidateModelOnStart);
        values.Nested("Classifier", ReadClassifier);
        values.RefuseOthers();
        problems.ThrowIfAny(GetType().Name);
    }

    /// <summary>Sets the classifier options from a section.</summary>
    /// <param name="values">The values of the section.</param>
    protected abstract void ReadClassifier(ConfigurationValues values);
}
