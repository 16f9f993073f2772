using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;
using EmoHRNet.Splits;
using EmoHRNet.Tests.Training;
using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Tests.Evaluation;

public class HeardCountTests
{
    [Fact]
    public void Evaluate_ModelOnItsOwnSplitAndOnAnother_CountsWhatItHasHeard()
    {
        using SyntheticCorpus data = new();
        File.WriteAllBytes(data["m.safetensors"], TrainingRuns.TrainAndSave(data, TinyRecipe.Create(1), TrainingRuns.Cpu));
        DataSplit other = new SpeakerIndependentSplit { TestSpeakers = ["speaker2"] }.Create(data.Corpus);

        EvaluationReport own = Evaluate(data["m.safetensors"], data.Split), leaked = Evaluate(data["m.safetensors"], other);

        Assert.Equal((0, data.Split.Test.Count), (own.Context.Heard!.HeardClips, own.Context.Heard.ClipCount));
        Assert.Equal(data.Split.Test.Speakers, own.Context.Heard.HeardSpeakers);
        HashSet<string> trained = [.. data.Split.Training.Utterances.Concat(data.Split.Validation.Utterances).Select(clip => clip.Id)];
        Assert.Equal(other.Test.Utterances.Count(clip => trained.Contains(clip.Id)), leaked.Context.Heard!.HeardClips);
        Assert.Equal(["speaker2"], leaked.Context.Heard.HeardSpeakers);
        Assert.False(leaked.Context.IsSpeakerIndependent);
        Assert.All([leaked.ToText(), leaked.ToMarkdown(), leaked.ToHtml()], text =>
        {
            Assert.Contains($"{leaked.Context.Heard.HeardClips} of 9 clips, 1 of 1 speakers", text, StringComparison.Ordinal);
            Assert.Contains("the result is optimistic", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Evaluate_FineTunedModelAndPupil_HaveHeardWhatTheirParentsHave()
    {
        using SyntheticCorpus data = new();
        DataSplit first = new SpeakerIndependentSplit { TestSpeakers = ["speaker0"], ValidationFraction = 0 }.Create(data.Corpus);
        DataSplit second = new SpeakerIndependentSplit { TestSpeakers = ["speaker1"], ValidationFraction = 0 }.Create(data.Corpus);
        TrainingRecipe recipe = TinyRecipe.Create(1) with { Training = TinyRecipe.Create(1).Training with { Selection = EpochSelection.Last } };
        string parent = Train(data, recipe, first, "parent");

        // A leak that a single run does not show: one step from a network that has heard the test speaker.
        string tuned = Train(data, recipe with { InitialWeights = parent }, second, "tuned");
        string pupil = Train(data, recipe with { Distillation = new DistillationOptions { Teachers = [parent] } }, second, "pupil");
        string clean = Train(data, recipe, second, "clean");

        Assert.All([tuned, pupil], path =>
        {
            HeardCount heard = Evaluate(path, second).Context.Heard!;
            Assert.Equal((9, 9), (heard.HeardClips, heard.ClipCount));
            Assert.False(heard.IsSpeakerIndependent);
        });
        Assert.True(Evaluate(clean, second).Context.IsSpeakerIndependent);
        Assert.Equal(0, Evaluate(clean, second).Context.Heard!.HeardClips);
    }

    [Fact]
    public void Evaluate_ModelThatDoesNotSayWhatItHasHeard_IsUnknown()
    {
        using SyntheticCorpus data = new();
        string clean = Train(data, TinyRecipe.Create(1), data.Split, "clean");
        StoredModel model = ModelFile.Read(clean);
        ModelFile.Write(data["older.safetensors"], model with { Description = model.Description with { Heard = null } });

        EvaluationReport report = Evaluate(data["older.safetensors"], data.Split);
        string tuned = Train(data, TinyRecipe.Create(1) with { InitialWeights = data["older.safetensors"] }, data.Split, "tuned");

        Assert.Null(report.Context.Heard);
        Assert.Null(report.Context.IsSpeakerIndependent);
        Assert.Contains("| speaker-independent | unknown |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("is not known", report.ToText(), StringComparison.Ordinal);
        Assert.Null(ModelFile.ReadDescription(tuned).Heard);
    }

    [Fact]
    public void Of_SpeakerOfAnotherClipThatWasHeard_IsHeardUnderAnyName()
    {
        using SyntheticCorpus data = new();
        Utterance[] renamed = [.. data.Corpus.Utterances.Select(clip => clip with { Speaker = "renamed-" + clip.Speaker })];

        HeardCount alone = HeardCount.Of(HeardSpeech.Of([data.Corpus.Utterances[0]]), [renamed[4]])!;
        HeardCount among = HeardCount.Of(HeardSpeech.Of([data.Corpus.Utterances[0]]), [renamed[4]], renamed)!;

        Assert.Equal(renamed[0].Speaker, renamed[4].Speaker);
        Assert.True(alone.IsSpeakerIndependent);
        Assert.False(among.IsSpeakerIndependent);
        Assert.Equal((0, 1), (among.HeardClips, among.HeardSpeakers.Count));
    }

    [Fact]
    public void Of_ClipsWithoutSpeakers_DoesNotCallTheSpeakersNew()
    {
        using SyntheticCorpus data = new();
        Utterance[] nameless = [.. data.Corpus.Utterances.Select(clip => clip with { Corpus = "mine", Speaker = "mine-unknown" })];

        HeardCount count = HeardCount.Of(HeardSpeech.Of(nameless[..3]), nameless[3..6])!;

        Assert.Equal(0, count.HeardClips);
        Assert.Null(count.IsSpeakerIndependent);
    }

    private static string Train(SyntheticCorpus data, TrainingRecipe recipe, DataSplit split, string name)
    {
        string path = data[name + ".safetensors"];
        ValidationSet? validation = split.Validation.Count > 0 ? split.Validation : null;
        new EmotionTrainer(recipe, TrainingRuns.Cpu).Train(split.Training, validation, cancellationToken: TrainingRuns.Cancellation).Save(path);
        return path;
    }

    private static EvaluationReport Evaluate(string model, DataSplit split)
    {
        using EmotionClassifier classifier = new(model);
        return Evaluator.Evaluate(classifier, split, cancellationToken: TrainingRuns.Cancellation);
    }
}
