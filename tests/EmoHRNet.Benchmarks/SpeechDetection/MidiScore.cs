using System.Buffers.Binary;

namespace EmoHRNet.Benchmarks.SpeechDetection;

/// <summary>Collects notes and writes them as a standard MIDI file (format 0).</summary>
internal sealed class MidiScore
{
    /// <summary>The resolution of times: ticks per quarter note.</summary>
    public const int TicksPerBeat = 480;

    private readonly List<(int Tick, byte[] Bytes)> _events = [];

    public void Tempo(int tick, double beatsPerMinute)
    {
        int microseconds = (int)(60_000_000 / beatsPerMinute);
        _events.Add((tick, [0xFF, 0x51, 3, (byte)(microseconds >> 16), (byte)(microseconds >> 8), (byte)microseconds]));
    }

    public void Program(int tick, int channel, int program) => _events.Add((tick, [(byte)(0xC0 | channel), (byte)program]));

    public void Control(int tick, int channel, int controller, int value) =>
        _events.Add((tick, [(byte)(0xB0 | channel), (byte)controller, (byte)Math.Clamp(value, 0, 127)]));

    /// <param name="semitones">How far the pitch is bent, -2 to 2.</param>
    public void Bend(int tick, int channel, double semitones)
    {
        int value = Math.Clamp((int)(8192 + (semitones * 4096)), 0, 16_383);
        _events.Add((tick, [(byte)(0xE0 | channel), (byte)(value & 127), (byte)(value >> 7)]));
    }

    public void Note(int tick, int ticks, int channel, int key, int velocity)
    {
        if (key is < 0 or > 127)
        {
            return;
        }

        _events.Add((tick, [(byte)(0x90 | channel), (byte)key, (byte)Math.Clamp(velocity, 1, 127)]));
        _events.Add((tick + Math.Max(1, ticks), [(byte)(0x80 | channel), (byte)key, 0]));
    }

    public void Write(string path)
    {
        List<byte> track = [];
        int last = 0;
        // Of the events of one tick, the ends of notes come first.
        foreach ((int tick, byte[] bytes) in _events.OrderBy(each => each.Tick).ThenBy(each => (each.Bytes[0] & 0xF0) switch { 0x80 => 0, 0x90 => 2, _ => 1 }))
        {
            AddLength(track, tick - last);
            track.AddRange(bytes);
            last = tick;
        }

        track.AddRange([0, 0xFF, 0x2F, 0]);
        byte[] header = [.. "MThd"u8, 0, 0, 0, 6, 0, 0, 0, 1, TicksPerBeat >> 8, TicksPerBeat & 255, .. "MTrk"u8, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(^4), track.Count);
        File.WriteAllBytes(path, [.. header, .. track]);
    }

    private static void AddLength(List<byte> track, int ticks)
    {
        for (int shift = 21; shift > 0; shift -= 7)
        {
            if (ticks >> shift != 0)
            {
                track.Add((byte)(0x80 | ((ticks >> shift) & 127)));
            }
        }

        track.Add((byte)(ticks & 127));
    }
}
