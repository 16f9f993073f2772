using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Evaluation.Robustness;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>The conditions under which recall of speech is measured: noise 5 dB below the voice, and the conditions of model evaluation.</summary>
internal static class DetectorConditions
{
    private static readonly string[] Standard =
    [
        "white-10", "room", "hall", "telephone", "telephone-loss", "opus-16", "opus-6-loss", "clipping-12", "muffled", "thin", "level-40", "surrounded", "offset", "rate-48",
    ];

    /// <param name="speech">Clips for babble.</param>
    /// <param name="sounds">Sounds other than speech, for noise.</param>
    public static IReadOnlyList<TestCondition> Create(float[][] speech, float[][] sounds) =>
    [
        new("clean", "as it is", (clip, _) => clip),
        Noise("white-5", new WhiteNoise()),
        Noise("pink-5", new PinkNoise()),
        Noise("babble-5", new BabbleNoise(DetectorRecordings.Rate, speech, 5, 5)),
        Noise("sounds-5", new RecordedNoise(DetectorRecordings.Rate, sounds)),
        Noise("hum-5", new MainsHum()),
        .. TestConditions.Standard(speech).Where(condition => Standard.Contains(condition.Name)),
    ];

    private static TestCondition Noise(string name, INoiseSource source) => new(
        name, "noise 5 dB below the voice",
        new NoiseInjection(new NoiseInjectionOptions { MinimumDecibels = 5, MaximumDecibels = 5, Reference = SpeechReference.ActiveSpeech }, source));
}
