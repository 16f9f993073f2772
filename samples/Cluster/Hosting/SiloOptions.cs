using System.Net;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>Options of a silo: addresses and ports, model, parallelism.</summary>
internal sealed record SiloOptions
{
    public required StoreOptions Store { get; init; }

    public required string ModelPath { get; init; }

    /// <summary>The address at which other silos and clients reach this one.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port for other silos.</summary>
    public int SiloPort { get; init; } = 11_111;

    /// <summary>The port for clients.</summary>
    public int GatewayPort { get; init; } = 30_000;

    /// <summary>Recordings scored in parallel.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>Threads of the network for each of them; with 1 the results do not depend on the number of cores.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The address of the dashboard, such as <c>http://127.0.0.1:8080</c>; null is none.</summary>
    public string? Dashboard { get; init; }

    /// <summary>The connection string of the PostgreSQL database for result tables; null for none.</summary>
    public string? Postgres { get; init; }

    /// <summary>Whether the log of the cluster is written to the console.</summary>
    public bool IsQuiet { get; init; }
}
