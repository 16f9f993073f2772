namespace EmoHRNet.Evaluation;

/// <summary>What happens to a fold.</summary>
public enum FoldState
{
    /// <summary>It starts now.</summary>
    Started,

    /// <summary>It finished now, and its result is on disk.</summary>
    Finished,

    /// <summary>An earlier run finished it; its result was read.</summary>
    Found,
}
