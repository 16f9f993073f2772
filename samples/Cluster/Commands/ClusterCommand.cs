using System.CommandLine;
using EmoHRNet.Samples.Cluster.Hosting;
using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Commands;

/// <summary>The command line: commands for silos, commands for jobs, and <c>run</c> for both in one process.</summary>
internal sealed class ClusterCommand
{
    private readonly StoreArguments _store = new();
    private readonly SiloArguments _silo = new();
    private readonly JobArguments _job = new();
    private readonly Option<bool> _json = new("--json") { Description = "Write progress as one JSON object per line." };
    private readonly Option<bool> _wait = new("--wait") { Description = "Show progress until the job has ended. Ctrl+C stops the display, not the job." };

    public RootCommand Create() => new("Scores archives of recordings on a cluster of machines.")
    {
        Run(),
        new PlainCommand().Create(),
        SiloCommand(),
        Submit(),
        OfJob("status", "Shows the progress of a job.", (job, _) => job.Progress()),
        OfJob("watch", "Shows progress until the job has ended.", null),
        OfJob("stop", "Stops a job; batches in progress are finished.", (job, _) => job.Stop()),
        OfJob("resume", "Resumes a job that was stopped or has failed.", (job, _) => job.Resume()),
    };

    private Command Run()
    {
        Command command = new("run", "Scores an archive on this machine alone: a silo in this process, which ends with the job.") { _json };
        _job.AddTo(command);
        _silo.AddTo(command);
        command.Add(_store.GatewayPort);
        command.SetAction(async (parsed, stop) =>
        {
            SiloOptions options = _silo.Options(parsed, new StoreOptions(null, "local"), _store.Gateway(parsed)) with { IsQuiet = true };
            using IHost silo = SiloHost.Create(options);
            await silo.StartAsync(stop);
            IScoringJob job = silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IScoringJob>("run");
            await job.Submit(_job.Request(parsed));
            JobStatus end = await new ProgressDisplay(parsed.GetValue(_json)).WatchAsync(job, stop);
            await silo.StopAsync(CancellationToken.None);
            return end == JobStatus.Done ? 0 : 1;
        });
        return command;
    }

    private Command SiloCommand()
    {
        Command command = new("silo", "Joins the cluster and scores batches until it is stopped.");
        _silo.AddTo(command);
        _store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            using IHost silo = SiloHost.Create(_silo.Options(parsed, _store.Store(parsed), _store.Gateway(parsed)));
            await silo.StartAsync(stop);
            Console.WriteLine($"Silo {silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress.ToParsableString()} is up.");
            await silo.WaitForShutdownAsync(stop);
            return 0;
        });
        return command;
    }

    private Command Submit()
    {
        Command command = OfJob("submit", "Submits an archive to the cluster for scoring.", (job, parsed) => job.Submit(_job.Request(parsed)));
        _job.AddTo(command);
        return command;
    }

    /// <param name="name">The command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="act">The call to the job before waiting; null only waits, even if the job cannot be reached at first.</param>
    private Command OfJob(string name, string description, Func<IScoringJob, ParseResult, Task<JobProgress>>? act)
    {
        Command command = new(name, description) { _job.Name, _json };
        if (act is not null)
        {
            command.Add(_wait);
        }

        _store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            await using ClusterClient cluster = await ClusterClient.ConnectAsync(_store.Store(parsed), _store.Gateway(parsed), stop);
            IScoringJob job = cluster.Job(parsed.GetRequiredValue(_job.Name));
            ProgressDisplay display = new(parsed.GetValue(_json));
            JobStatus status = JobStatus.Running;
            if (act is not null)
            {
                JobProgress progress = await act(job, parsed);
                display.Show(progress);
                status = progress.Status;
            }

            bool waits = act is null || parsed.GetValue(_wait);
            status = waits ? await display.WatchAsync(job, stop) : status;
            return status is JobStatus.Failed or JobStatus.Unknown || (waits && status != JobStatus.Done) ? 1 : 0;
        });
        return command;
    }
}
