namespace EmoHRNet.Tool.Reports;

/// <summary>A color for each of the usual labels.</summary>
internal static class EmotionColors
{
    public static string Of(string label) => label switch
    {
        "angry" or "anger" => "red",
        "happy" or "joy" or "excited" => "yellow",
        "sad" or "sadness" => "blue",
        "fearful" or "fear" => "purple",
        "disgust" or "disgusted" => "green",
        "surprised" or "surprise" => "orange1",
        "calm" => "aqua",
        _ => "white",
    };
}
