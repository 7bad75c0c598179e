using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HalfSky.Kernel;
using HalfSky.Modules.Notices;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Column = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace HalfSky.Host.Demo;

/// <summary>A table being collected: some villages have handed it in, one shall correct hers, the rest owe it.</summary>
internal sealed class Survey(Chance chance, Clock clock, Catalog catalog, Vault vault, AttachmentFiles files, Session session, Offices offices)
{
    private static readonly string[] Heads = ["序号", "村名", "独居老年妇女（人）", "想学手艺的妇女（人）", "想找零工的妇女（人）", "寒暑假没人带的孩子（人）"];

    /// <summary>The collection of a township, with the workbook it came as.</summary>
    /// <param name="township">Who collects.</param>
    /// <param name="notice">The notice it goes with.</param>
    /// <param name="by">Account of its officer.</param>
    /// <param name="actorOf">Account that fills it for a village.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<Load>> Collect(Township township, Notice notice, Guid by, Func<Village, Guid> actorOf, CancellationToken ct)
    {
        var collection = offices.Begun(new Collection
        {
            Title = $"{township.Name}妇女儿童需求摸底表", Deadline = notice.Deadline, ZeroAllowed = true, Notice = notice.Id, Stage = Collection.Preparing, Note = "只填人数，名单留在村里。没有的填 0，一项都没有的点“零报告”。",
        }, township.Number, notice.Date, by);
        collection.Submit(review: false);
        var workbook = Workbook(collection.Title);
        var kept = (await files.Accept(new MemoryStream(workbook), collection.Title + ".xlsx", null, ct)).File!;
        var attachment = Attachment.Make(vault, clock, kept, collection.Id, "collection", collection.Org, by);
        (attachment.Id, attachment.AddedAt) = (chance.Id(collection.RecordedAt), collection.RecordedAt);
        await session.Write(c =>
        {
            session.Db.Add(attachment);
            return session.Db.SaveChangesAsync(c);
        }, ct);
        var read = IncomingSheet.Read(workbook, attachment.Id);
        var layout = read with { OnePerVillage = true, Columns = [.. read.Columns.Select((c, i) => i == 0 ? c with { Fills = ColumnMatch.Serial, Type = ColumnType.Number } : i == 1 ? c with { Fills = ColumnMatch.Village } : c)] };
        collection.GiveOut(layout);
        var loads = new List<Load>();
        foreach (var (i, village) in township.Villages.Index())
        {
            var part = offices.Part("collection-return", new CollectionReturn { Collection = collection.Id, Org = village.Number.Value, Place = village.Number.Value, Stage = CollectionReturn.Waiting }, "collection", collection, by);
            var came = !village.IsSilent && (i == 1 || chance.Happens(0.55));
            loads.Add(came ? part with { Deeds = HandedIn(village, collection, layout, actorOf(village), by, wrong: i == 1) } : part);
        }
        return [.. loads, new(catalog["collection"], collection, [])];
    }

    private List<Deed> HandedIn(Village village, Collection collection, SheetLayout layout, Guid actor, Guid by, bool wrong)
    {
        var (day, who, minutes, zero) = (chance.Day(collection.Date.AddDays(1), clock.Today), village.Grids[0].Exec.Person.Name, chance.Between(6, 25), !wrong && chance.Happens(0.05));
        string[] row = ["1", village.Name, .. Enumerable.Range(0, 4).Select(_ => chance.Between(0, 18).ToString(CultureInfo.InvariantCulture))];
        var at = offices.At(day);
        var deeds = new List<Deed>
        {
            new("edited", actor, at, e =>
            {
                var part = (CollectionReturn)e;
                part.Submit(zero ? ReturnRows.None : new([row]), zero, layout, vault, day, who);
                part.Minutes = minutes;
            }),
        };
        var later = at.AddHours(3) > clock.Now ? clock.Now : at.AddHours(3);
        if (wrong) deeds.Add(new("returned", by, later, e => ((CollectionReturn)e).SendBack("四个数像是填串了行，请再看一下")));
        else if (chance.Happens(0.4)) deeds.Add(new("verified", by, later, e => ((CollectionReturn)e).Pass()));
        return deeds;
    }

    /// <summary>The workbook as it might come from above: a title over merged cells, heads, three drawn rows, totals.</summary>
    private static byte[] Workbook(string title)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>();
            static string At(int column, int row) => $"{(char)('A' + column)}{row}";
            static Cell Words(int column, int row, string text, uint style) => new() { CellReference = At(column, row), DataType = CellValues.InlineString, StyleIndex = style, InlineString = new(new Text(text)) };
            static Row Line(int number, double height, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number, Height = height, CustomHeight = true };
            static IEnumerable<Cell> Blank(int row) => Heads.Select((_, i) => new Cell { CellReference = At(i, row), StyleIndex = 2 });
            sheet.Worksheet = new Worksheet(
                new Columns(Heads.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = i == 0 ? 6 : 18, CustomWidth = true })),
                new SheetData(
                    Line(1, 32, [Words(0, 1, title, 1)]), Line(2, 32, Heads.Select((h, i) => Words(i, 2, h, 2))), Line(3, 20, Blank(3)), Line(4, 20, Blank(4)), Line(5, 20, Blank(5)),
                    Line(6, 22, [Words(0, 6, "合计", 2), new Cell { CellReference = "B6", StyleIndex = 2 }, .. Enumerable.Range(2, 4).Select(c => new Cell { CellReference = At(c, 6), StyleIndex = 2, CellFormula = new($"SUM({At(c, 3)}:{At(c, 5)})") })])),
                new MergeCells(new MergeCell { Reference = "A1:F1" }),
                new PageMargins { Left = 0.5, Right = 0.5, Top = 0.8, Bottom = 0.8, Header = 0.3, Footer = 0.3 },
                new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape });
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "摸底表", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        }
        return memory.ToArray();
    }

    private static Stylesheet Styles()
    {
        static CellFormat Format(uint font, uint border) => new()
        {
            FontId = font, BorderId = border, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true,
            Alignment = new() { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true },
        };
        return new(
            new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" }), new Font(new Bold(), new FontSize { Val = 16 }, new FontName { Val = "黑体" })),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat(), Format(1, 0), Format(0, 1)));
    }
}
