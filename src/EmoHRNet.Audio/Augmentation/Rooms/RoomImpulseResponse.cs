using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Rooms;

/// <summary>A synthetic room impulse response, from the room's reverberation time and volume and the talker's distance.</summary>
/// <remarks>
/// The direct sound arrives at sample 0. Diffuse sound follows: Gaussian noise whose power falls by 60 dB in the reverberation time,
/// starting one mean free path later (4 V / S of a room whose sides are in the ratio 3 : 4 : 5), low-pass filtered because walls absorb
/// high frequencies. The energies of both are in the ratio (critical distance / distance)², with the critical distance 0.057 √(V / T60) of
/// Sabine's theory. Source: H. Kuttruff, "Room Acoustics", 5th edition, chapters 5 and 8.
/// </remarks>
public static class RoomImpulseResponse
{
    private const double SpeedOfSound = 343;
    private const double DampingHertz = 4000;

    /// <summary>Draws the impulse response of a room.</summary>
    /// <param name="sampleRate">The sample rate in hertz.</param>
    /// <param name="reverberationSeconds">The time in which the sound decays by 60 dB (T60), above 0.</param>
    /// <param name="distanceMeters">The distance from mouth to microphone, above 0.</param>
    /// <param name="volumeCubicMeters">The volume of the room, above 0.</param>
    /// <param name="random">The source of randomness of the diffuse sound.</param>
    /// <returns>The response up to 60 dB below its start, scaled to an energy of 1.</returns>
    public static float[] Create(int sampleRate, double reverberationSeconds, double distanceMeters, double volumeCubicMeters, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reverberationSeconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distanceMeters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(volumeCubicMeters);
        ArgumentNullException.ThrowIfNull(random);
        float[] response = Diffuse(sampleRate, reverberationSeconds, FirstReflectionSeconds(volumeCubicMeters), random);
        double diffuseEnergy = Levels.MeanSquare(response) * response.Length;
        double directEnergy = DirectToReverberant(reverberationSeconds, distanceMeters, volumeCubicMeters) * diffuseEnergy;
        response[0] = directEnergy > 0 ? (float)Math.Sqrt(directEnergy) : 1;
        Gain.ApplyInPlace(response, (float)(1 / Math.Sqrt(Levels.MeanSquare(response) * response.Length)));
        return response;
    }

    /// <summary>The energy ratio of direct to diffuse sound.</summary>
    public static double DirectToReverberant(double reverberationSeconds, double distanceMeters, double volumeCubicMeters)
    {
        double critical = 0.057 * Math.Sqrt(volumeCubicMeters / reverberationSeconds);
        return Math.Pow(critical / distanceMeters, 2);
    }

    private static double FirstReflectionSeconds(double volume)
    {
        double unit = Math.Cbrt(volume / 60);
        double surface = 2 * unit * unit * ((3 * 4) + (4 * 5) + (3 * 5));
        return 4 * volume / surface / SpeedOfSound;
    }

    private static float[] Diffuse(int sampleRate, double reverberationSeconds, double start, Random random)
    {
        int first = Math.Max(1, (int)Math.Round(start * sampleRate));
        float[] response = new float[first + Math.Max(1, (int)Math.Round(reverberationSeconds * sampleRate))];
        double damping = Math.Exp(-2 * Math.PI * DampingHertz / sampleRate);
        double smoothed = 0;
        for (int i = first; i < response.Length; i++)
        {
            smoothed = (damping * smoothed) + ((1 - damping) * GaussianSampler.Next(random));
            response[i] = (float)(smoothed * Math.Pow(10, -3.0 * (i - first) / (reverberationSeconds * sampleRate)));
        }

        return response;
    }
}
