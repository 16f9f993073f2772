namespace EmoHRNet.OnnxRuntime.Graphs;

/// <summary>Adds maps of lower resolution to one of higher resolution.</summary>
internal static class BranchSum
{
    /// <summary>
    /// The sum at the target's resolution. If upsampling in two steps gives the target the same values as upsampling each map directly, a
    /// map is first added to the next finer one: the large target is then read and written once instead of once per map.
    /// </summary>
    /// <param name="writer">Receives the nodes.</param>
    /// <param name="target">The finest map.</param>
    /// <param name="coarser">Maps with the same number of channels and decreasing resolution.</param>
    public static Map Add(GraphWriter writer, Map target, IReadOnlyList<Map> coarser)
    {
        Map? carried = null;
        for (int i = coarser.Count - 1; i >= 0; i--)
        {
            Map map = carried is null ? coarser[i] : writer.Add(coarser[i], writer.Upsample(carried, coarser[i]));
            bool goesOn = i > 0 && Divides(map, coarser[i - 1]) && Divides(coarser[i - 1], target);
            carried = goesOn ? map : null;
            target = goesOn ? target : writer.Add(target, writer.Upsample(map, target));
        }

        return target;
    }

    private static bool Divides(Map coarse, Map fine) => coarse.Size is { } from && fine.Size is { } to && from.Divides(to);
}
