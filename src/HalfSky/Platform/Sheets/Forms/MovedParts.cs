using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ext = DocumentFormat.OpenXml.Office.Excel;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>What points at rows of a sheet that grows: merges, validations, formats, names, links, breaks, drawings, notes, and formulas of every sheet.</summary>
internal static partial class MovedParts
{
    /// <summary>Moves all of it; the rows themselves are <see cref="BlockRows"/>'.</summary>
    public static void Move(WorkbookPart book, IReadOnlyDictionary<string, WorksheetPart> sheets, BlockFill block, RowShift shift)
    {
        var grown = sheets[block.Sheet];
        Merges(grown.Worksheet, block, shift);
        if (shift.By == 0) return;
        Own(grown, shift);
        foreach (var (name, part) in sheets) Formulas(part, name, shift);
        foreach (var name in book.Workbook.DefinedNames?.Elements<DefinedName>() ?? []) name.Text = shift.Formula(name.Text, "");
    }

    private static void Merges(Worksheet sheet, BlockFill block, RowShift shift)
    {
        if (sheet.GetFirstChild<MergeCells>() is not { } merges) return;
        var (moved, length) = (new List<Area>(), block.Last - block.First + 1);
        var all = merges.Elements<MergeCell>().Where(m => m.Reference?.Value is not null).Select(m => Area.Of(m.Reference!.Value!)).ToList();
        bool Within(Area area) => area.Top >= block.First && area.Bottom <= block.Last;
        foreach (var area in all)
        {
            if (!Within(area)) moved.Add(shift.Of(area));
            else if (area.Top == area.Bottom) continue;
            // A word down the side stays; merged rows that are filled would hide what is written beneath the first.
            else if (!block.Columns.Any(c => c >= area.Left && c <= area.Right)) moved.Add(shift.Of(area));
        }
        var count = Math.Max(block.Rows.Count, length);
        var across = all.Where(a => Within(a) && a.Top == a.Bottom).ToLookup(a => a.Top - block.First);
        for (var i = 0; i < count && length > 0; i++)
            moved.AddRange(across[BlockRows.ModelOf(i, count, length)].Select(a => a with { Top = block.First + i, Bottom = block.First + i }));
        merges.RemoveAllChildren<MergeCell>();
        merges.Append(moved.Select(a => new MergeCell { Reference = a.ToString() }));
        merges.Count = (uint)moved.Count;
        if (moved.Count == 0) merges.Remove();
    }

    private static void Own(WorksheetPart part, RowShift shift)
    {
        var sheet = part.Worksheet;
        foreach (var validation in sheet.Descendants<DataValidation>()) Lists(validation.SequenceOfReferences, shift);
        foreach (var format in sheet.Descendants<ConditionalFormatting>()) Lists(format.SequenceOfReferences, shift);
        foreach (var range in sheet.Descendants<ProtectedRange>()) Lists(range.SequenceOfReferences, shift);
        foreach (var ignored in sheet.Descendants<IgnoredError>()) Lists(ignored.SequenceOfReferences, shift);
        foreach (var newer in sheet.Descendants<Ext.ReferenceSequence>()) newer.Text = shift.List(newer.Text);
        foreach (var link in sheet.Descendants<Hyperlink>().Where(h => h.Reference?.Value is not null)) link.Reference = shift.List(link.Reference!.Value!);
        if (sheet.GetFirstChild<AutoFilter>() is { Reference.Value: { } filter } auto) auto.Reference = shift.List(filter);
        if (sheet.SheetDimension?.Reference?.Value is { } size) sheet.SheetDimension.Reference = shift.List(size);
        foreach (var pause in sheet.Descendants<RowBreaks>().SelectMany(b => b.Elements<Break>())) pause.Id = (uint)shift.Row((int)(pause.Id?.Value ?? 0));
        foreach (var table in part.TableDefinitionParts.Select(t => t.Table))
        {
            if (table.Reference?.Value is { } over) table.Reference = shift.List(over);
            if (table.AutoFilter?.Reference?.Value is { } filtered) table.AutoFilter.Reference = shift.List(filtered);
        }
        foreach (var row in part.DrawingsPart?.WorksheetDrawing?.Descendants<RowId>() ?? []) row.Text = Anchored(row.Text, shift);
        foreach (var note in part.WorksheetCommentsPart?.Comments.CommentList?.Elements<Comment>() ?? [])
            if (note.Reference?.Value is { } at) note.Reference = shift.List(at);
        // The boxes of notes are drawn in a file of their own, by the row's number from 0.
        foreach (var boxes in part.VmlDrawingParts)
        {
            string text;
            using (var reader = new StreamReader(boxes.GetStream(FileMode.Open))) text = reader.ReadToEnd();
            text = NoteRow().Replace(text, m => m.Groups[1].Value + Anchored(m.Groups[2].Value, shift));
            text = NoteBox().Replace(text, m => m.Groups[1].Value + Anchored(m.Groups[2].Value, shift) + m.Groups[3].Value + Anchored(m.Groups[4].Value, shift));
            using var writer = new StreamWriter(boxes.GetStream(FileMode.Create));
            writer.Write(text);
        }
    }

    private static void Formulas(WorksheetPart part, string name, RowShift shift)
    {
        foreach (var formula in part.Worksheet.Descendants<OpenXmlLeafTextElement>())
        {
            // The rows of the sheet itself are rewritten where they are moved.
            if (formula is Formula or Formula1 or Formula2 or Ext.Formula || (formula is CellFormula && name != shift.Sheet)) formula.Text = shift.Formula(formula.Text, name);
        }
        foreach (var chart in part.DrawingsPart?.ChartParts ?? [])
            foreach (var formula in chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Formula>()) formula.Text = shift.Formula(formula.Text, "");
    }

    private static void Lists(ListValue<StringValue>? references, RowShift shift)
    {
        if (references is not null) references.InnerText = shift.List(references.InnerText ?? "");
    }

    private static string Anchored(string row, RowShift shift) => int.TryParse(row, CultureInfo.InvariantCulture, out var at) ? (shift.Row(at + 1) - 1).ToString(CultureInfo.InvariantCulture) : row;

    [GeneratedRegex(@"(<x:Row>\s*)(\d+)")]
    private static partial Regex NoteRow();

    [GeneratedRegex(@"(<x:Anchor>\s*\d+,\s*\d+,\s*)(\d+)(,\s*\d+,\s*\d+,\s*\d+,\s*)(\d+)")]
    private static partial Regex NoteBox();
}
