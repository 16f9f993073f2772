namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>The names of WebSocket subprotocols that clients may request; none is required.</summary>
internal static class LiveProtocol
{
    /// <summary>The subprotocol that is accepted if the client requests it.</summary>
    public const string Name = "emohrnet.live";

    /// <summary>The prefix of the API key, for browsers, which cannot set headers.</summary>
    public const string KeyPrefix = "emohrnet.key.";
}
