using System.Globalization;
using HalfSky.Platform.Sheets;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>A cell as drawn: what it shows, and beneath that the number or day a workbook keeps.</summary>
/// <param name="Text">What a reader of the sheet sees.</param>
internal sealed record DrawnCell(string Text)
{
    /// <summary>Number formats of days, each with the .NET format that shows the same.</summary>
    public static readonly IReadOnlyDictionary<string, string> DayFormats = new Dictionary<string, string>
    {
        ["yyyy/m/d"] = "yyyy/M/d", ["yyyy-mm-dd"] = "yyyy-MM-dd", ["yyyy\"年\"m\"月\"d\"日\""] = "yyyy年M月d日", ["yyyy.mm.dd"] = "yyyy.MM.dd", ["m\"月\"d\"日\""] = "M月d日",
    };

    public static readonly DrawnCell Empty = new("");

    public decimal? Number { get; private init; }

    public DateOnly? Day { get; private init; }

    /// <summary>Number format of the number or day.</summary>
    public string Format { get; private init; } = "General";

    /// <summary>A formula whose last value is what is shown.</summary>
    public string? Formula { get; init; }

    public static DrawnCell Of(decimal number, string format = "General") =>
        new(number.ToString(format is "General" ? "0.########" : format, CultureInfo.InvariantCulture)) { Number = number, Format = format };

    public static DrawnCell Of(DateOnly day, string format) => new(day.ToString(DayFormats[format], CultureInfo.InvariantCulture)) { Day = day, Format = format };

    /// <summary>The number a workbook keeps for a day.</summary>
    public static int Serial(DateOnly day, bool from1904) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (from1904 ? 1462 : 0);
}

/// <summary>A sheet as drawn; rows and columns from 1.</summary>
internal sealed class DrawnSheet(string name)
{
    private readonly SortedDictionary<(int Row, int Column), DrawnCell> cells = [];

    public string Name { get; } = name;

    public List<Area> Merged { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];

    public bool Hidden { get; init; }

    public int LastRow => cells.Count == 0 ? 0 : cells.Keys.Max(k => k.Row);

    public int LastColumn => cells.Count == 0 ? 0 : cells.Keys.Max(k => k.Column);

    public DrawnCell this[int row, int column]
    {
        get => cells.GetValueOrDefault((row, column), DrawnCell.Empty);
        set => cells[(row, column)] = value;
    }

    /// <summary>Merges cells, the text in the upper left one; one cell alone stays as it is.</summary>
    public void Merge(int top, int left, int bottom, int right, DrawnCell? cell = null)
    {
        if (cell is not null) this[top, left] = cell;
        if ((top, left) != (bottom, right)) Merged.Add(new(top, left, bottom, right));
    }

    /// <summary>The sheet for a person who looks into a failure.</summary>
    public string AsText() => $"[{Name}{(Hidden ? " hidden" : "")}] merged {string.Join(' ', Merged)}{(HiddenColumns.Count > 0 ? " hidden columns " + string.Join(',', HiddenColumns) : "")}\n"
        + string.Join('\n', Enumerable.Range(1, LastRow).Select(r => $"{r,3} " + string.Join(" | ", Enumerable.Range(1, LastColumn).Select(c => Visible(this[r, c])))));

    private static string Visible(DrawnCell cell) => cell.Text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\u200b", "[zw]", StringComparison.Ordinal).Replace("\ufeff", "[bom]", StringComparison.Ordinal)
        .Replace("\u00a0", "[nbsp]", StringComparison.Ordinal).Replace("\u202d", "[lro]", StringComparison.Ordinal).Replace("\u202c", "[pdf]", StringComparison.Ordinal)
        + (cell.Number is null ? "" : "#") + (cell.Day is { } d ? "@" + d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "") + (cell.Formula is null ? "" : "=");
}

/// <summary>A workbook as drawn.</summary>
/// <param name="Sheets">Its sheets in order.</param>
/// <param name="From1904">Days are counted from 1904, as on old Macintoshes.</param>
/// <param name="Shared">Texts stand in the common table of the workbook instead of in their cells.</param>
internal sealed record DrawnBook(IReadOnlyList<DrawnSheet> Sheets, bool From1904, bool Shared);

/// <summary>How a drawn workbook is written to a file.</summary>
internal enum Written
{
    Xlsx,
    Csv,
    CsvMarked,
    CsvGb18030,
    Tabs,
    Html,
}
