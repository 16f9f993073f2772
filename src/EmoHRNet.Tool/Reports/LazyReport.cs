using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>Begins a report with its first prediction, so that files without an answer leave no empty table behind.</summary>
internal sealed class LazyReport(IReport report, IReadOnlyList<string> files, ModelDescription model)
{
    private bool _hasBegun;

    public void Add(string file, EmotionPrediction prediction)
    {
        if (!_hasBegun)
        {
            report.Begin(files, model);
            _hasBegun = true;
        }

        report.Add(file, prediction);
    }

    /// <param name="remark">What the reader must know besides, or null.</param>
    public void End(string? remark)
    {
        if (!_hasBegun)
        {
            return;
        }

        if (remark is not null)
        {
            report.Remark(remark);
        }

        report.End();
    }
}
