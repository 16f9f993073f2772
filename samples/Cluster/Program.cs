using System.CommandLine;
using EmoHRNet;
using EmoHRNet.Samples.Cluster.Commands;

Console.OutputEncoding = System.Text.Encoding.UTF8;
ParseResult parsed = new ClusterCommand().Create().Parse(args);
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(5) });
}
catch (OperationCanceledException)
{
    return 1;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or EmoHRNetException or OrleansException
    or System.Data.Common.DbException or StackExchange.Redis.RedisException)
{
    await Console.Error.WriteLineAsync($"Error: {(e is OrleansException ? ProgressDisplay.FirstLine(e) : e.Message)}");
    return 1;
}
