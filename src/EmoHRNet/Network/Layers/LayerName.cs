using System.Globalization;

namespace EmoHRNet.Network.Layers;

/// <summary>Names of numbered layers.</summary>
internal static class LayerName
{
    public static string Of(int index) => index.ToString(CultureInfo.InvariantCulture);
}
