using System.Collections.Concurrent;
using System.Data.Common;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Data;

/// <summary>Writes entries, typed and defined alike, over their declared columns. Adds columns and tables for defined registers, never takes any away.</summary>
public sealed class Store(Session session)
{
    private static readonly ConcurrentDictionary<Shape, (string Insert, string Update)> Texts = new();

    /// <summary>Inserts an entry whose organisation the scope holds.</summary>
    /// <exception cref="Refusal">Outside the scope.</exception>
    public async Task Insert(Register register, Scope scope, Entry entry, CancellationToken ct = default)
    {
        Require(scope, entry);
        await session.Open(ct);
        await using var command = session.Command(TextsOf(register.Shape).Insert);
        Bind(command, register, entry);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Updates an entry when it still has the version read; says whether it had.</summary>
    public async Task<bool> Update(Register register, Scope scope, Entry entry, int versionRead, CancellationToken ct = default)
    {
        Require(scope, entry);
        await session.Open(ct);
        await using var command = session.Command(TextsOf(register.Shape).Update);
        Bind(command, register, entry);
        session.Bind(command, "@read", versionRead);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Makes the table of a defined register, or adds the columns it lacks.</summary>
    public async Task Create(Register register, IReadOnlySet<string> existing, CancellationToken ct = default)
    {
        var shape = register.Shape;
        string Type(Column c) => session.Dialect.TypeOf(c.Clr);
        var statements = new List<string>();
        if (!existing.Contains(shape.Table + ".id"))
        {
            statements.Add($"CREATE TABLE {shape.Table} (" + string.Join(", ", shape.Columns.Select(c =>
                $"{c.Name} {Type(c)}" + (c.Key == "id" ? " NOT NULL PRIMARY KEY" : ""))) + ")");
        }
        else
        {
            statements.AddRange(shape.Columns.Where(c => !existing.Contains(shape.Table + "." + c.Name))
                .Select(c => $"ALTER TABLE {shape.Table} ADD COLUMN {c.Name} {Type(c)}"));
        }
        statements.AddRange(register.Indexes.Select(i =>
            $"CREATE INDEX IF NOT EXISTS {i.Name} ON {shape.Table} ({string.Join(", ", i.Keys.Select(k => shape[k].Name))})"));
        await session.Open(ct);
        foreach (var statement in statements)
        {
            await using var command = session.Command(statement);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Inserts many entries by one prepared command; for the demo, imports and loads. The scope is checked for each.</summary>
    public async Task<Loader> Load(Register register, Scope scope, CancellationToken ct = default)
    {
        await session.Open(ct);
        return new(session, register, scope);
    }

    /// <summary>Prepared inserts: one for each set of columns that hold something, since of the forty a register may have most stand empty and cost their binding all the same.</summary>
    public sealed class Loader(Session session, Register register, Scope scope) : IAsyncDisposable
    {
        private const int MostSets = 64;
        private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
        private readonly IReadOnlyList<Column> columns = register.Shape.Columns;

        /// <summary>Inserts one entry.</summary>
        public async Task Add(Entry entry, CancellationToken ct = default)
        {
            Require(scope, entry);
            var values = new object?[columns.Count];
            for (var i = 0; i < values.Length; i++) values[i] = EntryColumns.Read(register, entry, columns[i]);
            var filled = string.Create(values.Length, values, (set, v) => { for (var i = 0; i < v.Length; i++) set[i] = v[i] is null ? '0' : '1'; });
            if (!commands.ContainsKey(filled) && commands.Count >= MostSets) filled = new('1', filled.Length);
            if (!commands.TryGetValue(filled, out var command)) commands[filled] = command = Prepare(filled);
            var at = 0;
            for (var i = 0; i < values.Length; i++)
                if (filled[i] == '1') command.Parameters[at++].Value = session.Dialect.ToDriver(values[i]);
            await command.ExecuteNonQueryAsync(ct);
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            foreach (var command in commands.Values) await command.DisposeAsync();
        }

        private DbCommand Prepare(string filled)
        {
            var names = columns.Where((_, i) => filled[i] == '1').Select(c => c.Name).ToList();
            var command = session.Command(InsertOf(register.Shape.Table, names));
            foreach (var name in names) session.Bind(command, "@" + name, null);
            return command;
        }
    }

    private void Bind(DbCommand command, Register register, Entry entry)
    {
        foreach (var c in register.Shape.Columns) session.Bind(command, "@" + c.Name, EntryColumns.Read(register, entry, c));
    }

    private static (string Insert, string Update) TextsOf(Shape shape) => Texts.GetOrAdd(shape, s =>
    {
        var names = s.Columns.Select(c => c.Name).ToArray();
        return (InsertOf(s.Table, names),
            $"UPDATE {s.Table} SET {string.Join(", ", names.Where(n => n != "id").Select(n => $"{n} = @{n}"))} WHERE id = @id AND version = @read");
    });

    internal static string InsertOf(string table, IReadOnlyList<string> columns) =>
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";

    private static void Require(Scope scope, Entry entry)
    {
        if (!scope.Contains(entry.Org)) throw new Refusal(EntryProblems.NotYourOrganization);
    }
}
