using EmoHRNet.Corpora;
using EmoHRNet.Training;
using EmoHRNet.Training.Auxiliary;

namespace EmoHRNet.Tests.Training.Auxiliary;

public class AuxiliaryLabelsTests
{
    private static readonly Utterance[] Utterances =
    [
        Clip(1, "sad", "anna", "kids"),
        Clip(2, "sad", "ben", "dogs"),
        Clip(3, "happy", "anna", null),
        Clip(4, "happy", "ben", "kids"),
    ];

    [Theory]
    [InlineData("speaker", new[] { 0, 1, 0, 1 })]
    [InlineData("emotion", new[] { 1, 1, 0, 0 })]
    [InlineData("sentence", new[] { 1, 0, AuxiliaryLabels.Unknown, 1 })]
    public void Of_OneAttribute_NumbersItsValuesInOrder(string attribute, int[] expected)
    {
        AuxiliaryLabels labels = Assert.Single(Of(attribute));

        Assert.Equal(expected, Enumerable.Range(0, Utterances.Length).Select(i => labels[i]));
        Assert.Equal(2, labels.ClassCount);
    }

    [Fact]
    public void Of_SeveralAttributes_HasAClassForEveryCombinationThatOccurs()
    {
        AuxiliaryLabels labels = Assert.Single(Of("speaker", "sentence"));

        Assert.Equal(3, labels.ClassCount);
        Assert.Equal(AuxiliaryLabels.Unknown, labels[2]);
        Assert.Equal(3, new[] { labels[0], labels[1], labels[3] }.Distinct().Count());
    }

    [Fact]
    public void Of_ValuesThatRunTogether_AreKeptApart()
    {
        Utterance[] utterances = [Clip(1, "sad", "an", "na"), Clip(2, "sad", "ann", "a")];

        AuxiliaryLabels labels = Assert.Single(AuxiliaryLabels.Of([new AuxiliaryTask { Attributes = ["speaker", "sentence"] }], utterances));

        Assert.NotEqual(labels[0], labels[1]);
    }

    [Theory]
    [InlineData("session")]
    [InlineData("corpus-does-not-say-it")]
    public void Of_AttributeWithoutTwoValues_IsLeftOut(string attribute) => Assert.Empty(Of(attribute));

    private static IReadOnlyList<AuxiliaryLabels> Of(params string[] attributes) =>
        AuxiliaryLabels.Of([new AuxiliaryTask { Attributes = attributes }], Utterances);

    private static Utterance Clip(int number, string emotion, string speaker, string? sentence) => new($"clip{number}", $"{number}.wav", emotion, speaker)
    {
        Session = "the only one",
        Metadata = sentence is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["sentence"] = sentence },
    };
}
