namespace EmoHRNet.Audio.Formats;

/// <summary>The samples of one recording, decoded on demand. Only one thread may read at a time.</summary>
public abstract class DecodedAudio : IDisposable
{
    private readonly List<string> _notes = [];

    /// <summary>Sets the sample rate and the number of channels.</summary>
    /// <param name="sampleRate">Samples per second of each channel, 1 to 768,000.</param>
    /// <param name="channelCount">The number of channels, 1 to 1024.</param>
    /// <exception cref="AudioFormatException">One of them is out of range.</exception>
    protected DecodedAudio(int sampleRate, int channelCount)
    {
        AudioHeader.CheckShape("The audio", channelCount, sampleRate);
        (SampleRate, ChannelCount) = (sampleRate, channelCount);
    }

    /// <summary>Samples per second of each channel.</summary>
    public int SampleRate { get; }

    /// <summary>The number of channels.</summary>
    public int ChannelCount { get; }

    /// <summary>What was unusual so far, one readable sentence each; complete after the last sample.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Decodes the next samples.</summary>
    /// <param name="interleaved">
    /// Receives interleaved samples with full scale [-1, 1]; its length is a multiple of <see cref="ChannelCount"/>.
    /// </param>
    /// <returns>The number of values written, a multiple of <see cref="ChannelCount"/>; 0 only at the end.</returns>
    /// <exception cref="AudioFormatException">
    /// The content is damaged from here on. Samples before the damage are returned first, for callers that accept truncated audio.
    /// </exception>
    public abstract int Read(Span<float> interleaved);

    /// <summary>Cancels a <see cref="Read"/> on another thread; does nothing where reads are short.</summary>
    public virtual void Cancel()
    {
    }

    /// <summary>Ends decoding.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the decoder's resources; the content is not disposed.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Adds a sentence to <see cref="Notes"/>, unless it is there already.</summary>
    /// <param name="note">The sentence.</param>
    protected void AddNote(string note)
    {
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }
}
