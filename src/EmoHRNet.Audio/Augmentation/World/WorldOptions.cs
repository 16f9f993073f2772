using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.World;

/// <summary>What happens to a voice between a mouth and a classifier, each part with a probability. A part that is null does not happen.</summary>
/// <remarks>
/// The parts follow each other as sound travels: silence around the utterance, the room, noise, babble, hum, the microphone, clipping, then
/// the telephone, the call and the file. They are drawn independently, so several may come together.
/// </remarks>
public sealed record WorldOptions : ValidatedOptions
{
    private static readonly NoiseInjectionOptions Voice = new() { Reference = SpeechReference.ActiveSpeech };

    /// <summary>Everything, as often and as strong as recordings of everyday life suggest.</summary>
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

    /// <summary>The share of utterances to which nothing happens, 0 to 1. Default 0.1.</summary>
    public double CleanShare { get; init; } = 0.1;

    /// <summary>Silence before and after the utterance. Default none.</summary>
    public SurroundingsOptions? Surroundings { get; init; }

    /// <summary>How often, 0 to 1. Default 0.3.</summary>
    public double SurroundingsProbability { get; init; } = 0.3;

    /// <summary>A room. Default none.</summary>
    public RoomOptions? Room { get; init; }

    /// <summary>How often, 0 to 1. Default 0.35.</summary>
    public double RoomProbability { get; init; } = 0.35;

    /// <summary>A folder of recorded impulse responses, searched with all folders in it; null (the default) for drawn rooms alone.</summary>
    public string? RoomFolder { get; init; }

    /// <summary>Noise: white, pink, recorded where there is a folder, and sources of the caller, all equally likely. Default none.</summary>
    public NoiseInjectionOptions? Noise { get; init; }

    /// <summary>How often, 0 to 1. Default 0.4.</summary>
    public double NoiseProbability { get; init; } = 0.4;

    /// <summary>A folder of recorded noise, searched with all folders in it; null (the default) for white and pink noise alone.</summary>
    public string? NoiseFolder { get; init; }

    /// <summary>Other people talking, made from other training clips. Default none.</summary>
    public NoiseInjectionOptions? Babble { get; init; }

    /// <summary>How often, 0 to 1. Default 0.2.</summary>
    public double BabbleProbability { get; init; } = 0.2;

    /// <summary>Hum of the mains. Default none.</summary>
    public NoiseInjectionOptions? Hum { get; init; }

    /// <summary>How often, 0 to 1. Default 0.15.</summary>
    public double HumProbability { get; init; } = 0.15;

    /// <summary>Another microphone. Default none.</summary>
    public MicrophoneOptions? Microphone { get; init; }

    /// <summary>How often, 0 to 1. Default 0.4.</summary>
    public double MicrophoneProbability { get; init; } = 0.4;

    /// <summary>Clipping. Default none.</summary>
    public ClippingOptions? Clipping { get; init; }

    /// <summary>How often, 0 to 1. Default 0.08.</summary>
    public double ClippingProbability { get; init; } = 0.08;

    /// <summary>A telephone line. Default none.</summary>
    public TelephoneOptions? Telephone { get; init; }

    /// <summary>How often, 0 to 1. Default 0.2.</summary>
    public double TelephoneProbability { get; init; } = 0.2;

    /// <summary>An internet call. Default none.</summary>
    public OpusOptions? Opus { get; init; }

    /// <summary>How often, 0 to 1. Default 0.2.</summary>
    public double OpusProbability { get; init; } = 0.2;

    /// <summary>A lossy file, made by ffmpeg. Default none; <see cref="Everyday"/> goes without it, so that it runs everywhere.</summary>
    public RecodedFileOptions? RecodedFile { get; init; }

    /// <summary>How often, 0 to 1. Default 0.1.</summary>
    public double RecodedFileProbability { get; init; } = 0.1;

    /// <summary>
    /// How many versions of each utterance are made before the first epoch: the first as it is, the others through the world, each epoch
    /// takes one of them at random. 2 to 1000; 0 makes a new one in every epoch, beside the optimizer's work. Default 4.
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
