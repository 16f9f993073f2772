namespace EmoHRNet.Corpora;

/// <summary>How many clips of one label or speaker were found, and how many were published.</summary>
/// <param name="Name">The label or the speaker.</param>
/// <param name="Found">Clips found.</param>
/// <param name="Published">Clips published; null where nothing is published.</param>
public sealed record CountComparison(string Name, int Found, int? Published)
{
    /// <summary>How many are missing: published minus found, at least zero.</summary>
    public int Lacking => Math.Max(0, (Published ?? 0) - Found);
}
