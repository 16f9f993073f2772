using EmoHRNet.ModelFiles;

namespace EmoHRNet.Tool.Reports;

/// <summary>Begins a report with its first prediction, so that there is no empty table when every file fails.</summary>
/// <param name="report">The report.</param>
/// <param name="files">Every file that will be read.</param>
/// <param name="model">The model that predicts.</param>
/// <param name="remark">A note to show before the first prediction, or null.</param>
internal sealed class LazyReport(IReport report, IReadOnlyList<string> files, ModelDescription model, string? remark = null)
{
    private bool _hasBegun;

    public void Add(string file, EmotionPrediction prediction)
    {
        if (!_hasBegun)
        {
            report.Begin(files, model, remark);
            _hasBegun = true;
        }

        report.Add(file, prediction);
    }

    public void End()
    {
        if (_hasBegun)
        {
            report.End();
        }
    }
}
