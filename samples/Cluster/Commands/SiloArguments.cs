using System.CommandLine;
using System.Net;
using EmoHRNet.Models;
using EmoHRNet.Samples.Cluster.Hosting;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>The arguments that describe a silo.</summary>
internal sealed class SiloArguments
{
    private readonly Option<string> _model = new("--model") { Description = "The model file. [default: the one that ships with EmoHRNet.Models]", HelpName = "FILE" };
    private readonly Option<int> _parallel = new("--parallel") { Description = "Batches scored in parallel. [default: one for each core]", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads of the network for each batch.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _siloPort = new("--silo-port") { Description = "The port for other silos.", DefaultValueFactory = _ => 11_111 };
    private readonly Option<string> _address = new("--address") { Description = "The address at which other machines reach this silo.", DefaultValueFactory = _ => "127.0.0.1" };
    private readonly Option<string?> _dashboard = new("--dashboard") { Description = "Show the Orleans dashboard at this address, such as http://127.0.0.1:8080.", HelpName = "URL" };
    private readonly Option<string?> _postgres = new("--postgres")
    {
        Description = "The PostgreSQL database for jobs whose output is a table. [default: the variable EMOHRNET_POSTGRES]",
        HelpName = "CONNECTION",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_model, _parallel, _threads, _siloPort, _address, _dashboard, _postgres])
        {
            command.Add(option);
        }
    }

    /// <exception cref="ArgumentException">An option has an invalid value.</exception>
    public SiloOptions Options(ParseResult parsed, StoreOptions store, int gatewayPort) => new()
    {
        Store = store,
        ModelPath = parsed.GetValue(_model) ?? PretrainedModels.Default,
        Parallel = InRange(_parallel, parsed, 1, 256),
        Threads = InRange(_threads, parsed, 1, 1024),
        SiloPort = InRange(_siloPort, parsed, 1, 65_535),
        GatewayPort = gatewayPort,
        Address = IPAddress.TryParse(parsed.GetRequiredValue(_address), out IPAddress? address)
            ? address
            : throw new ArgumentException($"Option '--address' is '{parsed.GetValue(_address)}'; expected an IP address."),
        Dashboard = parsed.GetValue(_dashboard),
        Postgres = parsed.GetValue(_postgres) ?? Environment.GetEnvironmentVariable("EMOHRNET_POSTGRES"),
    };

    private static int InRange(Option<int> option, ParseResult parsed, int lowest, int highest)
    {
        int value = parsed.GetRequiredValue(option);
        return value >= lowest && value <= highest
            ? value
            : throw new ArgumentException($"Option '{option.Name}' is {value}; expected {lowest} to {highest}.");
    }
}
