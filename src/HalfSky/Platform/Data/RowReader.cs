using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HalfSky.Platform.Data;

/// <summary>Reads a small mapped table whole, by the columns of EF's model: what every start reads, without compiling a query for each.</summary>
internal static class RowReader
{
    /// <summary>All rows, in no order.</summary>
    public static async Task<List<T>> All<T>(Session session, CancellationToken ct)
        where T : class, new()
    {
        var entity = session.Db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!);
        var columns = entity.GetProperties().Select(p => (Property: p.PropertyInfo!, Name: p.GetColumnName(table)!, Clr: Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)).ToList();
        await session.Open(ct);
        await using var command = session.Command($"SELECT {string.Join(", ", columns.Select(c => c.Name))} FROM {table.Name}");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            var row = new T();
            for (var i = 0; i < columns.Count; i++)
                if (session.Dialect.Read(reader, i, columns[i].Clr) is { } value) columns[i].Property.SetValue(row, value);
            rows.Add(row);
        }
        return rows;
    }
}
