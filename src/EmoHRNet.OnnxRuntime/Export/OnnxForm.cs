using System.Text.Json.Serialization;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>What an exported model takes and gives.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OnnxForm>))]
public enum OnnxForm
{
    /// <summary>
    /// Everything: <c>samples</c> [N, time], mono at the model's rate in [-1, 1], to <c>probabilities</c> [N, classes]. Operator set 17.
    /// </summary>
    Whole,

    /// <summary>The network alone: <c>windows</c> [N, channels, bands, frames] of features to <c>logits</c> [N, classes]. Operator set 13.</summary>
    Network,
}
