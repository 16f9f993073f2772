using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>Shows predictions as they arrive.</summary>
internal interface IReport
{
    /// <summary>Called once, before the first prediction.</summary>
    /// <param name="files">Every file that will be read.</param>
    /// <param name="model">The model that predicts.</param>
    /// <param name="remark">A note to show before the first prediction, or null.</param>
    void Begin(IReadOnlyList<string> files, ModelDescription model, string? remark);

    void Add(string file, EmotionPrediction prediction);

    /// <summary>Called once, after the last prediction.</summary>
    void End();
}
