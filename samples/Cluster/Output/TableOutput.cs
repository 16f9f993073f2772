using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>A table of a PostgreSQL database, with the run and the position of a recording as key.</summary>
/// <param name="connection">The silos' connection string, or null if they have none. It is not part of a job, which names only the table.</param>
internal sealed partial class TableOutput(string? connection) : IResultOutput
{
    public const string Prefix = "table:";

    public void RequireNew(string output)
    {
        using NpgsqlConnection database = Open();
        using NpgsqlCommand create = new(
            $"""
            create table if not exists {NameIn(output)} (
                run text not null, position bigint not null, file text not null, label text, confidence real, probabilities jsonb,
                seconds double precision, error text, primary key (run, position))
            """,
            database);
        create.ExecuteNonQuery();
    }

    public async Task WriteAsync(string output, string run, int batch, IReadOnlyList<ScoredFile> results)
    {
        await using NpgsqlConnection database = Open();
        await using NpgsqlTransaction transaction = await database.BeginTransactionAsync();
        await using NpgsqlBatch inserts = new(database, transaction);
        foreach (ScoredFile result in results)
        {
            inserts.BatchCommands.Add(Insert(NameIn(output), run, result));
        }

        await inserts.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public Task GatherAsync(string output, string run, int batchCount) => Task.CompletedTask;

    private static NpgsqlBatchCommand Insert(string table, string run, ScoredFile result)
    {
        NpgsqlBatchCommand insert = new(
            $"""
            insert into {table} (run, position, file, label, confidence, probabilities, seconds, error)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (run, position) do update set label = excluded.label, confidence = excluded.confidence,
                probabilities = excluded.probabilities, seconds = excluded.seconds, error = excluded.error
            """);
        Add(insert, NpgsqlDbType.Text, run);
        Add(insert, NpgsqlDbType.Bigint, result.Position);
        Add(insert, NpgsqlDbType.Text, result.File);
        Add(insert, NpgsqlDbType.Text, result.Label);
        Add(insert, NpgsqlDbType.Real, result.Confidence);
        Add(insert, NpgsqlDbType.Jsonb, result.Probabilities is { } p ? JsonSerializer.Serialize(p) : null);
        Add(insert, NpgsqlDbType.Double, result.Seconds);
        Add(insert, NpgsqlDbType.Text, result.Error);
        return insert;
    }

    private static void Add(NpgsqlBatchCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });

    private NpgsqlConnection Open()
    {
        NpgsqlConnection database = new(connection ?? throw new ArgumentException("The silos have no database for a table of results; start them with --postgres."));
        database.Open();
        return database;
    }

    /// <summary>Accepts simple names only, because the name becomes part of an SQL statement.</summary>
    private static string NameIn(string output) =>
        PlainName().IsMatch(output[Prefix.Length..])
            ? output[Prefix.Length..]
            : throw new ArgumentException($"The table is '{output[Prefix.Length..]}'; expected a name of small letters, digits and _, at most 63.");

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex PlainName();
}
