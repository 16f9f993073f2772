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
        // Read once, or again after a silo died: not worth the memory in between.
        DeactivateOnIdle();
        return Task.FromResult(store.State.Files);
    }
}
