using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Data;

/// <summary>One column the builder may name. Anything else is refused before SQL is made.</summary>
/// <param name="Key">Name used by filters and orders; a field's key or a common column's.</param>
/// <param name="Name">Column in the table.</param>
/// <param name="Clr">CLR type of its values.</param>
/// <param name="Field">The declared field behind it, if any.</param>
public sealed record Column(string Key, string Name, Type Clr, Field? Field = null)
{
    /// <summary>True when only equality by keyed hash is allowed.</summary>
    public bool Sealed => Field?.Sealed is not null;
}

/// <summary>What the builder knows of a table: immutable, made from EF's model for typed registers, from the definition for defined ones.</summary>
public sealed class Shape
{
    private readonly Dictionary<string, Column> byKey;

    /// <summary>Makes a shape.</summary>
    public Shape(string table, IEnumerable<Column> columns)
    {
        Table = table;
        Columns = [.. columns];
        byKey = Columns.ToDictionary(c => c.Key, StringComparer.Ordinal);
    }

    /// <summary>Key of the register whose entries these are.</summary>
    public string Register { get; init; } = "";

    /// <summary>Table name.</summary>
    public string Table { get; }

    /// <summary>All columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The column of that key.</summary>
    /// <exception cref="KeyNotFoundException">The table declares no such column.</exception>
    public Column this[string key] => byKey.TryGetValue(key, out var column)
        ? column
        : throw new KeyNotFoundException($"{Table} declares no column {key}");

    /// <summary>Whether there is such a column.</summary>
    public bool Has(string key) => byKey.ContainsKey(key);
}
