using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>A filled form.</summary>
/// <param name="Content">The workbook.</param>
/// <param name="Name">File name.</param>
/// <param name="Number">Number of the export, which its event and the mark on its pages carry.</param>
/// <param name="Rows">Entries and places in its blocks.</param>
public sealed record MadeForm(byte[] Content, string Name, Guid Number, int Rows);

/// <summary>Fills a form from the ledgers for a place and days. That it is done, and how many, is written down before it leaves.</summary>
public sealed class FormFilling(Desk desk, Vault vault, Names names, FormShelf shelf, Export export)
{
    private const string Unmasked = "unmasked";

    /// <summary>Fills it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="asked">place, from and to (both included) or month or period, unmasked, and conditions as in the list's address. Without days: this year up to today.</param>
    /// <param name="reach">Who takes it out.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refusal">What was asked cannot be read, there are too many rows, or she may not see it in full.</exception>
    public async Task<MadeForm> Fill(WorkbookForm form, IReadOnlyList<KeyValuePair<string, StringValues>> asked, ExportReach reach, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var (register, bound, today) = (reference.Register(form.Register)!, form.Bound(), desk.Today);
        var unmasked = asked.Any(a => a.Key == Unmasked && a.Value == "1");
        if (unmasked && reach.Opens(register, true).IsEmpty) throw new Refusal(WorkbookProblems.NotUnsealed);
        var query = Parsed(register, [.. asked.Where(a => a.Key is not (Unmasked or "handler"))], reference);
        var place = query.Place ?? Home(reference, reach);
        var last = query.To ?? (query.From > today ? query.From.Value : today);
        var period = Period.Between(query.From ?? new(last.Year, 1, 1), last);
        // Rows and figures of the same days.
        if (query.Period is null)
            query = Parsed(register, [.. query.Applied.Where(a => a.Key is not ("from" or "to")).Select(a => KeyValuePair.Create(a.Key, new StringValues([.. a.Value]))), new("from", Day(period.From)), new("to", Day(last))], reference);
        var figures = new FormFigures(desk.Session, reference, today, reach);

        var (blocks, rows, count) = (new List<BlockFill>(), 0, 0);
        foreach (var block in bound.Blocks.Where(b => b.Of is not BlockOf.Nothing))
        {
            var made = block.Of is BlockOf.Entries
                ? await new FormRows(desk.Session, reference, vault, desk.Clock, names).Read(block, register, query.Filter & Narrowed(register, block.Where, reference), reach, unmasked, ct)
                : await OfPlaces(block, place.Number, period, figures, reference, ct);
            if (block.Of is BlockOf.Entries) count += made.Count;
            rows += made.Count;
            blocks.Add(new(block.Sheet, block.First, block.Last, [.. block.Columns.Select(c => c.At)], made));
        }
        var template = await shelf.Workbook(form, ct);
        var cells = await Cells(bound, template, place, period, count, figures, reference, reach, ct);
        var number = Uuid.New(desk.Clock.Now);
        var mark = new FormMark($"{reach.Name} {desk.Clock.WallTimeOf(desk.Clock.Now):yyyy-MM-dd HH:mm} 导出{(unmasked ? "" : "，姓名已打码")}，编号 {number}");
        var content = FilledForm.Fill(template, blocks, cells, mark);
        await export.Note(register, number, query, new() { ["format"] = "form", ["form"] = form.Id.ToString(), ["count"] = rows, ["unmasked"] = unmasked }, reach, ct);
        return new(content, $"{form.Name}_{place.Name}_{desk.Today:yyyyMMdd}.xlsx", number, rows);
    }

    private ListQuery Parsed(Register register, IReadOnlyList<KeyValuePair<string, StringValues>> asked, Reference reference)
    {
        var query = ListQuery.Parse(register, asked, reference, desk.User, vault, desk.Today);
        return query.Problems.Count == 0 ? query : throw new Refusal(query.Problems);
    }

