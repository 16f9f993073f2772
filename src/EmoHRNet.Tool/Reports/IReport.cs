using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>Shows predictions as they come.</summary>
internal interface IReport
{
    /// <summary>Called once, before the first prediction.</summary>
    void Begin(IReadOnlyList<string> files, ModelDescription model);

    void Add(string file, EmotionPrediction prediction);

    /// <summary>What the reader must know besides, after the last prediction.</summary>
    void Remark(string text);

    /// <summary>Called once, after the last prediction.</summary>
    void End();
}
