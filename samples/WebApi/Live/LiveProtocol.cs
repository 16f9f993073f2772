namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>The names of WebSocket protocols that clients may ask for; none is needed.</summary>
internal static class LiveProtocol
{
    /// <summary>What is agreed on where the client asks for it.</summary>
    public const string Name = "emohrnet.live";

    /// <summary>Stands before the API key, for browsers, which cannot set headers.</summary>
    public const string KeyPrefix = "emohrnet.key.";
}
