using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Features.Prosody;

public sealed class ProsodyTrackerTests
{
    private const int Rate = 16_000;
    private const int Hop = 160;

    [Theory]
    [InlineData(62)]
    [InlineData(100)]
    [InlineData(147.3)]
    [InlineData(261.6)]
    [InlineData(440)]
    [InlineData(490)]
    public void Track_SteadyTone_IsItsFrequency(double frequency) =>
        AssertPitch(TestSignal.Tone(frequency, 1), _ => frequency, 0.005);

    [Theory]
    [InlineData(new[] { 0f, 0.2f, 0.2f, 0.1f, 0.1f })] // no fundamental
    [InlineData(new[] { 0.15f, 0.4f, 0.15f, 0.2f })] // even harmonics stronger: tempts to an octave too high
    [InlineData(new[] { 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f })] // a pulse train: tempts to an octave too low
    [InlineData(new[] { 0.1f, 0.1f, 0.4f, 0.15f, 0.1f })] // a formant on the third harmonic
    public void Track_SpectraThatCauseOctaveErrors_KeepsTheFundamental(float[] amplitudes)
    {
        foreach (double pitch in new[] { 75.0, 110, 180, 240 })
        {
            AssertPitch(TestSignal.Harmonics(_ => pitch, 1, amplitudes), _ => pitch, 0.01);
        }
    }

    [Fact]
    public void Track_Glide_FollowsIt()
    {
        static double Pitch(double t) => 100 * Math.Pow(3, t);
        AssertPitch(TestSignal.Harmonics(Pitch, 1, [0.3f, 0.2f, 0.1f]), Pitch, 0.02);
    }

    [Fact]
    public void Track_Vibrato_FollowsIt()
    {
        static double Pitch(double t) => 200 * (1 + (0.03 * Math.Sin(2 * Math.PI * 5 * t)));
        AssertPitch(TestSignal.Harmonics(Pitch, 1, [0.3f, 0.2f, 0.1f]), Pitch, 0.012);
    }

    [Fact]
    public void Track_ToneInNoise_StillFindsIt()
    {
        float[] tone = TestSignal.Harmonics(_ => 150, 1, [0.3f, 0.2f, 0.1f]);
        float[] noisy = [.. tone.Zip(TestSignal.Noise(tone.Length, amplitude: 0.12f), (t, n) => t + n)];
        ProsodyFrame[] frames = new ProsodyTracker(Rate, Hop).Track(noisy);
        Assert.All(frames[5..^5], frame => Assert.Equal(150, frame.Pitch, 3.0));
    }

    [Fact]
    public void Track_Noise_IsUnvoiced()
    {
        ProsodyFrame[] frames = new ProsodyTracker(Rate, Hop).Track(TestSignal.Noise(Rate));
        Assert.DoesNotContain(frames, f => f.IsVoiced);
    }

    [Fact]
    public void Track_Silence_HasNoPitchVoicingOrEnergy() =>
        Assert.All(new ProsodyTracker(Rate, Hop).Track(new float[Rate]), frame => Assert.Equal(default, frame));

    [Theory]
    [InlineData(1f)]
    [InlineData(0.1f)]
    [InlineData(0.01f)]
    public void Track_Energy_IsTheLevelOfATone(float amplitude)
    {
        ProsodyFrame[] frames = new ProsodyTracker(Rate, Hop).Track(TestSignal.Tone(200, 1, amplitude: amplitude));
        double decibels = 20 * Math.Log10(amplitude / Math.Sqrt(2));
        Assert.All(frames[5..^5], frame => Assert.Equal(1 + (decibels / 80), frame.Energy, 0.003));
    }

    [Fact]
    public void Track_OneSampleOrShorterThanAPeriod_HasAFrameWithoutPitch()
    {
        Assert.Equal(0, Assert.Single(new ProsodyTracker(Rate, Hop).Track([0.5f])).Voicing, 0.3);
        Assert.Single(new ProsodyTracker(Rate, Hop).Track(TestSignal.Noise(100)));
        Assert.Throws<ArgumentException>(() => new ProsodyTracker(Rate, Hop).Track([]));
    }

    [Fact]
    public void Constructor_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProsodyTracker(0, Hop));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProsodyTracker(Rate, 0));
        Assert.Throws<InvalidOptionsException>(() => new ProsodyTracker(Rate, Hop, new ProsodyOptions { MaxPitch = 50 }));
    }

    // RAVDESS: actors with odd numbers are men, with even numbers women.
    [Fact]
    public void Track_RealSpeech_IsPlausibleAndTellsMenFromWomen()
    {
        string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
        Assert.SkipWhen(folder is null, "The reference speech is not on this machine.");
        List<float> men = [];
        List<float> women = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.wav"))
        {
            bool neutralOrCalm = Path.GetFileName(path)[7] is '1' or '2';
            Waveform waveform = Waveform.Load(path);
            ProsodyFrame[] frames = new ProsodyTracker(waveform.SampleRate, waveform.SampleRate / 100).Track(waveform.Channel(0));
            float[] voiced = [.. frames.Where(f => f.IsVoiced).Select(f => f.Pitch)];
            Assert.InRange((double)voiced.Length / frames.Length, 0.05, 0.9);
            Assert.All(voiced, f => Assert.InRange(f, 59, 505));
            if (neutralOrCalm)
            {
                bool man = int.Parse(Path.GetFileNameWithoutExtension(path)[^2..]) % 2 == 1;
                (man ? men : women).AddRange(voiced);
            }
        }

        men.Sort();
        women.Sort();
        Assert.InRange(men[men.Count / 2], 80, 160);
        Assert.InRange(women[women.Count / 2], 150, 280);
    }

    private static void AssertPitch(float[] samples, Func<double, double> expected, double tolerance)
    {
        ProsodyFrame[] frames = new ProsodyTracker(Rate, Hop).Track(samples);
        Assert.Equal(1 + (samples.Length / Hop), frames.Length);
        for (int i = 5; i < frames.Length - 5; i++)
        {
            double pitch = expected((double)i * Hop / Rate);
            Assert.Equal(pitch, frames[i].Pitch, tolerance * pitch);
            Assert.True(frames[i].IsVoiced, $"Frame {i}: {frames[i]}");
        }
    }
}
