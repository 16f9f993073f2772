using System.Diagnostics;
using System.Globalization;
using EmoHRNet.TestSupport;
using Npgsql;

namespace EmoHRNet.Cluster.Tests.Processes;

/// <summary>A private PostgreSQL on a free port of this machine, in a temporary folder.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "emohrnet";
    private const string Nobody = "65534";

    private readonly TemporaryFolder _folder;
    private readonly string _programs;
    private readonly Process _process;

    private PostgresServer(string programs, TemporaryFolder folder)
    {
        (_programs, _folder) = (programs, folder);
        string port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        Connection = $"Host=127.0.0.1;Port={port};Username={User};Database=postgres;Timeout=5";
        _process = Start(
            Path.Combine(programs, "postgres"),
            "-D", Data(folder), "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "logging_collector=off");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The connection string for clients.</summary>
    public string Connection { get; }

    /// <summary>Starts it; null if PostgreSQL is not installed.</summary>
    public static async Task<PostgresServer?> StartAsync()
    {
        if (FindPrograms() is not { } programs)
        {
            return null;
        }

        TemporaryFolder folder = new();
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            Run("chown", Nobody, folder.Path);
            Run("chmod", "755", folder.Path);
        }

        RunAsItsUser(Path.Combine(programs, "initdb"), "-D", Data(folder), "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        PostgresServer server = new(programs, folder);
        await server.WaitAsync();
        return server;
    }

    /// <summary>The rows of a query, each as its values.</summary>
    public async Task<List<object[]>> QueryAsync(string query)
    {
        await using NpgsqlConnection database = new(Connection);
        await database.OpenAsync();
        await using NpgsqlCommand command = new(query, database);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<object[]> rows = [];
        while (await reader.ReadAsync())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        RunAsItsUser(Path.Combine(_programs, "pg_ctl"), "stop", "-D", Data(_folder), "-m", "immediate", "-w");
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string Data(TemporaryFolder folder) => folder["data"];

    /// <summary>Debian installs the server outside of PATH.</summary>
    private static string? FindPrograms()
    {
        string[] versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        IEnumerable<string> folders = versions
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"));
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.IsPrivilegedProcess ? "setpriv" : program,
        Environment.IsPrivilegedProcess ? ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", program, .. arguments] : arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;

    private static void RunAsItsUser(string program, params string[] arguments) => Wait(Start(program, arguments), program);

    private static void Run(string program, params string[] arguments) =>
        Wait(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!, program);

    private static void Wait(Process process, string program)
    {
        using (process)
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program}: {error.Result}");
        }
    }

    private async Task WaitAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await QueryAsync("select 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }
}
