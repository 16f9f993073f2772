namespace EmoHRNet.Audio.SpeechDetection;
internal static class SpeechWeights
{
    public static ReadOnlySpan<float> Means => [0f];
    public static ReadOnlySpan<float> Scales => [0f];
    public static ReadOnlySpan<float> Hidden => [0f, 0f];
    public static ReadOnlySpan<float> Output => [0f, 0f];
}
