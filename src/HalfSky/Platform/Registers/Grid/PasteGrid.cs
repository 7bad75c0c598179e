using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>
/// Turns pasted rows into entries: finds columns and names, judges every row by the rules of recording, and records those that are right
/// in one transaction. A row has the same identifier however often it is sent, so that nothing is recorded twice.
/// </summary>
public sealed class PasteGrid(Desk desk, Recording recording)
{
    private Reference reference = null!;
    private NamedThings named = null!;

    /// <summary>May she paste into the register? Only who records for more than one village.</summary>
    public static bool MayPaste(CurrentUser user, Register register) =>
        register is not DefinedRegister { Closed: true } && user.Scope(register.Permission("record")).Branches.Any(b => b.Depth <= 2);

    /// <summary>The grid with every cell read and every row judged.</summary>
    public async Task<GridSheet> Read(Register register, GridPost post, CancellationToken ct)
    {
        reference = await desk.Reference(ct);
        named = new(desk, reference, await desk.HomePlace(ct));
        var head = post.IsFresh ? ColumnBinding.HeadOf(register, reference, post.Rows) : post.Head;
        var body = post.Rows.Skip(head + 1).ToList();
        var columns = !post.IsFresh ? Bound(register, post, head)
            : head >= 0 ? ColumnBinding.ByHead(register, reference, post.Rows[head])
            : await ColumnBinding.ByContent(register, reference, [.. body.Take(60)], named, desk.Today, ct);
        var problems = new List<Problem>();
        if (!Uuid.IsAcceptable(post.Batch)) problems.Add(EntryProblems.BadId);
        if (body.Count == 0) problems.Add(new("grid.empty", "还没有贴内容。请在 Excel 或 WPS 里选中几行，复制，再粘贴到下面的框里。", "text"));
        if (body.Count > GridSheet.Most) problems.Add(new("grid.many", $"一次最多 {GridSheet.Most} 行，现在有 {body.Count} 行，请分几次贴。", "text"));
        var sheet = new GridSheet(register, post.Batch, head, columns, problems.Count > 0 ? [] : Rows(post, head, body, columns), PastedText.Write(post.Rows)) { Problems = problems };
        if (problems.Count > 0) return sheet;
        sheet = sheet with { ForAll = ForAll(register, columns, post), OrganizationByPlace = ByPlace(register, columns, post) };
        await Gather(sheet, ct);
        foreach (var cell in sheet.ForAll) Take(cell, 0, null);
        foreach (var row in sheet.Rows) Fill(sheet, row, post);
        Doubles(sheet);
        await Known(sheet, ct);
        foreach (var row in sheet.Rows.Where(r => r.State is not (GridRowState.Skipped or GridRowState.Recorded or GridRowState.TakenBack))) await Judge(register, row, ct);
        return sheet;
    }

    /// <summary>Records every row that is right, all in one transaction; a row the database refuses stays with its reason.</summary>
    /// <returns>How many were recorded now.</returns>
    public async Task<int> Record(GridSheet sheet, CancellationToken ct)
    {
        var ready = sheet.Rows.Where(r => r.State is GridRowState.Ready).ToList();
        while (ready.Count > 0)
        {
            var at = ready[0];
            try
            {
                var refused = await desk.Session.Write(async c =>
                {
                    var stay = new List<(GridRow Row, IReadOnlyList<Problem> Problems)>();
                    foreach (var row in ready)
                    {
                        at = row;
                        var verdict = await recording.Create(sheet.Register.Key, row.Id, row.Input!, c);
                        if (!verdict.IsAccepted) stay.Add((row, verdict.Problems));
                        // What follows from a row must stand before the next is judged: two rows may close one duty.
                        await desk.Session.Db.SaveChangesAsync(c);
                    }
                    return stay;
                }, ct);
                foreach (var (row, problems) in refused) Blame(row, problems);
                foreach (var row in ready.Where(r => r.State is GridRowState.Ready)) row.State = GridRowState.Recorded;
                return ready.Count - refused.Count;
            }
            catch (Refusal refusal) when (refusal.Problems.All(p => p.Code is not ("data.busy" or "data.full")))
            {
                // A rule said no while the row was being written: nothing stands, the others are written without it.
                Blame(at, refusal.Problems);
                ready.Remove(at);
            }
        }
        return 0;
    }

    private IReadOnlyList<GridColumn> Bound(Register register, GridPost post, int head)
    {
        var offered = ColumnBinding.Offered(register, reference).ToList();
        var heads = head >= 0 ? ColumnBinding.ByHead(register, reference, post.Rows[head]) : [.. post.Bound.Select((_, i) => new GridColumn(i, "", null))];
        var columns = new List<GridColumn>();
        foreach (var (i, key) in post.Bound.Index())
        {
            var field = offered.Find(f => f.Key == key);
            // A field stands in one column; the first that asks for it has it.
            if (field is not null) offered.Remove(field);
            columns.Add(heads[i] with { Field = field });
        }
        return columns;
    }

