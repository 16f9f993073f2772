using System.CommandLine;
using EmoHRNet.Samples.Cluster.Hosting;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>The arguments that select a cluster.</summary>
internal sealed class StoreArguments
{
    public Option<string?> Redis { get; } = new("--redis")
    {
        Description = "Where the cluster keeps its members and jobs: HOST:PORT, or a StackExchange.Redis configuration string. [default: one silo on this machine, in memory]",
        HelpName = "ADDRESS",
    };

    public Option<string> ClusterId { get; } = new("--cluster") { Description = "The name of the cluster in the store.", DefaultValueFactory = _ => "emohrnet" };

    public Option<int> GatewayPort { get; } = new("--gateway-port") { Description = "The silo's port for clients.", DefaultValueFactory = _ => 30_000 };

    public void AddTo(Command command)
    {
        command.Add(Redis);
        command.Add(ClusterId);
        command.Add(GatewayPort);
    }

    public StoreOptions Store(ParseResult parsed) => new(parsed.GetValue(Redis), parsed.GetRequiredValue(ClusterId));

    /// <exception cref="ArgumentException">It is not a port.</exception>
    public int Gateway(ParseResult parsed) => parsed.GetRequiredValue(GatewayPort) is int port and >= 1 and <= 65_535
        ? port
        : throw new ArgumentException($"Option '{GatewayPort.Name}' is {parsed.GetValue(GatewayPort)}; expected 1 to 65535.");
}
