using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>The columns every register has beside its declared fields, and how an entry gives and takes their values.</summary>
internal static class EntryColumns
{
    /// <summary>Columns no field stands for.</summary>
    public static readonly IReadOnlyList<Column> System =
    [
        new("id", "id", typeof(Guid)),
        new("state", "state", typeof(string)),
        new("reason", "reason", typeof(string)),
        new("recordedBy", "recorded_by", typeof(Guid)),
        new("recordedAt", "recorded_at", typeof(DateTime)),
        new("version", "version", typeof(int)),
    ];

    /// <summary>Value of a column as kept.</summary>
    public static object? Read(Register register, Entry entry, Column column) => column.Field is { } field
        ? field.Read(entry)
        : column.Key switch
        {
            "id" => entry.Id,
            "state" => entry.State.ToString(),
            "reason" => entry.Reason,
            "recordedBy" => entry.RecordedBy,
            "recordedAt" => entry.RecordedAt,
            "version" => entry.Version,
            _ => throw new InvalidOperationException($"{register.Key}.{column.Key}"),
        };

    /// <summary>Makes an entry from a row with all columns of the shape.</summary>
    public static Entry Make(Register register, object?[] row)
    {
        var entry = register.New();
        var state = EntryState.Draft;
        string? reason = null;
        for (var i = 0; i < row.Length; i++)
        {
            var column = register.Shape.Columns[i];
            if (column.Field is { } field)
            {
                field.Write(entry, row[i]);
                continue;
            }
            switch (column.Key)
            {
                case "id": entry.Id = (Guid)row[i]!; break;
                case "state": state = Enum.Parse<EntryState>((string)row[i]!); break;
                case "reason": reason = (string?)row[i]; break;
                case "recordedBy": entry.RecordedBy = (Guid)row[i]!; break;
                case "recordedAt": entry.RecordedAt = (DateTime)row[i]!; break;
                case "version": entry.Version = (int)row[i]!; break;
            }
        }
        entry.Restore(state, reason);
        return entry;
    }
}
