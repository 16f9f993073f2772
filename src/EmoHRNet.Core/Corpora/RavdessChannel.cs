namespace EmoHRNet.Corpora;

/// <summary>Which recordings of RAVDESS to use.</summary>
public enum RavdessChannel
{
    /// <summary>Speech: 1440 clips of 24 actors, eight emotions.</summary>
    Speech,

    /// <summary>Song: 1012 clips of 23 actors, six emotions (no disgust, no surprise; actor 18 did not sing).</summary>
    Song,

    /// <summary>Speech and song together: 2452 clips.</summary>
    SpeechAndSong,
}
