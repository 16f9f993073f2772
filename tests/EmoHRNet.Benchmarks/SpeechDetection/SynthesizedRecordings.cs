using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>
/// Makes recordings with free synthesizers, always the same ones: music of random scores with FluidSynth, and words and sentences with
/// eSpeak NG, Flite and Festival. Debian packages: fluidsynth, fluid-soundfont-gm, espeak-ng, flite, festival and festvox-*.
/// </summary>
/// <param name="folder">The folder of the corpora, in which the folders <c>scores</c> and <c>voices</c> are made.</param>
internal sealed class SynthesizedRecordings(string folder)
{
    private const string SoundFont = "/usr/share/sounds/sf2/FluidR3_GM.sf2";
    private const int Scores = 32;
    private const int Pieces = 16; // of a score
    private const double PieceSeconds = 8;
    private const int EspeakClips = 700;
    private const int FliteClips = 160;
    private const int FestivalClips = 16; // of a voice

    private static readonly string[] Languages =
    [
        "en-us", "en-gb", "en-gb-scotland", "de", "fr-fr", "es", "es-419", "it", "pt", "pt-br", "nl", "sv", "nb", "da", "fi", "pl", "cs", "sk",
        "hu", "ro", "bg", "ru", "uk", "el", "tr", "ar", "fa", "hi", "bn", "ta", "te", "cmn", "yue", "ja", "ko", "vi", "id", "sw", "eo", "ka",
    ];

    private static readonly string[] Variants =
        ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "f1", "f2", "f3", "f4", "f5", "croak", "klatt", "klatt2", "klatt3", "klatt4"];

    private static readonly string[] FliteVoices = ["kal", "kal16", "awb", "rms", "slt"];

    private static readonly string[] FestivalVoices =
    [
        "ked_diphone", "cmu_us_slt_arctic_hts", "czech_dita", "czech_krb", "czech_machac", "czech_ph",
        "hy_fi_mv_diphone", "suo_fi_lj_diphone", "lp_diphone", "pc_diphone", "upc_ca_ona_hts",
    ];

    /// <summary>Makes both folders anew.</summary>
    public void Create()
    {
        CreateScores(Directory.CreateDirectory(Path.Combine(folder, "scores")).FullName);
        CreateVoices(Directory.CreateDirectory(Path.Combine(folder, "voices")).FullName);
    }

    private static void CreateScores(string place) => Parallel.For(0, Scores, i =>
    {
        string wave = Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"score-{i:00}.wav")), notes = Path.ChangeExtension(wave, ".mid");
        new RandomScore(new Random(i)).Compose(Pieces, PieceSeconds).Write(notes);
        Start("fluidsynth", ["-ni", "-q", "-r", "32000", "-g", "0.5", "-O", "s16", "-T", "wav", "-F", wave, SoundFont, notes]);
        File.Delete(notes);
    });

    private static void CreateVoices(string place)
    {
        Parallel.For(0, EspeakClips, i =>
        {
            Random random = new(i);
            string voice = Languages[i % Languages.Length] + "+" + Variants[random.Next(Variants.Length)];
            string speed = random.Next(110, 220).ToString(CultureInfo.InvariantCulture), pitch = random.Next(15, 85).ToString(CultureInfo.InvariantCulture);
            Start("espeak-ng", ["-v", voice, "-s", speed, "-p", pitch, "-w", Name(place, "espeak", i), Text(random)]);
        });
        Parallel.For(0, FliteClips, i => Start(
            "flite", ["-voice", FliteVoices[i % FliteVoices.Length], "-t", Text(new Random(10_000 + i)), "-o", Name(place, "flite", i)]));
        Parallel.ForEach(FestivalVoices, voice => Festival(place, voice));
    }

    private static void Festival(string place, string voice)
    {
        StringBuilder script = new($"(voice_{voice})\n");
        for (int i = 0; i < FestivalClips; i++)
        {
            script.Append(
                CultureInfo.InvariantCulture, $"(utt.save.wave (utt.synth (Utterance Text \"{Text(new Random(20_000 + i))}\")) \"{Name(place, voice, i)}\")\n");
        }

        string path = Path.Combine(place, voice + ".scm");
        File.WriteAllText(path, script.ToString());
        Start("festival", ["-b", path]);
        File.Delete(path);
    }

    private static string Name(string place, string voice, int i) => Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{voice}-{i:000}.wav"));

    /// <summary>One to six words of random syllables: every language reads them in its own sounds.</summary>
    private static string Text(Random random)
    {
        string[] onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "st", "pr", "kl", "tr", "sp", "", ""];
        string[] nuclei = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ai", "ie"];
        string[] codas = ["", "", "", "n", "s", "r", "l", "t", "m", "k"];
        int words = random.Next(3) != 0 ? 1 : random.Next(2, 7);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => onsets[random.Next(onsets.Length)] + nuclei[random.Next(nuclei.Length)] + codas[random.Next(codas.Length)]))));
    }

    private static void Start(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed with {process.ExitCode}: {errors}");
        }
    }
}
