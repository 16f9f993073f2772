using System.Globalization;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Functionals;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Features.Articulation;

/// <summary>Compares articulation and functionals with Praat's values for the same recordings.</summary>
public sealed class PraatTests
{
    private const string Missing = "Praat is not on this machine (Debian's package praat).";

    // A line per 10 ms: pitch, harmonics-to-noise ratio, F1 to F4, by Praat's standard settings.
    private const string Frames = """
        pitch = noprogress To Pitch: 0.01, 60, 500
        selectObject: sound
        formant = noprogress To Formant (burg): 0.01, 5, 5500, 0.025, 50
        selectObject: sound
        harmonicity = noprogress To Harmonicity (ac): 0.01, 60, 0.1, 4.5
        selectObject: sound
        duration = Get total duration
        for t from 0 to floor(duration / 0.01)
            selectObject: pitch
            hertz = Get value at time: t * 0.01, "Hertz", "linear"
            selectObject: harmonicity
            ratio = Get value at time: t * 0.01, "linear"
            selectObject: formant
            f1 = Get value at time: 1, t * 0.01, "hertz", "linear"
            f2 = Get value at time: 2, t * 0.01, "hertz", "linear"
            f3 = Get value at time: 3, t * 0.01, "hertz", "linear"
            f4 = Get value at time: 4, t * 0.01, "hertz", "linear"
            appendInfoLine: hertz, tab$, ratio, tab$, f1, tab$, f2, tab$, f3, tab$, f4
        endfor
        """;

    // One line: jitter and shimmer of the whole recording.
    private const string Perturbation = """
        points = noprogress To PointProcess (periodic, cc): 60, 500
        jitter = Get jitter (local): 0, 0, 0.0001, 0.02, 1.3
        selectObject: sound
        plusObject: points
        shimmer = Get shimmer (local_dB): 0, 0, 0.0001, 0.02, 1.3, 1.6
        appendInfoLine: jitter, tab$, shimmer
        """;

    /// <summary>Every third clip of the small corpus, which has all emotions and actors.</summary>
    private static string[] Clips
    {
        get
        {
            string? folder = SharedData.PathOrNull("corpora", "ravdess-mini");
            Assert.SkipWhen(folder is null, "The reference speech is not on this machine.");
            return [.. Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Where((_, i) => i % 3 == 0)];
        }
    }

    [Fact]
    public void Track_RealSpeech_HasThePitchFormantsAndHarmonicityOfPraat()
    {
        List<(double Ours, double Theirs)>[] medians = [.. Enumerable.Range(0, 6).Select(_ => new List<(double, double)>())];
        foreach (string clip in Clips)
        {
            Waveform waveform = Waveform.Load(clip);
            ProsodyFrame[] prosody = new ProsodyTracker(waveform.SampleRate, waveform.SampleRate / 100).Track(waveform.Channel(0));
            ArticulationFrame[] frames = new ArticulationTracker(waveform.SampleRate, waveform.SampleRate / 100).Track(waveform.Channel(0));
            double[][] praat = Run(clip, Frames);
            int[] common = [.. Enumerable.Range(0, Math.Min(frames.Length, praat.Length)).Where(i => frames[i].IsVoiced && praat[i].All(double.IsFinite))];
            Assert.True(common.Length > 20, $"{clip}: {common.Length} frames are voiced for both");
            for (int figure = 0; figure < medians.Length; figure++)
            {
                medians[figure].Add((
                    Median(common.Select(i => Figures(prosody[i], frames[i])[figure])), Median(common.Select(i => praat[i][figure]))));
            }
        }

        AssertAgree("pitch", medians[0], typical: 0.01, worst: 0.03);
        AssertAgree("F1", medians[2], typical: 0.03, worst: 0.12);
        AssertAgree("F2", medians[3], typical: 0.03, worst: 0.08);
        AssertAgree("F3", medians[4], typical: 0.03, worst: 0.08);
        AssertAgree("F4", medians[5], typical: 0.03, worst: 0.08);
        Assert.InRange(Correlation(medians[1]), 0.9, 1);
        Assert.Equal(medians[1].Average(m => m.Theirs), medians[1].Average(m => m.Ours), 1.5);
    }