    private static List<GridRow> Rows(GridPost post, int head, IReadOnlyList<string[]> body, IReadOnlyList<GridColumn> columns) => [.. body.Select((cells, i) =>
    {
        var number = head + 1 + i;
        var total = cells.FirstOrDefault(c => c.Length > 0) is { } first && CellText.Plain(first) is "合计" or "总计" or "小计" or "合 计";
        return new GridRow(number, i + 1, [.. columns.Select(c => new GridCell { Text = cells[c.At], Column = c })])
        {
            Id = Uuid.Within(post.Batch, number), Sure = post.Sure.Contains(number), IsTotal = total,
            State = total || post.Skipped.Contains(number) || cells.All(c => c.Length == 0) ? GridRowState.Skipped : GridRowState.Ready,
        };
    })];

    /// <summary>What may be said once for every row: what must be filled and no column brings, and kinds one list has in common.</summary>
    private static List<GridCell> ForAll(Register register, IReadOnlyList<GridColumn> columns, GridPost post) => [.. register.Fields
        .Where(f => !f.Derived && f.Sealed is null && columns.All(c => c.Field != f) && f.Key != "programmes"
            && (f.Required || post.ForAll.ContainsKey(f.Key) || (f is { Type: FieldType.Kind, Filterable: true })))
        .Select(f => new GridCell { Text = post.ForAll.GetValueOrDefault(f.Key) ?? (f.Default == "today" ? "今天" : f.Default ?? ""), Column = new(-1, f.Label, f) })];

    private static bool ByPlace(Register register, IReadOnlyList<GridColumn> columns, GridPost post) => !register.IsOrganizationTree && register.Whole is null
        && register.Find("org") is { Derived: false } && columns.All(c => c.Field?.Key != "org") && !post.ForAll.ContainsKey("org");

    private async Task Gather(GridSheet sheet, CancellationToken ct)
    {
        var cells = sheet.Rows.Where(r => r.State is not GridRowState.Skipped).SelectMany(r => r.Cells).Concat(sheet.ForAll);
        foreach (var group in cells.Where(c => c.Column.Field is { Type: FieldType.LookUp } && !Guid.TryParse(c.Text, out _)).GroupBy(c => c.Column.Field!.Target!))
            if (reference.Register(group.Key) is { } target) await named.Gather(target, group.Select(c => c.Text), ct);
    }

    private void Fill(GridSheet sheet, GridRow row, GridPost post)
    {
        if (row.State is GridRowState.Skipped) return;
        var values = sheet.ForAll.Where(c => !string.IsNullOrEmpty(c.Value)).ToDictionary(c => c.Column.Field!.Key, c => c.Value, StringComparer.Ordinal);
        // The village first: it tells namesakes apart.
        var place = 0L;
        foreach (var cell in row.Cells.Where(c => c.Column.Field is not null).OrderBy(c => c.Column.Field!.Type is FieldType.Place ? 0 : 1))
        {
            var field = cell.Column.Field!;
            Take(cell, place, post.Chosen.GetValueOrDefault((row.Number, cell.Column.At)));
            if (field.Key == "place" && long.TryParse(cell.Value, CultureInfo.InvariantCulture, out var number)) place = number;
            // An empty cell leaves the preset of the form.
            if (!string.IsNullOrEmpty(cell.Value)) values[field.Key] = cell.Value;
        }
        if (sheet.OrganizationByPlace && place != 0 && named.OrganizationAt(place, desk.User.Scope(sheet.Register.Permission("record"))) is > 0 and var org)
            values["org"] = org.ToString(CultureInfo.InvariantCulture);
        row.Input = new(values, Confirmed: row.Sure);
        Weigh(row);
    }

    private void Take(GridCell cell, long place, string? chosen)
    {
        var field = cell.Column.Field!;
        var text = cell.Text;
        if (CellText.Spoilt(field, text) is { } spoilt)
        {
            cell.Problem = spoilt.Text;
            return;
        }
        if (field.Type is FieldType.Place or FieldType.Organization or FieldType.LookUp)
        {
            Name(cell, field, place, chosen);
            return;
        }
        var typed = CellText.Typed(field, text, cell.Column.Unit, reference.KindsOf(field), desk.Today);
        if (!FieldValue.TryParse(field, typed, reference, desk.Today, out var value, out var problem))
        {
            cell.Problem = problem;
            return;
        }
        cell.Value = typed;
        var shown = FieldValue.Show(field, value, reference);
        if (field.Type is FieldType.Date or FieldType.Money or FieldType.Kind or FieldType.Kinds && shown != text && shown.Length > 0) cell.ReadAs = shown;
    }

