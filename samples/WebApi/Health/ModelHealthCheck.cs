using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmoHRNet.Samples.WebApi.Health;

/// <summary>Healthy if the model can predict: runs a tenth of a second of silence through the whole network.</summary>
internal sealed class ModelHealthCheck(EmotionNetworkClassifier classifier) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        float[] silence = new float[classifier.SampleRate / 10];
        EmotionPrediction prediction = await classifier.PredictAsync(silence, classifier.SampleRate, cancellationToken);
        return HealthCheckResult.Healthy($"The model answers among {prediction.Probabilities.Count} labels.");
    }
}
