using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Rooms;

public class RoomImpulseResponseTests
{
    private const int Rate = 16_000;

    // Schroeder (1965): the remaining energy of the response decays like sound in a room after the source is switched off.
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(1.2)]
    public void Create_ReverberationTime_IsWhatSchroederIntegrationMeasures(double seconds)
    {
        double[] measured = [.. Enumerable.Range(0, 8).Select(seed =>
            SchroederSeconds(RoomImpulseResponse.Create(Rate, seconds, 2, 100, new RandomSource(seed))))];

        Assert.Equal(seconds, measured.Average(), 0.06 * seconds);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4)]
    public void Create_Distance_SetsTheRatioOfDirectToReverberantEnergy(double meters)
    {
        float[] response = RoomImpulseResponse.Create(Rate, 0.5, meters, 100, new RandomSource(1));

        // The critical distance of 100 cubic meters and half a second is 0.057 · √200 = 0.806 m.
        double expected = Math.Pow(0.806 / meters, 2);
        Assert.Equal(expected, (double)response[0] * response[0] / Signals.Energy(response[1..]), 0.01 * expected);
    }

    [Fact]
    public void Create_AnyRoom_HasUnitEnergyAndSilenceBetweenDirectSoundAndFirstReflection()
    {
        float[] response = RoomImpulseResponse.Create(Rate, 0.5, 2, 100, new RandomSource(1));

        // Sides of 3.56, 4.74 and 5.93 m: 4 V / S is 2.99 m, 8.7 ms, 139 samples.
        Assert.Equal(1, Signals.Energy(response), 1e-4);
        Assert.All(response[1..138], value => Assert.Equal(0, value));
        Assert.Contains(response[138..150], value => value != 0);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Create_ImpossibleRoom_Throws(double seconds, double meters, double volume) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RoomImpulseResponse.Create(Rate, seconds, meters, volume, new RandomSource(1)));

    // From the time in which the remaining energy falls from 5 to 25 dB below its start (T20 of ISO 3382).
    private static double SchroederSeconds(float[] response)
    {
        double[] left = new double[response.Length];
        double sum = 0;
        for (int i = response.Length - 1; i > 0; i--)
        {
            left[i] = sum += (double)response[i] * response[i];
        }

        int At(double decibels) => Array.FindIndex(left, 1, energy => energy <= left[1] * Math.Pow(10, decibels / 10));
        return 3.0 * (At(-25) - At(-5)) / Rate;
    }
}
