using System.Data.Common;
using HalfSky.Platform.Search;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Data.Provider;

/// <summary>What differs between the two databases; the only place that names one of them.</summary>
public abstract class Dialect
{
    /// <summary>“sqlite” or “postgres”.</summary>
    public abstract string Name { get; }

    /// <summary>Sets EF up for this database.</summary>
    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Column type in DDL.</summary>
    public abstract string TypeOf(Type clr);

    /// <summary>Value as the driver wants it.</summary>
    public virtual object ToDriver(object? value) => value switch
    {
        null => DBNull.Value,
        SealedText s => s.Bytes,
        Enum e => e.ToString(),
        _ => value,
    };

    /// <summary>Reads a value of the given CLR type; null for SQL null.</summary>
    public object? Read(DbDataReader reader, int ordinal, Type clr)
    {
        if (reader.IsDBNull(ordinal)) return null;
        if (clr == typeof(string)) return reader.GetString(ordinal);
        if (clr == typeof(long)) return reader.GetInt64(ordinal);
        if (clr == typeof(int)) return reader.GetInt32(ordinal);
        if (clr == typeof(bool)) return reader.GetBoolean(ordinal);
        if (clr == typeof(Guid)) return ReadGuid(reader, ordinal);
        if (clr == typeof(DateOnly)) return reader.GetFieldValue<DateOnly>(ordinal);
        if (clr == typeof(DateTime)) return DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc);
        if (clr == typeof(SealedText)) return new SealedText(reader.GetFieldValue<byte[]>(ordinal));
        if (clr == typeof(byte[])) return reader.GetFieldValue<byte[]>(ordinal);
        throw new NotSupportedException(clr.Name);
    }

    /// <summary>Reads an identifier.</summary>
    protected abstract Guid ReadGuid(DbDataReader reader, int ordinal);

    /// <summary>Begins the transaction of a write before its first read (D2).</summary>
    public abstract Task<DbTransaction> BeginWrite(DbConnection connection, CancellationToken ct);

    /// <summary>Held around a write within this process; SQLite has one writer, so queueing here spares its busy loop.</summary>
    public abstract SemaphoreSlim? WriteGate { get; }

    /// <summary>The failure goes away when the work is done again.</summary>
    public abstract bool IsTransient(DbException error);

    /// <summary>A unique key was hit (decided by SQLSTATE, never by a constraint's name: R6).</summary>
    public abstract bool IsDuplicate(DbException error);

    /// <summary>The disk or the quota is full.</summary>
    public abstract bool IsFull(DbException error);

    /// <summary>Month of a day column: text “2026-03” or a number 202603.</summary>
    public abstract string Month(string column);

    /// <summary>Quarter of a day column: text “2026Q1” or a number 20261.</summary>
    public abstract string Quarter(string column);

    /// <summary>Year of a day column.</summary>
    public abstract string Year(string column);

    /// <summary>1-based position of a text in a column, 0 when absent.</summary>
    public abstract string Position(string column, string parameter);

    /// <summary>The column written so that no index is taken on it.</summary>
    public abstract string WithoutIndex(string column);

    /// <summary>Writes “this id is among the documents that match”.</summary>
    public abstract void WriteMatch(SqlWriter w, string idColumn, SearchQuery query);

    /// <summary>
    /// Writes “from the documents that match, newest first, their rows as t, where they match”; gives the column that sorts by day.
    /// </summary>
    public abstract string WriteWalk(SqlWriter w, string table, SearchQuery query);

    /// <summary>The query in the words of the database's full-text search.</summary>
    public abstract string MatchText(SearchQuery query);

    /// <summary>Statement texts of the search index.</summary>
    public abstract SearchSql Search { get; }

    /// <summary>Asks whether EF has ever migrated this database: 1 or 0.</summary>
    public abstract string HasMigrations { get; }

    /// <summary>SQL run before migrating.</summary>
    public virtual IReadOnlyList<string> BeforeMigrating => [];

    /// <summary>SQL run once after migration (virtual tables and the like EF's model cannot say).</summary>
    public abstract IReadOnlyList<string> Extras { get; }

    /// <summary>Query plan of a statement, a line a step.</summary>
    public abstract string Explain(string sql);

    /// <summary>Lines of a plan that read a whole table or index without a bound.</summary>
    public abstract bool ReadsAll(string planLine);

    /// <summary>Statements run after a load, so that the planner knows the sizes.</summary>
    public abstract string Analyze { get; }

    /// <summary>Said before many rows are loaded piece by piece; null where nothing is to be said.</summary>
    public virtual string? BeforeLoad => null;

    /// <summary>Asks for a number that changes when another connection has written; null where writers do not wait for each other.</summary>
    public virtual string? Changes => null;

    /// <summary>Said now and then between the pieces.</summary>
    public virtual string? DuringLoad => null;

    /// <summary>Said when they are loaded, before the load is called done.</summary>
    public virtual string? AfterLoad => null;

    /// <summary>Tables and columns that exist, as “table.column”.</summary>
    public abstract string ColumnsOfDatabase { get; }
}

/// <summary>Statements that keep the search index; parameters @doc @entry @register @grams.</summary>
/// <param name="Put">Writes one document.</param>
/// <param name="Remove">Removes one document by @doc.</param>
/// <param name="Find">Entries of the register that match @match, newest first, @take of them from @skip.</param>
/// <param name="Count">How many match, at most @take.</param>
public sealed record SearchSql(IReadOnlyList<string> Put, IReadOnlyList<string> Remove, string Find, string Count);
