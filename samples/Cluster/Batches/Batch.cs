using System.Globalization;

namespace EmoHRNet.Samples.Cluster.Batches;

/// <inheritdoc cref="IBatch"/>
internal sealed class Batch([PersistentState("batch")] IPersistentState<BatchState> store) : Grain, IBatch
{
    public static string KeyOf(string run, int batch) => string.Create(CultureInfo.InvariantCulture, $"{run}-{batch}");

    public async Task Write(string[] files)
    {
        store.State.Files = files;
        await store.WriteStateAsync();
        DeactivateOnIdle();
    }

    public Task<string[]> Files()
    {
        // It is asked once, or after a death once more: not worth the memory until then.
        DeactivateOnIdle();
        return Task.FromResult(store.State.Files);
    }
}
