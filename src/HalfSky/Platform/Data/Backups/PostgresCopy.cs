using System.ComponentModel;
using System.Data;
using System.Diagnostics;
using System.Globalization;
using HalfSky.Kernel;
using Npgsql;

namespace HalfSky.Platform.Data.Backups;

/// <summary>PostgreSQL: pg_dump and pg_restore, on the snapshot in which the rows are counted; tried out in a database of its own.</summary>
internal sealed class PostgresCopy(string connection) : DatabaseCopy
{
    private const string Tables =
        "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";

    private readonly NpgsqlConnectionStringBuilder _at = new(connection) { Pooling = false };

    /// <inheritdoc/>
    public override string Kind => "postgres";

    /// <inheritdoc/>
    public override async Task<long> Size(CancellationToken cancel)
    {
        await using var open = await Open(_at, cancel);
        return (long)(await Scalar(open, "SELECT pg_database_size(current_database())", cancel))!;
    }

    /// <inheritdoc/>
    public override async Task<SortedDictionary<string, long>> CopyTo(string file, CancellationToken cancel)
    {
        await using var open = await Open(_at, cancel);
        await using var moment = await open.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var snapshot = (string)(await Scalar(open, "SELECT pg_export_snapshot()", cancel))!;
        var rows = await Rows(open, cancel);
        await Tool("pg_dump", _at, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancel);
        return rows;
    }

    /// <inheritdoc/>
    public override async Task<SortedDictionary<string, long>?> TryOut(string file, CancellationToken cancel)
    {
        var name = "halfsky_check_" + Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture);
        await using var server = await Open(_at, cancel);
        try
        {
            await Scalar(server, $"CREATE DATABASE {name} TEMPLATE template0", cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new Refusal(BackupProblems.NoScratchDatabase);
        }
        try
        {
            var aside = new NpgsqlConnectionStringBuilder(_at.ConnectionString) { Database = name };
            await Tool("pg_restore", aside, ["--no-owner", "--no-privileges", "--exit-on-error", $"--dbname={name}", file], cancel);
            await using var copy = await Open(aside, cancel);
            return await Rows(copy, cancel);
        }
        catch (Refusal refusal) when (refusal.Problems[0] == BackupProblems.PostgresToolFailed)
        {
            return null;
        }
        finally
        {
            await Scalar(server, $"DROP DATABASE IF EXISTS {name}", CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public override async Task<bool> IsEmpty(CancellationToken cancel)
    {
        await using var open = await Open(_at, cancel);
        return await Scalar(open, Tables + " LIMIT 1", cancel) is null;
    }

    /// <inheritdoc/>
    public override Task PutBack(string file, CancellationToken cancel) =>
        Tool("pg_restore", _at, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={_at.Database}", file], cancel);

    private static async Task<SortedDictionary<string, long>> Rows(NpgsqlConnection open, CancellationToken cancel)
    {
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand(Tables, open))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel)) tables.Add(reader.GetString(0));
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables) rows[table] = (long)(await Scalar(open, $"SELECT count(*) FROM {table}", cancel))!;
        return rows;
    }

    private static async Task<NpgsqlConnection> Open(NpgsqlConnectionStringBuilder at, CancellationToken cancel)
    {
        var open = new NpgsqlConnection(at.ConnectionString);
        await open.OpenAsync(cancel);
        return open;
    }

    private static async Task<object?> Scalar(NpgsqlConnection open, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancel);
    }

    // The password goes by the environment: a command line can be read by everyone on the machine.
    private static async Task Tool(string name, NpgsqlConnectionStringBuilder at, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = at.Host;
        start.Environment["PGPORT"] = at.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = at.Username;
        start.Environment["PGPASSWORD"] = at.Password;
        start.Environment["PGDATABASE"] = at.Database;
        Process? tool;
        try { tool = Process.Start(start); }
        catch (Win32Exception) { throw new Refusal(BackupProblems.NoPostgresTools); }
        using (tool)
        {
            // Its own words may quote data, so they are read away and not passed on.
            _ = await tool!.StandardError.ReadToEndAsync(cancel);
            await tool.WaitForExitAsync(cancel);
            if (tool.ExitCode != 0) throw new Refusal(BackupProblems.PostgresToolFailed);
        }
    }
}
