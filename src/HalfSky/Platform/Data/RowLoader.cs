using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HalfSky.Platform.Data;

/// <summary>Inserts many rows of one mapped table by one prepared command; the columns are those of EF's model.</summary>
internal sealed class RowLoader<T> : IAsyncDisposable
    where T : class
{
    private readonly Session session;
    private readonly IClrPropertyGetter[] getters;
    private readonly DbCommand command;

    /// <summary>Prepares the command within the running write.</summary>
    public RowLoader(Session session)
    {
        this.session = session;
        var entity = session.Db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var properties = entity.GetProperties().ToList();
        getters = [.. properties.Select(p => p.GetGetter())];
        var names = properties.Select(p => p.GetColumnName(table)!).ToList();
        command = session.Command(Store.InsertOf(table.Name, names));
        foreach (var name in names) session.Bind(command, "@" + name, null);
    }

    /// <summary>Inserts one row.</summary>
    public async Task Add(T row, CancellationToken ct)
    {
        for (var i = 0; i < getters.Length; i++) command.Parameters[i].Value = session.Dialect.ToDriver(getters[i].GetClrValue(row));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => command.DisposeAsync();
}
