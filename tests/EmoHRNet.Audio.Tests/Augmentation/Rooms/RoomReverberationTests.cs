using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Rooms;

public class RoomReverberationTests
{
    private const int Rate = 16_000;

    [Fact]
    public void Apply_RecordedRoomOfOneEcho_IsTheUtteranceAndItsEcho()
    {
        float[] samples = [.. Signals.Sine(4000, Rate, 440, 0.3f), .. new float[4000]];
        float[] response = new float[1100];
        (response[20], response[1020]) = (1, 0.5f);
        RoomReverberation room = new(new RoomOptions { RecordedShare = 1 }, new RecordedRooms(Rate, [response]));

        float[] heard = room.Apply(samples, Rate, new RandomSource(1));

        double scale = heard[500] / samples[500];
        for (int i = 0; i < samples.Length; i++)
        {
            Assert.Equal(scale * (samples[i] + (i >= 1000 ? 0.5 * samples[i - 1000] : 0)), heard[i], 1e-3);
        }
    }

    [Fact]
    public void Apply_DrawnRoom_KeepsLengthAndSpeechLevelAndFillsThePauses()
    {
        float[] samples = [.. Signals.Sine(8000, Rate, 440, 0.3f), .. new float[8000]];
        RoomReverberation room = new(new RoomOptions { MinimumSeconds = 0.8, MaximumSeconds = 0.8 });

        float[] heard = room.Apply(samples, Rate, new RandomSource(1));

        Assert.Equal(samples.Length, heard.Length);
        Assert.Equal(SpeechLevel.Measure(samples, Rate), SpeechLevel.Measure(heard, Rate), 0.1);
        Assert.True(Signals.Energy(heard[8000..9600]) > 1e-3 * Signals.Energy(heard[..8000]));
    }

    [Fact]
    public void RecordedRooms_NoiseBeforeTheDirectSound_IsCutOff()
    {
        float[] response = [0.01f, -0.02f, 0.01f, 1f, 0.2f];
        RecordedRooms rooms = new(Rate, [response]);
        float[] drawn = rooms.Draw(Rate, new RandomSource(1));
        Assert.Equal(2, drawn.Length);
        Assert.Equal(0.2, drawn[1] / drawn[0], 1e-6);
        Assert.Throws<ArgumentException>(() => rooms.Draw(8000, new RandomSource(1)));
    }

    [Fact]
    public void RecordedRooms_SilentOrNone_Throws()
    {
        Assert.Throws<ArgumentException>(() => new RecordedRooms(Rate, []));
        Assert.Throws<ArgumentException>(() => new RecordedRooms(Rate, [new float[10]]));
    }
}
