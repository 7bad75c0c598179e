using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Sheets;

/// <summary>
/// The columns of a register's export and their cells, from the declared fields: the only list of them, for text file and workbook alike.
/// Names of people are masked and sealed fields left out (D11), but for entries the reader may unseal and asked to.
/// </summary>
public sealed class Sheet
{
    private readonly Register register;
    private readonly Reference reference;
    private readonly Vault vault;
    private readonly Scope unsealed;
    private readonly List<(SheetColumn Column, Func<object?[], IReadOnlyDictionary<Guid, string>, object?> Cell)> columns = [];
    private readonly Dictionary<string, int> at = new(StringComparer.Ordinal);

    /// <summary>Lays out the columns.</summary>
    /// <param name="register">The register.</param>
    /// <param name="reference">Kinds, places.</param>
    /// <param name="vault">Opens sealed fields.</param>
    /// <param name="unsealed">Whose entries are shown in full; <see cref="Scope.None"/> for a masked export.</param>
    /// <param name="clock">Tells the time of recording.</param>
    public Sheet(Register register, Reference reference, Vault vault, Scope unsealed, Clock clock)
    {
        (this.register, this.reference, this.vault, this.unsealed) = (register, reference, vault, unsealed);
        Keys = [.. register.Shape.Columns.Select(c => c.Key)];
        for (var i = 0; i < Keys.Count; i++) at[Keys[i]] = i;
        // What the list shows stands first, as in the list.
        foreach (var field in register.Fields.Where(f => (!f.Derived || f.Listed) && (f.Sealed is null || !unsealed.IsEmpty)).OrderByDescending(f => f.Listed)) Add(field);
        Add("状态", CellType.Text, 8, (row, _) => StateOf(row));
        Add("记录时间", CellType.Text, 17, (row, _) => clock.WallTimeOf((DateTime)row[at["recordedAt"]]!).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Add("编号", CellType.Text, 38, (row, _) => row[at["id"]]!.ToString());
    }

    /// <summary>Columns of the register to read, in the order <see cref="Cells"/> takes them.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SheetColumn> Columns => [.. columns.Select(c => c.Column)];

    /// <summary>Look-ups of a row, whose names its cells need.</summary>
    public IEnumerable<(Field Field, object? Value)> Pointed(object?[] row) =>
        register.Fields.Where(f => f is { Type: FieldType.LookUp } && (!f.Derived || f.Listed)).Select(f => (f, row[at[f.Key]]));

    /// <summary>Cells of a row: text, day, whole number, or money in yuan as a decimal; null when empty.</summary>
    public object?[] Cells(object?[] row, IReadOnlyDictionary<Guid, string> names) => [.. columns.Select(c => c.Cell(row, names))];

    /// <summary>A cell as text.</summary>
    public static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal yuan => yuan.ToString("0.00", CultureInfo.InvariantCulture),
        // A tab behind it keeps Excel from reading a long number as 1.1E+17; reading it back trims.
        string { Length: >= 12 } digits when digits.All(char.IsAsciiDigit) => digits + "\t",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private void Add(string label, CellType type, double width, Func<object?[], IReadOnlyDictionary<Guid, string>, object?> cell) =>
        columns.Add((new(label, type, width), cell));

    private void Add(Field field)
    {
        var (type, width) = field.Type switch
        {
            FieldType.Date => (CellType.Day, 12),
            FieldType.Number => (CellType.Number, 10),
            FieldType.Money => (CellType.Money, 14),
            FieldType.LongText => (CellType.Text, 40),
            FieldType.Place or FieldType.Organization or FieldType.IdCard => (CellType.Text, 22),
            FieldType.Kinds => (CellType.Text, 18),
            _ => (CellType.Text, 14),
        };
        Add(field.Label, type, width, CellOf(field));
    }

    /// <summary>Shows one field of a row as far as it may be seen: names masked, what is sealed only where it is unsealed.</summary>
    internal Func<object?[], IReadOnlyDictionary<Guid, string>, object?> CellOf(Field field)
    {
        var index = at[field.Key];
        var masked = field.Type is FieldType.LookUp ? reference.NamesPeople(reference.Register(field.Target!)) : field == register.TitleField && reference.NamesPeople(register);
        return (row, names) =>
        {
            var value = row[index];
            var full = unsealed.Contains((long)row[at["org"]]!);
            return value switch
            {
                null => null,
                SealedText s => full ? vault.Reveal(field.Sealed!.Value, register.Key + "." + field.Key, s) : "＊＊＊＊",
                DateOnly day => day == default ? null : day,
                long n when field.Type is FieldType.Money => new Money(n).Fen / 100m,
                long n when field.Type is FieldType.Number => field.Digits == 0 ? n : n / FieldValue.Scale(field),
                long n when field.Type is FieldType.Place => reference.Places.PathOf(n),
                _ when masked && !full => NameMask.Of(FieldValue.Show(field, value, reference, names)),
                _ => FieldValue.Show(field, value, reference, names),
            };
        };
    }

    private string StateOf(object?[] row) => CueTag.Word(Enum.Parse<EntryState>((string)row[at["state"]]!));
}