    [Fact]
    public void Extract_RealSpeech_HasThePitchAndFormantsOfPraat()
    {
        EGemapsExtractor extractor = new();
        List<(double Ours, double Theirs)>[] figures = [.. Enumerable.Range(0, 3).Select(_ => new List<(double, double)>())];
        foreach (string clip in Clips.Where((_, i) => i % 2 == 0))
        {
            Dictionary<string, float> values = EGemapsExtractor.Names.Zip(extractor.Extract(Waveform.Load(clip))).ToDictionary(p => p.First, p => p.Second);
            double[][] voiced = [.. Run(clip, Frames).Where(row => row.All(double.IsFinite))];
            figures[0].Add((27.5 * Math.Pow(2, values["F0semitoneFrom27.5Hz_sma3nz_percentile50.0"] / 12), Median(voiced.Select(row => row[0]))));
            figures[1].Add((values["F1frequency_sma3nz_amean"], voiced.Average(row => row[2])));
            figures[2].Add((values["F2frequency_sma3nz_amean"], voiced.Average(row => row[3])));
        }

        // Praat decides differently which frames are voiced, so values of whole utterances agree less than values of common frames.
        AssertAgree("pitch", figures[0], typical: 0.03, worst: 0.25);
        AssertAgree("F1", figures[1], typical: 0.06, worst: 0.35);
        AssertAgree("F2", figures[2], typical: 0.04, worst: 0.15);
    }

    // Random, because alternating pulses have twice the period, which Praat would find.
    [Theory]
    [InlineData(0.01, 0.5, 120)]
    [InlineData(0.02, 1, 180)]
    public void Track_PulsesOfRandomPerturbation_HaveTheJitterAndShimmerOfPraat(double jitter, double decibels, double pitch)
    {
        Random random = new(11);
        double[] deviations = [.. Enumerable.Range(0, 1_000).Select(_ => (2 * random.NextDouble()) - 1)];
        float[] samples = Vowel.Pulses(
            i => (1 + (jitter * deviations[2 * i])) / pitch, i => Math.Pow(10, decibels * deviations[(2 * i) + 1] / 20), 2);
        double[] praat = Run(samples, Perturbation)[0];
        ArticulationFrame[] voiced = [.. new ArticulationTracker(16_000, 160).Track(samples).Where(f => f.IsVoiced)];
        Assert.Equal(praat[0], voiced.Average(f => f.Voice.Jitter), 0.15 * praat[0]);
        Assert.Equal(praat[1], voiced.Average(f => f.Voice.Shimmer), 0.15 * praat[1]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("i")]
    public void Track_Vowel_HasTheCenterOfGravityOfPraat(string name)
    {
        float[] samples = Vowel.Cascade(Vowel.Named(name), 120, 1);
        double praat = Run(samples, """
            part = Extract part: 0.48, 0.52, "Hanning", 1, "no"
            spectrum = To Spectrum: "no"
            center = Get centre of gravity: 2
            appendInfoLine: center
            """)[0][0];
        Assert.Equal(praat, new ArticulationTracker(16_000, 160).Track(samples)[50].Spectrum.Centroid, 0.02 * praat);
    }

    private static double[][] Run(float[] samples, string script)
    {
        using TemporaryFolder folder = new();
        new Waveform(16_000, samples).Save(folder["signal.wav"]);
        return Run(folder["signal.wav"], script);
    }

    private static double[][] Run(string path, string script)
    {
        double[][]? table = Praat.Run($"""
            sound = Read from file: "{path}"
            {script}
            """);
        Assert.SkipWhen(table is null, Missing);
        return table;
    }

    private static double[] Figures(ProsodyFrame prosody, ArticulationFrame frame) =>
        [prosody.Pitch, frame.Voice.HarmonicsToNoise, frame.F1.Frequency, frame.F2.Frequency, frame.F3.Frequency, frame.F4.Frequency];

    private static void AssertAgree(string name, List<(double Ours, double Theirs)> figures, double typical, double worst)
    {
        double[] differences = [.. figures.Select(f => Math.Abs((f.Ours / f.Theirs) - 1)).Order()];
        Assert.True(
            Median(differences) < typical && differences[^1] < worst,
            string.Create(CultureInfo.InvariantCulture, $"{name} differs by {Median(differences):P1} typically, {differences[^1]:P1} at worst"));
    }

    private static double Correlation(List<(double Ours, double Theirs)> figures)
    {
        (double ours, double theirs) = (figures.Average(f => f.Ours), figures.Average(f => f.Theirs));
        double covariance = figures.Sum(f => (f.Ours - ours) * (f.Theirs - theirs));
        return covariance / Math.Sqrt(figures.Sum(f => Math.Pow(f.Ours - ours, 2)) * figures.Sum(f => Math.Pow(f.Theirs - theirs, 2)));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