    private void Name(GridCell cell, Field field, long place, string? chosen)
    {
        var text = cell.Text.Trim();
        if (text.Length == 0)
        {
            cell.Value = "";
            return;
        }
        if (field.Type is FieldType.LookUp && Guid.TryParse(text, out _))
        {
            cell.Value = text;
            return;
        }
        var choices = field.Type switch
        {
            FieldType.Place => named.Places(text),
            FieldType.Organization => named.Organizations(text),
            _ => reference.Register(field.Target!) is { } target ? named.Of(target, text) : [],
        };
        // The row says her village: one namesake there is the one meant.
        if (choices.Count > 1 && place != 0 && choices.Where(c => new Branch(place).Contains(c.Place)).ToList() is [var here]) choices = [here];
        if (choices.FirstOrDefault(c => c.Value == chosen) is { } picked)
        {
            (cell.Value, cell.Chosen, cell.Choices) = (picked.Value, picked.Value, choices);
            cell.ReadAs = picked.Sub;
        }
        else if (choices.Count == 1)
        {
            cell.Value = choices[0].Value;
            if (NamedThings.Folded(choices[0].Title) != NamedThings.Folded(text)) cell.ReadAs = choices[0].Title;
        }
        else if (choices.Count > 1)
        {
            (cell.Choices, cell.Problem) = (choices, $"{choices.Count} 个同名，请选一个。");
        }
        else
        {
            cell.Problem = field.Type switch
            {
                FieldType.Place => $"没有“{Short(text)}”这个地方，请看一下村名。",
                FieldType.Organization => $"没有“{Short(text)}”这个组织，请看一下名称。",
                _ => $"没有找到“{Short(text)}”，请查一下名字，或先把{field.Label}登记上。",
            };
        }
    }

    /// <summary>What the cells say of the row.</summary>
    private static void Weigh(GridRow row)
    {
        if (row.State is GridRowState.Skipped) return;
        row.State = row.Cells.Any(c => c.Problem is not null && c.Choices.Count == 0) ? GridRowState.Wrong : row.Cells.Any(c => c.Problem is not null) ? GridRowState.Asking : GridRowState.Ready;
    }

    /// <summary>The same person on the same day twice is asked about; the same person twice is said.</summary>
    private static void Doubles(GridSheet sheet)
    {
        var title = sheet.Register.TitleField;
        if (title is null || sheet.Columns.All(c => c.Field != title)) return;
        var seen = new Dictionary<string, GridRow>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows.Where(r => r.Input is not null && r.Input.Values.GetValueOrDefault(title.Key) is { Length: > 0 }))
        {
            var who = row.Input!.Values[title.Key]!;
            if (!seen.TryAdd(who, row) && seen[who] is { } first)
            {
                var same = new[] { "date", "place", "birth" }.All(k => first.Input!.Values.GetValueOrDefault(k) == row.Input.Values.GetValueOrDefault(k));
                row.Words.Add(same ? $"和第 {first.Shown} 行一样（同一个{title.Label}、同一天）" : $"第 {first.Shown} 行也是{row.Cells.First(c => c.Column.Field == title).Text}");
                if (same && !row.Sure && row.State is GridRowState.Ready) row.State = GridRowState.Asking;
                row.AsksIfMeant |= same;
            }
        }
    }

    /// <summary>Rows whose entries stand already, from this batch.</summary>
    private async Task Known(GridSheet sheet, CancellationToken ct)
    {
        var states = await PastedBatch.States(desk, sheet.Register, sheet.Batch, ct);
        foreach (var row in sheet.Rows)
            if (states.TryGetValue(row.Id, out var state)) row.State = state is EntryState.Withdrawn ? GridRowState.TakenBack : GridRowState.Recorded;
    }

    private async Task Judge(Register register, GridRow row, CancellationToken ct)
    {
        var verdict = await recording.Judged(register.Key, row.Id, row.Input!, ct);
        if (!verdict.IsAccepted) Blame(row, verdict.Problems);
    }

    private static void Blame(GridRow row, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Field == "confirm")
            {
                row.Words.Add("台账里已经有一条一样的");
                row.AsksIfMeant = true;
                if (row.State is GridRowState.Ready) row.State = GridRowState.Asking;
            }
            else if (row.Cells.FirstOrDefault(c => c.Column.Field?.Key == problem.Field) is { } cell)
            {
                // What was said of the cell itself is nearer than what follows from it.
                cell.Problem ??= problem.Text;
                if (cell.Choices.Count == 0) row.State = GridRowState.Wrong;
            }
            else
            {
                row.Words.Add(problem.Text);
                row.State = GridRowState.Wrong;
            }
        }
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;
}
