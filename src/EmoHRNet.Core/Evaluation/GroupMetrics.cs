namespace EmoHRNet.Evaluation;

/// <summary>How well a group of speakers is recognized, such as women: overall means can hide a group on which a model fails.</summary>
/// <param name="By">The attribute that defines the groups: <c>gender</c>, or a column of the corpus's table.</param>
/// <param name="Group">The group: <c>female</c>.</param>
/// <param name="Count">Utterances.</param>
/// <param name="SpeakerCount">Speakers.</param>
/// <param name="Accuracy">The share recognized.</param>
/// <param name="UnweightedAccuracy">The mean recall of the classes that occur in the group.</param>
/// <param name="Classes">Every class in the model's order; classes without clips have recall NaN.</param>
public sealed record GroupMetrics(
    string By, string Group, int Count, int SpeakerCount, double Accuracy, double UnweightedAccuracy, IReadOnlyList<ClassMetrics> Classes)
{
    /// <summary>The class with the lowest recall in the group; null if there is none.</summary>
    internal ClassMetrics? Worst => Classes.Where(each => each.Support > 0).MinBy(each => each.Recall);
}
