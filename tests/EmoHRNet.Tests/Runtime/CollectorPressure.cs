namespace EmoHRNet.Tests.Runtime;

/// <summary>Collects garbage and runs finalizers continuously on a separate thread, until disposed.</summary>
internal sealed class CollectorPressure : IDisposable
{
    private readonly Thread _thread;
    private volatile bool _stopped;

    public CollectorPressure()
    {
        _thread = new Thread(Collect) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _stopped = true;
        _thread.Join();
    }

    private void Collect()
    {
        while (!_stopped)
        {
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
        }
    }
}
