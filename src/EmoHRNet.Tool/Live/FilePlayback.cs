using System.Diagnostics;
using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;

namespace EmoHRNet.Tool.Live;

/// <summary>Plays a file in real time, as if it came from a microphone.</summary>
internal sealed class FilePlayback : ILiveSource
{
    private const double BlockSeconds = 0.1;

    private readonly string _path;
    private readonly double _speed;
    private readonly AudioReadOptions _reading;

    public FilePlayback(string path, double speed, AudioReadOptions reading)
    {
        if (!(speed > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "Expected a speed above 0.");
        }

        (_path, _speed, _reading) = (path, speed, reading);
        using AudioReader reader = AudioReader.Open(path, reading);
        SampleRate = reader.SampleRate;
    }

    public int SampleRate { get; }

    public async IAsyncEnumerable<ReadOnlyMemory<float>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using AudioReader reader = AudioReader.Open(_path, _reading);
        ChannelMixer mixer = new(ChannelMix.Average);
        long start = Stopwatch.GetTimestamp();
        await foreach (Waveform block in reader.ReadBlocksAsync((int)(BlockSeconds * SampleRate), cancellationToken))
        {
            TimeSpan due = TimeSpan.FromSeconds((double)reader.Position / SampleRate / _speed);
            TimeSpan wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken);
            }

            yield return mixer.Mix(block);
        }
    }
}
