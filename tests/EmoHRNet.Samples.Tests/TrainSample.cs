using EmoHRNet.TestSupport;
using EmoHRNet.TrainingProcess;

namespace EmoHRNet.Samples.Tests;

/// <summary>Runs samples/Train, and creates a corpus for it.</summary>
internal static class TrainSample
{
    public static ProcessResult Train(TemporaryFolder folder, params string[] arguments) => Sample.Run("Train", folder.Path, arguments);

    /// <summary>Short tones, one folder per emotion.</summary>
    public static string FolderPerEmotion(TemporaryFolder folder, string name = "corpus")
    {
        string flat = Directory.CreateDirectory(folder[name + "-flat"]).FullName;
        using SyntheticCorpus data = new(flat);
        foreach (var utterance in data.Corpus.Utterances)
        {
            string target = Path.Combine(folder[name], utterance.Emotion);
            Directory.CreateDirectory(target);
            File.Move(utterance.Path, Path.Combine(target, Path.GetFileName(utterance.Path)));
        }

        return folder[name];
    }
}
