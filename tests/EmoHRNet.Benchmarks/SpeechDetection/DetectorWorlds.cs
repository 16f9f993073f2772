using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Augmentation.World;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>The places and lines that training examples are heard through.</summary>
internal static class DetectorWorlds
{
    /// <summary>Noise from as loud as the voice to faint, babble, hum, rooms, telephones, calls and clipping.</summary>
    /// <param name="speech">Clips for babble.</param>
    /// <param name="noise">Recorded noise.</param>
    public static WorldAugment Speech(string[] speech, float[][] noise) => new(
        Everyday(0, 25),
        new WorldRecordings(DetectorRecordings.Rate) { Noise = noise, Speech = [.. speech.Take(150).Select(DetectorRecordings.Load)] },
        new SyntheticNoise());

    /// <summary>For sounds other than speech: the same without babble, and more often unchanged.</summary>
    public static WorldAugment Others() => new(
        Everyday(5, 30) with { Babble = null, CleanShare = 0.4, NoiseProbability = 0.2, HumProbability = 0.1 }, new WorldRecordings(DetectorRecordings.Rate));

    private static WorldOptions Everyday(double least, double most)
    {
        NoiseInjectionOptions noise = new() { MinimumDecibels = least, MaximumDecibels = most, Reference = SpeechReference.ActiveSpeech };
        return WorldOptions.Everyday with
        {
            CleanShare = 0.12,
            Surroundings = null,
            Room = new RoomOptions { MaximumSeconds = 1.6, MaximumMeters = 5, MaximumVolume = 900 },
            RoomProbability = 0.55,
            Noise = noise,
            NoiseProbability = 0.5,
            Babble = noise,
            Hum = noise,
            HumProbability = 0.3,
            OpusProbability = 0.12,
        };
    }

    private sealed class SyntheticNoise : INoiseSource
    {
        public void Fill(Span<float> noise, int sampleRate, Random random) =>
            SyntheticSounds.Create((noise.Length + 1.0) / sampleRate, random).AsSpan(0, noise.Length).CopyTo(noise);
    }
}
