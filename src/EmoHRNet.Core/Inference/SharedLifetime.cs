namespace EmoHRNet.Inference;

/// <summary>Frees a native resource once its owner is disposed and the last call that uses it has ended.</summary>
/// <param name="owner">The name of the owner, for the exception.</param>
/// <param name="release">Frees it; called once.</param>
internal sealed class SharedLifetime(string owner, Action release) : IDisposable
{
    private readonly Lock _lock = new();
    private int _users;
    private bool _disposed;

    /// <summary>Starts a use; dispose the result to end it.</summary>
    /// <exception cref="ObjectDisposedException">The owner was disposed.</exception>
    public Use Enter()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, owner);
            _users++;
            return new Use(this);
        }
    }

    /// <summary>Prevents new uses and frees the resource after the running ones. May be called more than once.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (_users > 0)
            {
                return;
            }
        }

        release();
    }

    private void Leave()
    {
        lock (_lock)
        {
            _users--;
            if (_users > 0 || !_disposed)
            {
                return;
            }
        }

        release();
    }

    /// <summary>One use; must be disposed exactly once.</summary>
    internal readonly struct Use(SharedLifetime lifetime) : IDisposable
    {
        public void Dispose() => lifetime.Leave();
    }
}
