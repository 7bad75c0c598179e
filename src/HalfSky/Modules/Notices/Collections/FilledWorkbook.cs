using System.Globalization;
using HalfSky.Platform.Sheets.Forms;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>The workbook that came, filled with what villages handed in. Other sheets stay as they are.</summary>
public static class FilledWorkbook
{
    /// <summary>The workbook with these rows, a text for each column of the layout.</summary>
    public static byte[] Fill(byte[] template, SheetLayout layout, IReadOnlyList<string[]> rows) => FilledForm.Fill(template,
        [new(layout.Sheet, layout.First, layout.Last, [.. layout.Columns.Select(c => c.At)], [.. rows.Select(r => layout.Columns.Select((c, i) => Typed(c, r[i])).ToArray())])], []);

    // A day stays as it was typed: many are a month only.
    private static object? Typed(CollectionColumn column, string text) => text.Length == 0 || column.Fills == ColumnMatch.Computed ? null
        : column.Type is ColumnType.Number && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text;
}
