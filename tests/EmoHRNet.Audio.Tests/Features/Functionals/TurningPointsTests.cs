using EmoHRNet.Audio.Features.Functionals;

namespace EmoHRNet.Audio.Tests.Features.Functionals;

public sealed class TurningPointsTests
{
    [Fact]
    public void Find_Triangles_HaveTheirSlopesAndPeaks()
    {
        // Up 4 by steps of 1, down 4 by steps of 2, twice.
        TurningPoints turns = TurningPoints.Find([0, 1, 2, 3, 4, 2, 0, 1, 2, 3, 4, 2, 0]);
        Assert.Equal([1f, 1f], turns.Rising);
        Assert.Equal([2f, 2f], turns.Falling);
        Assert.Equal(2, turns.PeakCount);
    }

    [Fact]
    public void Find_RippleBelowATenthOfTheRange_IsNoTurn()
    {
        TurningPoints turns = TurningPoints.Find([0, 2, 1.5f, 4, 6, 5.5f, 8, 10]);
        Assert.Equal(10f / 7, Assert.Single(turns.Rising), 1e-6f);
        Assert.Empty(turns.Falling);
        Assert.Equal(0, turns.PeakCount);
    }

    [Fact]
    public void Find_Gap_JoinsNothingAcross()
    {
        TurningPoints turns = TurningPoints.Find([0, 1, 2, float.NaN, 10, 9, 8]);
        Assert.Equal([1f], turns.Rising);
        Assert.Equal([1f], turns.Falling);
        Assert.Equal(0, turns.PeakCount); // the start of a part is not a peak
    }

    [Fact]
    public void Find_NothingOrOneValue_HasNoSlopes()
    {
        foreach (float[] contour in new float[][] { [], [3], [float.NaN], [2, 2, 2], [float.NaN, 1, float.NaN] })
        {
            TurningPoints turns = TurningPoints.Find(contour);
            Assert.Empty(turns.Rising);
            Assert.Empty(turns.Falling);
        }
    }
}
