using System.Globalization;

namespace EmoHRNet.Core.Tests;

public class EmotionPredictionTests
{
    private static readonly EmotionPrediction Prediction = new(["neutral", "sad", "angry"], [0.25f, 0.25f, 0.5f]);

    [Fact]
    public void Label_MostProbable_IsTheAnswer()
    {
        Assert.Equal("angry", Prediction.Label);
        Assert.Equal(0.5f, Prediction.Confidence);
        Assert.Equal(0.25f, Prediction["sad"]);
        Assert.Equal("angry (0.50)", Prediction.ToString());
        Assert.Equal(["neutral", "sad", "angry"], Prediction.Probabilities.Keys);
    }

    [Fact]
    public void Top_EqualProbabilities_KeepTheModelsOrder() =>
        Assert.Equal(["angry", "neutral", "sad"], Prediction.Top(9).Select(p => p.Label));

    [Fact]
    public void ToString_CultureWithACommaForThePoint_HasAPoint()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("angry (0.50)", Prediction.MostProbable.ToString());
            Assert.Equal("angry (0.50)", Prediction.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Label_Uncertain_SaysSoAndKeepsTheMostProbable()
    {
        EmotionPrediction uncertain = new(["a", "b"], [0.4f, 0.6f]) { IsUncertain = true };
        Assert.Equal("uncertain", uncertain.Label);
        Assert.Equal("b", uncertain.MostProbable.Label);
    }

    [Fact]
    public void Indexer_UnknownLabel_ListsTheKnownOnes() =>
        Assert.Contains("neutral, sad, angry", Assert.Throws<KeyNotFoundException>(() => Prediction["joy"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Constructor_CountsDiffer_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new EmotionPrediction(["a"], [0.5f, 0.5f]));
        Assert.Throws<ArgumentException>(() => new EmotionPrediction([], []));
        Assert.Throws<ArgumentException>(() => new EmotionPrediction(["a", "a"], [0.5f, 0.5f]));
    }
}
