using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class RunStateTests
{
    [Fact]
    public void Add_BestValidation_KeepsTheHighestUnweightedAccuracyThenTheLowestLossThenTheEarliest()
    {
        Assert.Equal(2, BestOf(EpochSelection.BestValidation, (0.5, 1.0), (0.7, 1.0), (0.6, 0.1)));
        Assert.Equal(3, BestOf(EpochSelection.BestValidation, (0.5, 1.0), (0.7, 1.0), (0.7, 0.9)));
        Assert.Equal(2, BestOf(EpochSelection.BestValidation, (0.5, 1.0), (0.7, 1.0), (0.7, 1.0)));
    }

    [Fact]
    public void Add_Last_KeepsTheLastHoweverBad() => Assert.Equal(3, BestOf(EpochSelection.Last, (0.5, 1.0), (0.9, 0.1), (0.1, 9.0)));

    [Fact]
    public void Add_NoGain_CountsEpochsSinceTheBest()
    {
        RunState state = StateOf(EpochSelection.BestValidation, (0.5, 1.0), (0.7, 1.0), (0.6, 1.0), (0.6, 1.0));

        Assert.Equal((4, 2, 2), (state.Epoch, state.BestEpoch, state.EpochsWithoutGain));
        Assert.Equal("2", state.BestWeights.Single().Name);
    }

    private static int BestOf(EpochSelection selection, params (double Accuracy, double Loss)[] epochs) => StateOf(selection, epochs).BestEpoch;

    private static RunState StateOf(EpochSelection selection, params (double Accuracy, double Loss)[] epochs)
    {
        RunState state = new();
        for (int i = 0; i < epochs.Length; i++)
        {
            string name = $"{i + 1}";
            state.Add(new EpochRecord(i + 1, 1e-3, 1, epochs[i].Accuracy, epochs[i].Accuracy, epochs[i].Loss, 1, 0), selection,
                () => [StoredTensor.FromFloats(name, [1], [1f])]);
        }

        return state;
    }
}
