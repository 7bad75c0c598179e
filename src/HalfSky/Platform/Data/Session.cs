using System.Data;
using System.Data.Common;
using HalfSky.Kernel;
using HalfSky.Platform.Data.Provider;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HalfSky.Platform.Data;

/// <summary>The connection and transaction of a request, shared by EF and the builder, so that both see one state.</summary>
public sealed class Session(AppDb db, Dialect dialect)
{
    // Small tables make PostgreSQL see conflicts where there are none: a handful of writers needs more than three tries.
    private const int Attempts = 7;
    private bool writing;

    /// <summary>EF's context on the same connection.</summary>
    public AppDb Db { get; } = db;

    /// <summary>The database's dialect.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>The reference facts taken; forgotten where a write begins or ends, since they may be others then.</summary>
    internal Registers.Reference? Facts { get; set; }

    /// <summary>True within <see cref="Write{T}"/>.</summary>
    public bool IsWriting => writing;

    /// <summary>
    /// Runs the work in one write transaction begun before its first read, saves and commits. Work may run again after a
    /// serialisation failure, so it must take everything it needs from its arguments and the database.
    /// </summary>
    /// <exception cref="Refusal">The disk is full, or the database stayed busy.</exception>
    public async Task<T> Write<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default)
    {
        if (writing) return await work(ct);
        var gate = Dialect.WriteGate;
        for (var attempt = 1; ; attempt++)
        {
            if (gate is not null) await gate.WaitAsync(ct);
            try
            {
                await Open(ct);
                await using var transaction = await Dialect.BeginWrite(Connection, ct);
                await using var shared = await Db.Database.UseTransactionAsync(transaction, ct);
                (writing, Facts) = (true, null);
                var result = await work(ct);
                await Db.SaveChangesAsync(ct);
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            // A key taken by a writer at the same time: done again, the work finds what the other wrote (a repeat, D3).
            catch (Exception error) when (Cause(error) is { } cause && (Dialect.IsTransient(cause) || Dialect.IsDuplicate(cause)) && attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 30 * attempt * attempt), ct);
            }
            catch (Exception error) when (Cause(error) is { } cause && Dialect.IsTransient(cause))
            {
                throw new Refusal(DataProblems.Busy);
            }
            catch (Exception error) when (Cause(error) is { } cause && Dialect.IsFull(cause))
            {
                throw new Refusal(DataProblems.Full);
            }
            finally
            {
                (writing, Facts) = (false, null);
                Db.ChangeTracker.Clear();
                gate?.Release();
            }
        }
    }

    /// <summary>Runs the work in one write transaction.</summary>
    public Task Write(Func<CancellationToken, Task> work, CancellationToken ct = default) =>
        Write(async c => { await work(c); return true; }, ct);

    /// <summary>Tells the planner the sizes of the tables; after a load.</summary>
    public async Task Analyze(CancellationToken ct = default)
    {
        await Open(ct);
        await using var command = Command(Dialect.Analyze);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Says something to the database outside of any transaction.</summary>
    internal async Task Say(string? text, CancellationToken ct)
    {
        if (text is null) return;
        await Open(ct);
        await using var command = Command(text);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Asks the database for one number.</summary>
    internal async Task<long> Ask(string text, CancellationToken ct)
    {
        await Open(ct);
        await using var command = Command(text);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The open connection.</summary>
    public DbConnection Connection => Db.Database.GetDbConnection();

    /// <summary>Opens the connection when it is closed; EF keeps it open until the context goes.</summary>
    public async Task Open(CancellationToken ct)
    {
        if (Connection.State is not ConnectionState.Open) await Db.Database.OpenConnectionAsync(ct);
    }

    /// <summary>A command with the writer's text and values on this connection and transaction.</summary>
    internal async Task<DbCommand> Command(SqlWriter sql, CancellationToken ct)
    {
        await Open(ct);
        var command = Command(sql.Text);
        for (var i = 0; i < sql.Values.Count; i++) Bind(command, "@p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), sql.Values[i]);
        return command;
    }

    /// <summary>A bare command; the connection must be open.</summary>
    internal DbCommand Command(string text)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = Db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>Adds a parameter.</summary>
    internal DbParameter Bind(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = Dialect.ToDriver(value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static DbException? Cause(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is DbException found) return found;
        return null;
    }
}
