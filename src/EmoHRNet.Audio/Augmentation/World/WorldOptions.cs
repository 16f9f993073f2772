using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.World;

/// <summary>The conditions between a speaker's mouth and the classifier, each applied with a probability. Null ones are not applied.</summary>
/// <remarks>
/// They are applied in the order of the signal path: silence around the utterance, room, noise, babble, hum, microphone, clipping,
/// telephone, internet call, lossy file. They are drawn independently, so several may be combined.
/// </remarks>
public sealed record WorldOptions : ValidatedOptions
{
    private static readonly NoiseInjectionOptions Voice = new() { Reference = SpeechReference.ActiveSpeech };

    /// <summary>All conditions but lossy files, as frequent and as strong as everyday recordings suggest.</summary>
    public static WorldOptions Everyday { get; } = new()
    {
        Surroundings = new SurroundingsOptions(),
        Room = new RoomOptions(),
        Noise = Voice with { MinimumDecibels = 0, MaximumDecibels = 30 },
        Babble = Voice with { MinimumDecibels = 5, MaximumDecibels = 25 },
        Hum = Voice with { MinimumDecibels = 5, MaximumDecibels = 30 },
        Microphone = new MicrophoneOptions(),
        Clipping = new ClippingOptions(),
        Telephone = new TelephoneOptions(),
        Opus = new OpusOptions(),
    };

    /// <summary>The share of utterances that are left unchanged, 0 to 1. Default 0.1.</summary>
    public double CleanShare { get; init; } = 0.1;

    /// <summary>Silence before and after the utterance. Default none.</summary>
    public SurroundingsOptions? Surroundings { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.3.</summary>
    public double SurroundingsProbability { get; init; } = 0.3;

    /// <summary>Room reverberation. Default none.</summary>
    public RoomOptions? Room { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.35.</summary>
    public double RoomProbability { get; init; } = 0.35;

    /// <summary>A folder of recorded impulse responses, searched recursively; null (the default) for synthetic rooms only.</summary>
    public string? RoomFolder { get; init; }

    /// <summary>Noise: white, pink, recorded if a folder is given, and the caller's sources, all equally likely. Default none.</summary>
    public NoiseInjectionOptions? Noise { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.4.</summary>
    public double NoiseProbability { get; init; } = 0.4;

    /// <summary>A folder of recorded noise, searched recursively; null (the default) for white and pink noise only.</summary>
    public string? NoiseFolder { get; init; }

    /// <summary>Babble: other people talking, made from other training clips. Default none.</summary>
    public NoiseInjectionOptions? Babble { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.2.</summary>
    public double BabbleProbability { get; init; } = 0.2;

    /// <summary>Mains hum. Default none.</summary>
    public NoiseInjectionOptions? Hum { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.15.</summary>
    public double HumProbability { get; init; } = 0.15;

    /// <summary>Another microphone. Default none.</summary>
    public MicrophoneOptions? Microphone { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.4.</summary>
    public double MicrophoneProbability { get; init; } = 0.4;

    /// <summary>Clipping. Default none.</summary>
    public ClippingOptions? Clipping { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.08.</summary>
    public double ClippingProbability { get; init; } = 0.08;

    /// <summary>A telephone line. Default none.</summary>
    public TelephoneOptions? Telephone { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.2.</summary>
    public double TelephoneProbability { get; init; } = 0.2;

    /// <summary>An internet call. Default none.</summary>
    public OpusOptions? Opus { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.2.</summary>
    public double OpusProbability { get; init; } = 0.2;

    /// <summary>A lossy file, made by ffmpeg. Default none; not part of <see cref="Everyday"/>, which thus runs everywhere.</summary>
    public RecodedFileOptions? RecodedFile { get; init; }

    /// <summary>Its probability, 0 to 1. Default 0.1.</summary>
    public double RecodedFileProbability { get; init; } = 0.1;

    /// <summary>
    /// The number of versions of each utterance computed before the first epoch: the first unchanged, the others with conditions applied.
    /// Each epoch takes one of them at random. 2 to 1000, or 0 to compute a new version in every epoch. Default 4.
    /// </summary>
    public int Versions { get; init; } = 4;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems
            .Range(nameof(CleanShare), CleanShare, 0, 1)
            .Range(nameof(SurroundingsProbability), SurroundingsProbability, 0, 1)
            .Range(nameof(RoomProbability), RoomProbability, 0, 1)
            .Range(nameof(NoiseProbability), NoiseProbability, 0, 1)
            .Range(nameof(BabbleProbability), BabbleProbability, 0, 1)
            .Range(nameof(HumProbability), HumProbability, 0, 1)
            .Range(nameof(MicrophoneProbability), MicrophoneProbability, 0, 1)
            .Range(nameof(ClippingProbability), ClippingProbability, 0, 1)
            .Range(nameof(TelephoneProbability), TelephoneProbability, 0, 1)
            .Range(nameof(OpusProbability), OpusProbability, 0, 1)
            .Range(nameof(RecodedFileProbability), RecodedFileProbability, 0, 1)
            .Require(Versions is 0 or (>= 2 and <= 1000), nameof(Versions), Versions, "0, or 2 to 1000")
            .Require(RoomFolder is null || Room is not null, nameof(RoomFolder), RoomFolder, $"null without {nameof(Room)}")
            .Require(NoiseFolder is null || Noise is not null, nameof(NoiseFolder), NoiseFolder, $"null without {nameof(Noise)}");
        CollectPartProblems(problems);
    }

    private void CollectPartProblems(OptionProblems problems)
    {
        Collect(nameof(Surroundings), Surroundings is { } surroundings ? surroundings.CollectProblems : null);
        Collect(nameof(Room), Room is { } room ? room.CollectProblems : null);
        Collect(nameof(Noise), Noise is { } noise ? noise.CollectProblems : null);
        Collect(nameof(Babble), Babble is { } babble ? babble.CollectProblems : null);
        Collect(nameof(Hum), Hum is { } hum ? hum.CollectProblems : null);
        Collect(nameof(Microphone), Microphone is { } microphone ? microphone.CollectProblems : null);
        Collect(nameof(Clipping), Clipping is { } clipping ? clipping.CollectProblems : null);
        Collect(nameof(Telephone), Telephone is { } telephone ? telephone.CollectProblems : null);
        Collect(nameof(Opus), Opus is { } opus ? opus.CollectProblems : null);
        Collect(nameof(RecodedFile), RecodedFile is { } file ? file.CollectProblems : null);

        void Collect(string name, Action<OptionProblems>? collect)
        {
            if (collect is not null)
            {
                problems.Nested(name, collect);
            }
        }
    }
}
