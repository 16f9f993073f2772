using EmoHRNet.Audio.Options;
using Microsoft.Extensions.Configuration;

namespace EmoHRNet.DependencyInjection;

/// <summary>Which model a service uses; the engines' service options derive from it and say how it runs.</summary>
public abstract class ClassifierServiceOptions
{
    /// <summary>The path of the model file; required.</summary>
    public string ModelPath { get; set; } = "";

    /// <summary>
    /// Whether the model file's description is read with the options, so that a missing or foreign file stops the application at its start
    /// and not at the first request. Weights and the engine are loaded when the classifier is first asked for. Default true.
    /// </summary>
    public bool ValidateModelOnStart { get; set; } = true;

    /// <summary>How the classifier runs.</summary>
    protected internal abstract ClassifierOptions? Running { get; }

    /// <summary>What runs the network, for the log: the engine and where it computes.</summary>
    protected internal abstract string Engine { get; }

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        CollectProblems(problems);
        problems.ThrowIfAny(GetType().Name);
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
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
    /// Takes what a section of a configuration says, without reflection; what it leaves out stays as it is. Its names are those of the options:
    /// <c>ModelPath</c>, <c>ValidateModelOnStart</c>, <c>Classifier:BatchSize</c>, <c>Classifier:Reading:UseFfmpeg</c> and so on.
    /// </summary>
    /// <param name="section">The section.</param>
    /// <exception cref="InvalidOptionsException">A value cannot be read, or a name is none of the options'; all are named.</exception>
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

    /// <summary>Takes what a section says of how the classifier runs.</summary>
    /// <param name="values">The values of the section.</param>
    protected abstract void ReadClassifier(ConfigurationValues values);
}
