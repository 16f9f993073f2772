using System.Text.Json.Serialization;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>The input and output of an exported model.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OnnxForm>))]
public enum OnnxForm
{
    /// <summary>
    /// The complete classifier: <c>samples</c> [N, time], mono at the model's rate in [-1, 1], to <c>probabilities</c> [N, classes].
    /// Operator set 17.
    /// </summary>
    Whole,

    /// <summary>
    /// Only the network: <c>windows</c> [N, channels, bands, frames] of features to <c>logits</c> [N, classes]. Operator set 13.
    /// </summary>
    Network,
}
