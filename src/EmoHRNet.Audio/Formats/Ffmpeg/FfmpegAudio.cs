using System.Globalization;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Formats.Ffmpeg;

/// <summary>The samples that ffmpeg writes, checked against its log.</summary>
internal sealed class FfmpegAudio : DecodedAudio
{
    /// <summary>Tolerated difference: containers round durations, and codecs drop a frame at either end.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.25);

    private const double RelativeTolerance = 0.02;

    private readonly FfmpegProcess _process;
    private readonly ByteSource _output;
    private long _position;
    private bool _ended;

    /// <param name="process">The process; disposed with this object.</param>
    /// <param name="output">Its output, at the first sample.</param>
    /// <param name="header">The header of its output.</param>
    public FfmpegAudio(FfmpegProcess process, ByteSource output, AudioHeader header)
        : base(header.Format.SampleRate, header.Format.ChannelCount) =>
        (_process, _output) = (process, output);

    public override int Read(Span<float> interleaved)
    {
        int read = _ended ? 0 : _output.Read(MemoryMarshal.AsBytes(interleaved));
        int count = read / sizeof(float) / ChannelCount * ChannelCount;
        if (!BitConverter.IsLittleEndian)
        {
            ByteOrder.Swap(MemoryMarshal.AsBytes(interleaved[..count]), sizeof(float));
        }

        _position += count / ChannelCount;
        if (count == 0 && !_ended)
        {
            _ended = true;
            CheckEnd();
        }

        return count;
    }

    public override void Cancel() => _process.Kill();

    protected override void Dispose(bool disposing)
    {
        _process.Dispose();
        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        _process.ThrowIfFailed();
        TimeSpan read = TimeSpan.FromSeconds((double)_position / SampleRate);
        if (_process.Report.StatedDuration is { } stated && stated - read > Tolerance + (RelativeTolerance * stated))
        {
            throw new AudioFormatException(
                $"{_process.AudioName}: the file states {Text(stated)} s and {Text(read)} s could be decoded; it is truncated.");
        }
    }

    private static string Text(TimeSpan time) => time.TotalSeconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
