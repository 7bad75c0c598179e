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
        return new(session, register, scope, session.Command(TextsOf(register.Shape).Insert));
    }

    /// <summary>A prepared insert.</summary>
    public sealed class Loader(Session session, Register register, Scope scope, DbCommand command) : IAsyncDisposable
    {
        private bool prepared;

        /// <summary>Inserts one entry.</summary>
        public async Task Add(Entry entry, CancellationToken ct = default)
        {
            Require(scope, entry);
            if (!prepared)
            {
                foreach (var c in register.Shape.Columns) session.Bind(command, "@" + c.Name, null);
                prepared = true;
            }
            var columns = register.Shape.Columns;
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = session.Dialect.ToDriver(EntryColumns.Read(register, entry, columns[i]));
            await command.ExecuteNonQueryAsync(ct);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => command.DisposeAsync();
    }

    private void Bind(DbCommand command, Register register, Entry entry)
    {
        foreach (var c in register.Shape.Columns) session.Bind(command, "@" + c.Name, EntryColumns.Read(register, entry, c));
    }

    private static (string Insert, string Update) TextsOf(Shape shape) => Texts.GetOrAdd(shape, s =>
    {
        var names = s.Columns.Select(c => c.Name).ToArray();
        return ($"INSERT INTO {s.Table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(n => "@" + n))})",
            $"UPDATE {s.Table} SET {string.Join(", ", names.Where(n => n != "id").Select(n => $"{n} = @{n}"))} WHERE id = @id AND version = @read");
    });

    private static void Require(Scope scope, Entry entry)
    {
        if (!scope.Contains(entry.Org)) throw new Refusal(EntryProblems.NotYourOrganization);
    }
}
