using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace EmoHRNet.Benchmarks;

/// <summary>
/// Load test of samples/WebApi: every connection sends one clip after the other without pause. Measures answers per second, response
/// times, other status codes, and memory.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- service-load http://localhost:5080 CLIP.wav [connections] [seconds] [pid]</c></remarks>
internal sealed class ServiceLoad(Uri predict, byte[] clip, TimeSpan duration)
{
    public const string Command = "service-load";

    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    private readonly ConcurrentBag<(int Status, double Milliseconds)> _answers = [];
    private int _badRefusals;

    public static async Task RunAsync(string service, string clip, string[] rest)
    {
        int[] numbers = [.. rest.Select(text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))];
        int connections = numbers.ElementAtOrDefault(0) is > 0 and int given ? given : 64;
        TimeSpan duration = TimeSpan.FromSeconds(numbers.ElementAtOrDefault(1) is > 0 and int seconds ? seconds : 60);
        using Process? server = numbers.ElementAtOrDefault(2) is > 0 and int pid ? Process.GetProcessById(pid) : null;
        ServiceLoad load = new(new Uri(new Uri(service), "predict"), File.ReadAllBytes(clip), duration);
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections });
        await load.WarmUpAsync(client);
        Task[] work = [load.WatchAsync(server), .. Enumerable.Range(0, connections).Select(_ => Task.Run(() => load.AskAsync(client)))];
        await Task.WhenAll(work);
        load.Report(connections);
    }

    private async Task WarmUpAsync(HttpClient client)
    {
        for (int i = 0; i < 10; i++)
        {
            await AskOnceAsync(client);
        }

        _answers.Clear();
    }

    private async Task AskAsync(HttpClient client)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            await AskOnceAsync(client);
        }
    }

    private async Task AskOnceAsync(HttpClient client)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage answer = await client.PostAsync(predict, new ByteArrayContent(clip));
            await answer.Content.ReadAsByteArrayAsync();
            _answers.Add(((int)answer.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is null)
            {
                Interlocked.Increment(ref _badRefusals);
            }
        }
        catch (HttpRequestException)
        {
            _answers.Add((0, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }
    }

    private async Task WatchAsync(Process? server)
    {
        for (long start = Stopwatch.GetTimestamp(); server is not null && Stopwatch.GetElapsedTime(start) < duration;)
        {
            server.Refresh();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds,4:0} s: {server.WorkingSet64 / 1e6:0} MB"));
            await Task.Delay(ReportInterval);
        }
    }

    private void Report(int connections)
    {
        double[] times = [.. _answers.Where(answer => answer.Status == (int)HttpStatusCode.OK).Select(answer => answer.Milliseconds).Order()];
        string statuses = string.Join(", ", _answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key)
            .Select(group => $"{(group.Key == 0 ? "no answer" : group.Key.ToString(CultureInfo.InvariantCulture))}: {group.Count()}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{connections} connections, {duration.TotalSeconds:0} s: {times.Length / duration.TotalSeconds:0.0} answers a second ({statuses})"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"answers took {At(times, 0.5):0} ms (half), {At(times, 0.9):0} ms (90%), {At(times, 0.99):0} ms (99%), {times.LastOrDefault():0} ms (all)"));
        if (_badRefusals > 0)
        {
            Console.WriteLine($"{_badRefusals} refusals without Retry-After");
        }
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];
}
