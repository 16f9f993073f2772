using System.Runtime.CompilerServices;
using EmoHRNet.Audio;

namespace EmoHRNet.Samples.WebApi.Uploads;

/// <summary>An upload that is decoded second by second; the first second is decoded already, so it is known to be audio.</summary>
internal sealed class UploadedRecording : IDisposable
{
    private readonly AudioReader _reader;
    private readonly Waveform _first;

    /// <param name="reader">The reader, positioned after the first second; disposed with this.</param>
    /// <param name="first">The first second.</param>
    public UploadedRecording(AudioReader reader, Waveform first) => (_reader, _first) = (reader, first);

    public int SampleRate => _reader.SampleRate;

    public int ChannelCount => _reader.ChannelCount;

    /// <summary>The length; null if it is known only at the end.</summary>
    public double? StatedSeconds => (double?)_reader.SampleCount / SampleRate;

    /// <summary>The length decoded so far.</summary>
    public double SecondsRead => (double)_reader.Position / SampleRate;

    /// <summary>Notes about unusual content so far.</summary>
    public IReadOnlyList<string> Notes => _reader.Notes;

    /// <summary>All samples, a second at a time; may be called once.</summary>
    public async IAsyncEnumerable<Waveform> ReadBlocksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return _first;
        await foreach (Waveform block in _reader.ReadBlocksAsync(SampleRate, cancellationToken))
        {
            yield return block;
        }
    }

    public void Dispose() => _reader.Dispose();
}