    /// <summary>What a block is narrowed to; its states are those of what was asked.</summary>
    private Data.Filter Narrowed(Register register, string where, Reference reference) => where.Length == 0 ? Data.Filter.None
        : Parsed(register, [.. Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(where)], reference).Filter;

    private static async Task<IReadOnlyList<object?[]>> OfPlaces(FormBlock block, Branch place, Period days, FormFigures figures, Reference reference, CancellationToken ct)
    {
        var depth = block.Of is BlockOf.Townships ? 2 : 3;
        // A village asked for a table of townships is a row of its own township.
        if (place.Depth > depth) place = place.AtDepth(depth);
        var places = reference.Places.AtDepth(place, depth).Where(n => !n.Ended).ToList();
        var known = new Dictionary<string, IReadOnlyDictionary<long, object?>>(StringComparer.Ordinal);
        foreach (var fills in block.Columns.Select(c => c.Fills).Where(f => f.StartsWith(FillWords.OfMeasure, StringComparison.Ordinal)).Distinct())
            known[fills] = await figures.By(fills, block.Of, place, days, ct);
        return [.. places.Select((node, i) => block.Columns.Select(c => c.Fills switch
        {
            FillWords.Serial => (long)i + 1,
            FillWords.Village => node.Name,
            FillWords.Township => reference.Places.NameOf(node.Number.AtDepth(2).Value),
            var fills when known.TryGetValue(fills, out var by) => InUnit(by.GetValueOrDefault(node.Number.Value), fills, c.Label, reference),
            _ => (object?)null,
        }).ToArray())];
    }

    /// <summary>Money in the unit its head names.</summary>
    private static object? InUnit(object? value, string fills, string label, Reference reference) =>
        value is decimal yuan && label.Contains("万元", StringComparison.Ordinal) && reference.Measure(fills[FillWords.OfMeasure.Length..].Split('?')[0])?.Unit.Kind == "money" ? yuan / 10_000 : value;

    private async Task<IReadOnlyList<CellFill>> Cells(FormBindings bound, byte[] template, Node place, Period days, int count, FormFigures figures, Reference reference, ExportReach reach, CancellationToken ct)
    {
        if (bound.Cells.All(c => c.Fills.Length == 0)) return [];
        var (grids, fills) = (SheetGrid.Read(template), new List<CellFill>());
        foreach (var cell in bound.Cells.Where(c => c.Fills.Length > 0).GroupBy(c => (c.Sheet, c.At)))
        {
            var values = new Dictionary<int, object?>();
            foreach (var slot in cell)
            {
                values[slot.Slot] = slot.Fills.StartsWith(FillWords.OfMeasure, StringComparison.Ordinal) ? InUnit(await figures.Of(slot.Fills, place.Number, days, ct), slot.Fills, slot.Label, reference) : slot.Fills switch
                {
                    "place" => place.Name,
                    "organization" => reference.Organizations.All.FirstOrDefault(o => o.Place == place.Number.Value && !o.Ended)?.Name ?? reference.Organizations.NameOf(reach.Home.Value),
                    "period" => days.Label,
                    "year" => (long)days.From.Year,
                    "day" => desk.Today,
                    "user" => reach.Name,
                    "count" => (long)count,
                    _ => null,
                };
            }
            var (row, column) = Area.At(cell.Key.At);
            var value = values.TryGetValue(-1, out var whole) ? whole : Caption.Fill(grids.FirstOrDefault(g => g.Name == cell.Key.Sheet)?.Text(row, column) ?? "", values);
            fills.Add(new(cell.Key.Sheet, row, column, value));
        }
        return fills;
    }

    private static Node Home(Reference reference, ExportReach reach) =>
        (reference.Organizations.Find(reach.Home.Value) is { } own ? reference.Places.Find(own.Place) : null) ?? reference.Places.All.First();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
