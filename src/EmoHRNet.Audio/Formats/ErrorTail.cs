namespace EmoHRNet.Audio.Formats;

/// <summary>Keeps the last lines of what a process complains about.</summary>
internal sealed class ErrorTail
{
    private const int MaximumLineCount = 4;

    private readonly Queue<string> _lines = [];
    private readonly Lock _lock = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line.Trim());
            if (_lines.Count > MaximumLineCount)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock)
        {
            return _lines.Count == 0 ? "it gives no reason." : string.Join(" ", _lines);
        }
    }
}
