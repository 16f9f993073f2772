namespace EmoHRNet.Evaluation;

/// <summary>How well a group of speakers is recognized, such as women: means hide whom a model fails on.</summary>
/// <param name="By">What the groups differ in: <c>gender</c>, or a column of the corpus's table.</param>
/// <param name="Group">The group: <c>female</c>.</param>
/// <param name="Count">Utterances.</param>
/// <param name="SpeakerCount">Speakers.</param>
/// <param name="Accuracy">The share recognized.</param>
/// <param name="UnweightedAccuracy">The mean recall of the classes the group has.</param>
/// <param name="Classes">Every class in the model's order; those without clips have a recall that is not a number.</param>
public sealed record GroupMetrics(
    string By, string Group, int Count, int SpeakerCount, double Accuracy, double UnweightedAccuracy, IReadOnlyList<ClassMetrics> Classes)
{
    /// <summary>The class that the group is recognized by least; null where there is none.</summary>
    internal ClassMetrics? Worst => Classes.Where(each => each.Support > 0).MinBy(each => each.Recall);
}
