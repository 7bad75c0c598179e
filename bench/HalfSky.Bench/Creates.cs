using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Text.Json.Nodes;
using HalfSky.Host;
using HalfSky.Kernel;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Registers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>Visits recorded one by one by some clients at once, each acknowledged only when it is on the disk.</summary>
internal static class Creates
{
    private const string Note = "家里老人身体还硬朗，孩子在镇上读书住校，送去了米油和一床被子，约好下月一起去赶集，房顶漏雨已报给村里，都好。";

    public static async Task Run(int clients, int count, BenchDatabase database, InProcess house, Web web, HostProcess host, CountyKeys keys, Report report, Action<string> say)
    {
        var each = Math.Max(2, count / clients);
        var (day, time) = (keys.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DateTime.UtcNow);
        Guid Person(int i) => keys.People[i * 7 % keys.People.Count];
        var bare = await All(clients, each, "bare", Own, async (client, times) =>
        {
            await using var writer = await BareWriter.Open(database, keys);
            for (var i = 0; i < each; i++)
            {
                var person = Person(client * each + i);
                await times.Add(() => writer.Create(person, keys.Last, Note));
            }
        });
        var engine = await All(clients, each, "engine", Own, async (client, times) =>
        {
            for (var i = 0; i < each; i++)
            {
                var input = new Input(new Dictionary<string, string?> { ["person"] = Person(client * each + i).ToString(), ["date"] = day, ["kind"] = "quarterly", ["note"] = Note });
                await house.Run<bool>(keys.Officer, s => times.Add(async () =>
                {
                    var verdict = await s.GetRequiredService<Recording>().Create("visit", Uuid.New(DateTime.UtcNow), input);
                    return verdict.Outcome is Outcome.Accepted ? true : throw new InvalidOperationException(verdict.Problems[0].Text);
                }));
            }
        });
        var api = await All(clients, each, "api", host.Cpu, async (client, times) =>
        {
            for (var i = 0; i < each; i++)
            {
                var json = new JsonObject
                {
                    ["id"] = Uuid.New(DateTime.UtcNow).ToString(),
                    ["values"] = new JsonObject { ["person"] = Person(client * each + i).ToString(), ["date"] = day, ["kind"] = "quarterly", ["note"] = Note },
                }.ToJsonString();
                await times.Add(() => web.Create(json));
            }
        });
        report.Add($"create, {clients} client{(clients == 1 ? "" : "s")}", [bare, engine, api]);
        say($"create at {clients}");
    }

    private static TimeSpan Own() => Environment.CpuUsage.TotalTime;

    private static async Task<Times> All(int clients, int each, string side, Func<TimeSpan> cpu, Func<int, Times, Task> work)
    {
        await work(0, new(side));
        var times = new Times(side);
        var before = cpu();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(() => work(c, times))));
        times.Took = watch.Elapsed;
        times.Cpu = cpu() - before;
        return times;
    }
}

/// <summary>The rows of one visit by prepared statements in one transaction: the entry, its event, its search document, its duty closed.</summary>
internal sealed class BareWriter : IAsyncDisposable
{
    private readonly Dialect dialect;
    private readonly DbConnection connection;
    private readonly CountyKeys keys;
    private readonly List<DbCommand> commands = [];
    private DbCommand person = null!, visit = null!, row = null!, duty = null!;
    private DbCommand[] search = [];

    private BareWriter(Dialect dialect, DbConnection connection, CountyKeys keys) => (this.dialect, this.connection, this.keys) = (dialect, connection, keys);

    public static async Task<BareWriter> Open(BenchDatabase database, CountyKeys keys)
    {
        var writer = new BareWriter(Server.Dialect(database.Folder, database.Connection), await Bare.Connect(database), keys);
        await writer.Prepare();
        return writer;
    }

    /// <summary>Writes one visit.</summary>
    public async Task<bool> Create(Guid who, DateOnly day, string note)
    {
        var id = Uuid.New(DateTime.UtcNow);
        var doc = Random.Shared.NextInt64(1L << 47);
        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: false) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        foreach (var command in commands) command.Transaction = transaction;
        Set(person, ("@id", who));
        await using (var reader = await person.ExecuteReaderAsync()) await reader.ReadAsync();
        Set(visit, ("@id", id), ("@person", who), ("@subject", who), ("@date", day), ("@note", note));
        await visit.ExecuteNonQueryAsync();
        Set(row, ("@id", Uuid.New(DateTime.UtcNow)), ("@entry", id));
        await row.ExecuteNonQueryAsync();
        var grams = HalfSky.Kernel.Grams.Index(note) + " zrvisit zs" + keys.Township;
        foreach (var command in search)
        {
            Set(command, ("@doc", doc), ("@entry", id), ("@register", "visit"), ("@grams", grams));
            await command.ExecuteNonQueryAsync();
        }
        Set(duty, ("@who", who), ("@id", id), ("@day", day), ("@cycle", Period.QuarterOf(day).Key));
        await duty.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands) await command.DisposeAsync();
        await connection.DisposeAsync();
        (dialect as IDisposable)?.Dispose();
    }

    private async Task Prepare()
    {
        person = Command("SELECT place, org, name FROM person WHERE id = @id", ("@id", Guid.Empty));
        visit = await Like("visit");
        row = await Like("event");
        search = [.. dialect.Search.Put.Select(s => Command(s, [.. new (string, object?)[] { ("@doc", 0L), ("@entry", Guid.Empty), ("@register", ""), ("@grams", "") }.Where(p => s.Contains(p.Item1, StringComparison.Ordinal))]))];
        duty = Command("UPDATE duty SET state = 'Done', done_by = @id, done_on = @day WHERE subject = @who AND cycle = @cycle", ("@id", Guid.Empty), ("@day", keys.Last), ("@who", Guid.Empty), ("@cycle", ""));
    }

    /// <summary>An insert of a row like the newest visit's.</summary>
    private async Task<DbCommand> Like(string table)
    {
        await using var any = connection.CreateCommand();
        any.CommandText = table == "event" ? "SELECT * FROM event WHERE register = 'visit' LIMIT 1" : $"SELECT * FROM {table} LIMIT 1";
        await using var reader = await any.ExecuteReaderAsync();
        await reader.ReadAsync();
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        // An unsealed row, as a writer leaves it.
        var values = names.Select((n, i) => ("@" + n, n is "seq" or "link" ? null : reader.IsDBNull(i) ? null : (object?)reader.GetValue(i))).ToArray();
        await reader.DisposeAsync();
        return Command($"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(n => "@" + n))})", values);
    }

    private DbCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) Bare.Bind(dialect, command, name, value);
        commands.Add(command);
        return command;
    }

    private void Set(DbCommand command, params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
            if (command.Parameters.Contains(name)) command.Parameters[name].Value = dialect.ToDriver(value);
    }
}
