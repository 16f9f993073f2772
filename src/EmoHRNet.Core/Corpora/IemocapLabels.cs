namespace EmoHRNet.Corpora;

/// <summary>Which of IEMOCAP's categories are used, and how.</summary>
public enum IemocapLabels
{
    /// <summary>
    /// Neutral, anger, sadness, and happiness with excitement merged into it: 5531 clips. The set that most papers report.
    /// </summary>
    FourClass,

    /// <summary>The four classes and frustration: 7380 clips.</summary>
    FiveClass,

    /// <summary>Neutral, anger, sadness, happiness, excitement and frustration as separate classes: 7380 clips.</summary>
    SixClass,
}
