namespace EmoHRNet.Evaluation;

/// <summary>The state of a fold in a cross-validation.</summary>
public enum FoldState
{
    /// <summary>It has just started.</summary>
    Started,

    /// <summary>It has just finished, and its result is on disk.</summary>
    Finished,

    /// <summary>An earlier run finished it; its result was read.</summary>
    Found,
}
