using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Platform.Sheets.Forms.Pages;

/// <summary>认列: what was read from a form, each column and cell with what fills it; looked at once and kept.</summary>
[SignedIn]
public sealed class OneFormPage(Desk desk, FormShelf shelf) : AppPage(desk)
{
    /// <summary>Measures offered for a label; the others are found by their name.</summary>
    private const int Near = 8;

    private FormProposal proposal = null!;

    /// <summary>The form.</summary>
    public WorkbookForm Form { get; private set; } = null!;

    /// <summary>Its register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>As proposed, as kept, or as typed.</summary>
    public FormBindings Bound { get; private set; } = null!;

    /// <summary>Its name as typed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Sheets of the workbook.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [];

    /// <summary>Which entries only: nothing, or one kind.</summary>
    public IEnumerable<(string Value, string Label)> Wheres => Register.Fields.Where(f => f is { Sealed: null, Type: FieldType.Kind or FieldType.Kinds, Filterable: true })
        .SelectMany(f => Reference.KindsOf(f).Items.Where(i => !i.Hidden).Select(i => ($"{ListQuery.NameOf(f)}={Uri.EscapeDataString(i.Code)}", $"{f.Label}：{i.Label}"))).Prepend(("", "全部"));

    /// <summary>Measures by name, for those not among the nearest.</summary>
    public IEnumerable<string> MeasureNames => FormProposal.Measures(Reference).Select(NameOf).Distinct();

    /// <summary>Shows it; who may not change it fills it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        !await Open(id, ct) ? NotFound() : Keeps ? Page() : Redirect($"/forms/{id}/fill");

