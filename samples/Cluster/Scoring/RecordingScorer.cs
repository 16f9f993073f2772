using EmoHRNet.Samples.Cluster.Output;

namespace EmoHRNet.Samples.Cluster.Scoring;

/// <summary>Scores one recording of the manifest; if that fails, the result is the reason.</summary>
internal sealed class RecordingScorer(IEmotionClassifier classifier, HttpClient http)
{
    public async Task<ScoredFile> ScoreAsync(long position, string file)
    {
        try
        {
            EmotionPrediction prediction = IsWebAddress(file) ? await PredictDownloadAsync(file) : classifier.PredictFile(file);
            return ScoredFile.OfPrediction(position, file, prediction);
        }
        catch (Exception exception)
        {
            // An error in one recording must not stop the others; an unexpected one includes its exception type.
            bool isExpected = exception is IOException or UnauthorizedAccessException or ArgumentException or EmoHRNetException or HttpRequestException
                or OperationCanceledException;
            return ScoredFile.OfError(position, file, isExpected ? exception.Message : $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static bool IsWebAddress(string file) =>
        file.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || file.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private async Task<EmotionPrediction> PredictDownloadAsync(string address)
    {
        string copy = Path.Combine(Path.GetTempPath(), $"recording-{Guid.NewGuid():N}{Path.GetExtension(new Uri(address).AbsolutePath)}");
        try
        {
            await using (FileStream target = File.Create(copy))
            await using (Stream source = await http.GetStreamAsync(address))
            {
                await source.CopyToAsync(target);
            }

            return classifier.PredictFile(copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
