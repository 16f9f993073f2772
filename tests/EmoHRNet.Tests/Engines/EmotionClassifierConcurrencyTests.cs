using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierConcurrencyTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    protected EmotionClassifierConcurrencyTests() => _model = TestModel.Save(_folder["m.safetensors"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_ManyThreads_GivesWhatOneThreadGives()
    {
        using EmotionNetworkClassifier classifier = TEngine.Create(_model);
        float[][] clips = [.. Enumerable.Range(1, 12).Select(Clip)];
        float[][] expected = [.. clips.Select(clip => classifier.Predict(clip).Probabilities.Values.ToArray())];
        Parallel.For(0, 96, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            IEnumerable<float> found = classifier.Predict(clips[i % clips.Length]).Probabilities.Values;
            Assert.All(expected[i % clips.Length].Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        });
    }

    [Fact]
    public async Task Dispose_WhilePredictionsRun_LetsThemFinishAndRefusesLaterOnes()
    {
        EmotionNetworkClassifier classifier = TEngine.Create(_model);
        float[] clip = Clip(30);
        TaskCompletionSource finished = new();
        Task<bool>[] tasks = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => PredictUntilRefused(classifier, clip, finished)))];

        await Task.WhenAny(finished.Task, Task.WhenAll(tasks));
        classifier.Dispose();

        Assert.All(await Task.WhenAll(tasks), Assert.True);
        Assert.True(finished.Task.IsCompleted);
        classifier.Dispose();
    }

    /// <summary>Whether predictions ran until one was refused.</summary>
    private static bool PredictUntilRefused(EmotionNetworkClassifier classifier, float[] clip, TaskCompletionSource finished)
    {
        try
        {
            for (int i = 0; i < 10_000; i++)
            {
                Assert.Equal(1, classifier.Predict(clip).Probabilities.Values.Sum(), 1e-5f);
                finished.TrySetResult();
            }

            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    private static float[] Clip(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 4_000 * seed).Select(_ => (random.NextSingle() - 0.5f) / 4)];
    }
}