    /// <summary>Keeps what is chosen.</summary>
    /// <param name="id">The form.</param>
    /// <param name="name">Its name.</param>
    /// <param name="of">What a row of each block stands for.</param>
    /// <param name="first">First row of each block.</param>
    /// <param name="last">Last row of each block.</param>
    /// <param name="where">Which entries of each block.</param>
    /// <param name="fills">What fills each column of each block, then each cell.</param>
    /// <param name="other">A measure by its name, for each of these; it goes before the choice.</param>
    /// <param name="cell">Further cells, “封面!B7”.</param>
    /// <param name="cellFills">What fills these.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? name, BlockOf[] of, int[] first, int[] last, string?[] where, string?[] fills, string?[] other, string?[] cell, string?[] cellFills, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Keeps) return NotFound();
        var (before, at, problems) = (Bound, 0, new List<Problem>());
        string Next(string was, Func<string, bool> allowed)
        {
            var i = at++;
            if (i < other.Length && other[i]?.Trim() is { Length: > 0 } typed)
            {
                if (Named(typed) is { } measure && allowed(FillWords.OfMeasure + measure.Key)) return FillWords.OfMeasure + measure.Key;
                problems.Add(WorkbookProblems.NoMeasure(typed));
            }
            return i >= fills.Length ? was : fills[i] is { } chosen && allowed(chosen) ? chosen : "";
        }
        var blocks = before.Blocks.Select((b, i) =>
        {
            var now = i < of.Length && Enum.IsDefined(of[i]) ? of[i] : b.Of;
            return b with
            {
                Of = now, First = i < first.Length ? first[i] : b.First, Last = i < last.Length ? last[i] : b.Last,
                Where = i < where.Length && Wheres.Any(w => w.Value == where[i]) ? where[i] ?? "" : "", Columns = [.. b.Columns.Select(c => c with { Fills = Next(c.Fills, f => FillsColumn(f, now)) })],
            };
        }).ToList();
        var cells = before.Cells.Select(c => c with { Fills = Next(c.Fills, FillsCell) }).ToList();
        for (var i = 0; i < cell.Length; i++)
            if (cell[i] is { Length: > 0 } typed && typed.LastIndexOf('!') is > 0 and var mark && Sheets.Contains(typed[..mark].Trim()) && Area.At(typed[(mark + 1)..].Trim()) is { Row: > 0, Column: > 0 } address
                && i < cellFills.Length && cellFills[i] is { Length: > 0 } word && FillsCell(word))
                cells.Add(new(typed[..mark].Trim(), Area.Letters(address.Column) + address.Row.ToString(CultureInfo.InvariantCulture), -1, "", word));
        (Bound, Name) = (new(blocks, cells), (name ?? "").Trim());
        if (!Lie(blocks)) problems.Add(WorkbookProblems.BadRows);
        if (problems.Count > 0) throw new Refusal(problems);
        await shelf.Bind(id, Name, Bound, ct);
        var changed = blocks.Zip(before.Blocks).Any(b => b.First.Of is not BlockOf.Nothing && b.First.Of != b.Second.Of);
        Toast = changed ? "存下了。一行改成填别的了，每列填什么请再看一遍。" : "存下了，选好地点和时间就能填。";
        return Redirect(changed ? $"/forms/{id}" : $"/forms/{id}/fill");
    }

    /// <summary>Takes the form away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (!await Open(id, ct) || !Keeps) return NotFound();
        await shelf.Remove(id, ct);
        Toast = $"“{Form.Name}”删掉了。";
        return Redirect("/forms");
    }

    /// <summary>Choices for a column, in groups.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<(string Value, string Label)> Items)> Choices(FormBlock block, FormColumn column) => block.Of is BlockOf.Entries
        ? [("", Common), (Register.Title, [.. FieldsOf(Register).Select(f => (FillWords.OfField + f.Key, Named(f)))]),
            .. Looks.Select(l => (l.Label, (IReadOnlyList<(string, string)>)[.. Behind(l).Select(f => ($"{FillWords.OfField}{l.Key}.{f.Key}", Named(f)))]))]
        : [("", Common), ("数字", Measured(column.Label, column.Fills))];

    /// <summary>Choices for a cell.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<(string Value, string Label)> Items)> Choices(FormCell cell) =>
        [("", [("", "照原样不填"), .. FillWords.OfCells]), ("数字", Measured(cell.Label, cell.Fills))];

    private static IReadOnlyList<(string Value, string Label)> Common =>
        [("", "空着不填"), (FillWords.Serial, "序号"), (FillWords.Village, "村名"), (FillWords.Township, "乡镇名"), (FillWords.Computed, "表里的公式算")];

    private bool Keeps => Form.IsKeptBy(Desk.User.Scope(Register.Permission("export")));

    private IEnumerable<Field> Looks => Register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false, Target: { } target } && Reference.Register(target) is not null);

    private IEnumerable<Field> Behind(Field look) => FieldsOf(Reference.Register(look.Target!)!).Where(f => !f.Common);

    private static IEnumerable<Field> FieldsOf(Register register) => register.Fields.Where(f => !f.Derived || f.Listed);

    private static string Named(Field field) => field.Label + (field.Sealed is null ? "" : "（加密，不打码时才有）");

    private IReadOnlyList<(string, string)> Measured(string label, string now) =>
        [.. proposal.Nearest(label, Near).Append(now).Where(f => f.StartsWith(FillWords.OfMeasure, StringComparison.Ordinal) && MeasureOf(f) is not null).Distinct().Select(f => (f, NameOf(f)))];

    private string NameOf(string fills)
    {
        var (measure, at) = (MeasureOf(fills)!, fills.IndexOf('?', StringComparison.Ordinal));
        if (at < 0) return NameOf(measure);
        var kinds = QueryHelpers.ParseQuery(fills[at..]).SelectMany(c => Split.Declared(measure, Reference).FirstOrDefault(s => s.Key == c.Key) is { Field: { KindList: not null } field }
            ? c.Value.ToString().Split(',').Select(v => Reference.KindsOf(field).LabelOf(v)) : [c.Value.ToString()]);
        return $"{measure.Label} · {string.Join("、", kinds)}（{measure.Unit.Label}）";
    }

    private static string NameOf(Measure measure) => $"{measure.Label}（{measure.Unit.Label}）";

    private Measure? MeasureOf(string fills) => Reference.Measure(fills[FillWords.OfMeasure.Length..].Split('?')[0]);

    private Measure? Named(string typed) => FormProposal.Measures(Reference).FirstOrDefault(m => NameOf(m) == typed || m.Key == typed || m.Label == typed);

    private bool FillsColumn(string fills, BlockOf of) => fills is "" or FillWords.Serial or FillWords.Village or FillWords.Township or FillWords.Computed
        || (of is BlockOf.Entries ? FieldsOf(Register).Any(f => FillWords.OfField + f.Key == fills) || Looks.Any(l => Behind(l).Any(f => $"{FillWords.OfField}{l.Key}.{f.Key}" == fills))
            : fills.StartsWith(FillWords.OfMeasure, StringComparison.Ordinal) && MeasureOf(fills) is not null);

    private bool FillsCell(string fills) => fills.Length == 0 || FillWords.OfCells.Any(c => c.Value == fills) || (fills.StartsWith(FillWords.OfMeasure, StringComparison.Ordinal) && MeasureOf(fills) is not null);

    private static bool Lie(IReadOnlyList<FormBlock> blocks) => blocks.All(b => b.First is >= 2 and <= 2000 && b.Last >= b.First - 1 && b.Last <= 2000)
        && blocks.GroupBy(b => b.Sheet).All(g => g.OrderBy(b => b.First).ToList() is var row && row.Zip(row.Skip(1)).All(p => p.First.Last < p.Second.First));

    private async Task<bool> Open(Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (await shelf.Find(id, ExportReach.Whom(Desk.User), ct) is not { } form) return false;
        (Form, Register, Bound, Name) = (form, Reference.Register(form.Register)!, form.Bound(), form.Name);
        Sheets = [.. Bound.Blocks.Select(b => b.Sheet).Concat(Bound.Cells.Select(c => c.Sheet)).Distinct()];
        proposal = new(Register, Reference);
        return true;
    }
}
