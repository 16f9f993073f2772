using System.Diagnostics;
using System.Net.WebSockets;

namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>
/// The bytes of the binary messages of a WebSocket, to the first text message or the end. A message is taken when it is asked for, so that a sender
/// who is faster than the reader has to wait.
/// </summary>
/// <param name="socket">The connection; left open.</param>
/// <param name="patience">How long the next message may take.</param>
internal sealed class LiveAudioStream(WebSocket socket, TimeSpan patience) : Stream
{
    private const int BufferLength = 16 * 1024;

    // A receive that is given up may still write: into this buffer and not the reader's.
    private readonly byte[] _buffer = new byte[BufferLength];
    private Memory<byte> _rest;
    private bool _ended;
    private Task<ValueWebSocketReceiveResult>? _receiving;

    /// <summary>The bytes that were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The time that was spent on waiting for messages.</summary>
    public TimeSpan Waited { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="TimeoutException">No message came for too long.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_rest.IsEmpty && !_ended)
        {
            ValueWebSocketReceiveResult message = await ReceiveAsync(cancellationToken);
            _ended = message.MessageType != WebSocketMessageType.Binary;
            _rest = _ended ? default : _buffer.AsMemory(0, message.Count);
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        BytesRead += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Passes over what still comes until the other side closes, so that it gets what was sent to it.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            await ReceiveAsync(cancellationToken);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Only the wait is canceled: canceling the receive would cut the connection before anything could be said on it.</summary>
    private async Task<ValueWebSocketReceiveResult> ReceiveAsync(CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        _receiving ??= socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None).AsTask();
        ValueWebSocketReceiveResult message = await _receiving.WaitAsync(patience, cancellationToken);
        _receiving = null;
        Waited += Stopwatch.GetElapsedTime(start);
        return message;
    }
}
