using System.Diagnostics;
using System.Net.WebSockets;

namespace EmoHRNet.Samples.WebApi.Live;

/// <summary>
/// The bytes of the binary messages of a WebSocket, up to the first text message or the end. A message is received only when it is read, so
/// that a sender that is faster than the reader has to wait.
/// </summary>
/// <param name="socket">The connection; left open.</param>
/// <param name="patience">The timeout for the next message.</param>
internal sealed class LiveAudioStream(WebSocket socket, TimeSpan patience) : Stream
{
    private const int BufferLength = 16 * 1024;

    // An abandoned receive may still write; it writes into this buffer and not into the reader's.
    private readonly byte[] _buffer = new byte[BufferLength];
    private Memory<byte> _rest;
    private bool _ended;
    private Task<ValueWebSocketReceiveResult>? _receiving;

    /// <summary>The number of bytes read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The time spent waiting for messages.</summary>
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

    /// <summary>Discards further messages until the other side closes, so that it receives everything that was sent to it.</summary>
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

    /// <summary>Cancels only the wait: canceling the receive would abort the connection before a reason could be sent.</summary>
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
