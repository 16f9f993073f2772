using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Rejects any split in which one recording is in two parts.</summary>
internal static class LeakCheck
{
    public static void Run(Corpus corpus, SplitOrigin origin, TrainingSet training, ValidationSet validation, TestSet test)
    {
        if (training.Count == 0 || test.Count == 0 != origin.IsFinal)
        {
            throw new CorpusException(
                $"{origin}: {training.Count} training and {test.Count} test clips; each part needs at least one, and a final run has none to test. "
                + $"{corpus.Name} has {corpus.Utterances.Count} clips.");
        }

        Dictionary<string, (string Part, Utterance Utterance)> seen = [];
        CheckPart(corpus, origin, seen, "training", training);
        CheckPart(corpus, origin, seen, "validation", validation);
        CheckPart(corpus, origin, seen, origin.IsTestSelected ? "validation" : "test", test);
        if (origin.IsTestSelected && !validation.Utterances.SequenceEqual(test.Utterances))
        {
            throw new CorpusException($"{origin}: a test-selected split needs the same clips for validation and test.");
        }
    }

    private static void CheckPart(
        Corpus corpus, SplitOrigin origin, Dictionary<string, (string Part, Utterance Utterance)> seen, string name, SplitPart part)
    {
        foreach (Utterance utterance in part.Utterances)
        {
            string key = corpus.ContentKey(utterance);
            if (!seen.TryAdd(key, (name, utterance)) && seen[key].Part != name)
            {
                throw new CorpusException(
                    $"{origin}: '{utterance.Id}' in the {name} part is the same recording as '{seen[key].Utterance.Id}' in the "
                    + $"{seen[key].Part} part. Put both in one part.");
            }
        }
    }
}
