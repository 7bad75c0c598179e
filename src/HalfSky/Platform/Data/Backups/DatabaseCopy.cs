namespace HalfSky.Platform.Data.Backups;

/// <summary>Copies a whole database out and back in, on either kind of database.</summary>
internal abstract class DatabaseCopy
{
    /// <summary>The copier for a connection: PostgreSQL when one is given, otherwise the folder's SQLite file.</summary>
    public static DatabaseCopy For(DataFolder folder, string? postgres) =>
        postgres is null ? new SqliteCopy(folder.Database) : new PostgresCopy(postgres);

    /// <summary>“sqlite” or “postgres”, as the manifest says it.</summary>
    public abstract string Kind { get; }

    /// <summary>Bytes the database takes, about.</summary>
    public abstract Task<long> Size(CancellationToken cancel);

    /// <summary>Writes a copy of one moment and returns the rows of every table at that same moment.</summary>
    public abstract Task<SortedDictionary<string, long>> CopyTo(string file, CancellationToken cancel);

    /// <summary>Opens a copy somewhere aside, has the database check it, and returns the rows of every table; null when it is not sound.</summary>
    public abstract Task<SortedDictionary<string, long>?> TryOut(string file, CancellationToken cancel);

    /// <summary>True when there is nothing that a restore would overwrite.</summary>
    public abstract Task<bool> IsEmpty(CancellationToken cancel);

    /// <summary>Puts a copy in place.</summary>
    public abstract Task PutBack(string file, CancellationToken cancel);
}
