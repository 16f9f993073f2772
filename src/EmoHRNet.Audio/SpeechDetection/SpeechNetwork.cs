namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>The network that turns the features of a stretch into the logit of speech: standardization and one hidden layer. Thread-safe.</summary>
internal static class SpeechNetwork
{
    /// <summary>The largest distance of a feature from its mean, in standard deviations; outliers are clamped to it.</summary>
    public const float Limit = 3;

    /// <summary>The logit of the probability of speech.</summary>
    public static float Logit(ReadOnlySpan<float> evidence)
    {
        Span<float> inputs = stackalloc float[SpeechWeights.Means.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Math.Clamp((evidence[i] - SpeechWeights.Means[i]) * SpeechWeights.Scales[i], -Limit, Limit);
        }

        ReadOnlySpan<float> output = SpeechWeights.Output;
        float logit = output[^1];
        for (int unit = 0; unit < output.Length - 1; unit++)
        {
            logit += output[unit] * Hidden(inputs, SpeechWeights.Hidden.Slice(unit * (inputs.Length + 1), inputs.Length + 1));
        }

        return logit;
    }

    private static float Hidden(ReadOnlySpan<float> inputs, ReadOnlySpan<float> weights)
    {
        float sum = weights[^1];
        for (int i = 0; i < inputs.Length; i++)
        {
            sum += weights[i] * inputs[i];
        }

        return MathF.Tanh(sum);
    }
}
