using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Evaluation.Robustness;

/// <summary>
/// The standard conditions under which models are compared. Noise levels are relative to the active speech level (ITU-T P.56).
/// </summary>
public static class TestConditions
{
    private const int Rate = 16_000;

    /// <summary>The number of conditions in <see cref="Standard"/>, including invariances.</summary>
    public const int StandardCount = 24;

    /// <summary>The standard set: nineteen conditions whose accuracy is averaged, then five invariances.</summary>
    /// <param name="speech">Clips of other voices at 16 kHz, for babble; at least one.</param>
    public static IReadOnlyList<TestCondition> Standard(IEnumerable<float[]> speech)
    {
        BabbleNoise babble = new(Rate, speech, 5, 5);
        return
        [
            Noise("white-20", "white noise 20 dB below the voice", new WhiteNoise(), 20),
            Noise("white-10", "white noise 10 dB below the voice", new WhiteNoise(), 10),
            Noise("white-0", "white noise as loud as the voice", new WhiteNoise(), 0),
            Noise("pink-10", "pink noise 10 dB below the voice", new PinkNoise(), 10),
            Noise("babble-20", "five other voices, together 20 dB below", babble, 20),
            Noise("babble-10", "five other voices, together 10 dB below", babble, 10),
            Noise("hum-10", "mains hum 10 dB below the voice", new MainsHum(), 10),
            Room("room", "a living room: 0.5 s, 80 m³, the talker at 1.5 m", 0.5, 1.5, 80),
            Room("hall", "a small hall: 1.2 s, 600 m³, the talker at 4 m", 1.2, 4, 600),
            new("telephone", "a telephone line, mu-law", new Telephone(new TelephoneOptions { Codings = [Companding.MuLaw], MaximumPacketLoss = 0 })),
            new("telephone-loss", "a telephone line, A-law, up to 10% of packets lost", new Telephone(new TelephoneOptions { Codings = [Companding.ALaw], MaximumPacketLoss = 0.1 })),
            new("opus-16", "a call, Opus at 16 kbit/s", new OpusCall(new OpusOptions { MinimumKilobits = 16, MaximumKilobits = 16, MaximumPacketLoss = 0 })),
            new("opus-6-loss", "a poor call, Opus at 6 kbit/s, up to 10% of packets lost", new OpusCall(new OpusOptions { MinimumKilobits = 6, MaximumKilobits = 6, MaximumPacketLoss = 0.1 })),
            new("clipping-12", "overdriven by 12 dB", new Clipping(new ClippingOptions { MinimumDecibels = 12, MaximumDecibels = 12 })),
            Microphone("muffled", "a dull microphone: -4 dB an octave", -4),
            Microphone("thin", "a thin microphone: +4 dB an octave", 4),
            Level("level-20", "20 dB quieter", -20),
            Level("level-40", "40 dB quieter", -40),
            new("surrounded", "two seconds of noise 40 dB below the voice on each side", Surround),
            new("silence-around", "one second of silence on each side", (clip, _) => WithSilence(clip, 1), isInvariance: true),
            new("offset", "a constant of 5% of full scale added", (clip, _) => Map(clip, sample => sample + 0.05f), isInvariance: true),
            new("stereo", "the same in two channels", (clip, _) => new Waveform(clip.SampleRate, clip.ToMono().Channel(0).ToArray(), clip.ToMono().Channel(0).ToArray()), isInvariance: true),
            new("rate-24", "resampled to 24 kHz", (clip, _) => clip.Resample(24_000), isInvariance: true),
            new("rate-48", "resampled to 48 kHz", (clip, _) => clip.Resample(48_000), isInvariance: true),
        ];
    }

    /// <summary>
    /// Your own noise, 20 and 10 dB below the voice: recordings of the place where a model will be used. Additional to the standard set.
    /// </summary>
    /// <param name="folder">A folder with recordings of noise; each clip is mixed with a random part of one of them.</param>
    /// <exception cref="ArgumentException">The folder holds no recording.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="AudioFormatException">A recording cannot be read.</exception>
    public static IReadOnlyList<TestCondition> RecordedNoise(string folder)
    {
        RecordedNoise noise = new(Rate, WorldRecordings.LoadFolder(folder, Rate));
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return
        [
            Noise("recorded-20", $"recorded noise ({name}) 20 dB below the voice", noise, 20, isAdditional: true),
            Noise("recorded-10", $"recorded noise ({name}) 10 dB below the voice", noise, 10, isAdditional: true),
        ];
    }

    private static TestCondition Noise(string name, string description, INoiseSource source, double decibels, bool isAdditional = false) =>
        new(name, description, new NoiseInjection(AtRatio(decibels), source)) { IsAdditional = isAdditional };

    private static NoiseInjectionOptions AtRatio(double decibels) =>
        new() { MinimumDecibels = decibels, MaximumDecibels = decibels, Reference = SpeechReference.ActiveSpeech };

    private static TestCondition Room(string name, string description, double seconds, double meters, double volume) =>
        new(name, description, new RoomReverberation(new RoomOptions
        {
            MinimumSeconds = seconds,
            MaximumSeconds = seconds,
            MinimumMeters = meters,
            MaximumMeters = meters,
            MinimumVolume = volume,
            MaximumVolume = volume,
        }));

    private static TestCondition Microphone(string name, string description, double tilt) =>
        new(name, description, new Microphone(new MicrophoneOptions { MinimumTilt = tilt, MaximumTilt = tilt, MaximumOffset = 0 }));

    private static TestCondition Level(string name, string description, double decibels)
    {
        float gain = (float)Math.Pow(10, decibels / 20);
        return new(name, description, (clip, _) => Map(clip, sample => gain * sample));
    }

    private static Waveform Surround(Waveform clip, Random random)
    {
        Waveform longer = WithSilence(clip.ToMono(), 2);
        NoiseInjection noise = new(AtRatio(40), new WhiteNoise());
        return new Waveform(longer.SampleRate, noise.Apply(longer.Channel(0), longer.SampleRate, random));
    }

    private static Waveform WithSilence(Waveform clip, double seconds)
    {
        float[] silence = new float[(int)(seconds * clip.SampleRate)];
        return Channels(clip, samples => [.. silence, .. samples, .. silence]);
    }

    private static Waveform Map(Waveform clip, Func<float, float> change) => Channels(clip, samples => Array.ConvertAll(samples, sample => change(sample)));

    private static Waveform Channels(Waveform clip, Func<float[], float[]> change) =>
        new(clip.SampleRate, [.. Enumerable.Range(0, clip.ChannelCount).Select(channel => change(clip.Channel(channel).ToArray()))]);
}
