using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Imports.Cells;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Imports.Tables;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports;

/// <summary>
/// Finds the table of a register in a workbook as counties make them and reads its cells. It asks the database nothing and writes nothing:
/// whether a person is known and a rule says no is judged afterwards (<c>ImportJudge</c>).
/// </summary>
/// <param name="register">The register.</param>
/// <param name="reference">Kinds, places, organisations.</param>
/// <param name="named">What names of places mean to who imports.</param>
/// <param name="today">Today.</param>
public sealed class ImportReader(Register register, Reference reference, NamedThings named, DateOnly today)
{
    private const int Samples = 24;

    /// <summary>From so many lines on, all processors read.</summary>
    private const int Long = 2000;
    internal static readonly Problem NoHead = new("sheet.head", "没有找到表头：表里没有一行的列名是这本台账认识的。请看是不是传错了文件或台账；列名请写成“姓名”“日期”“村”这样的词。", "file");
    internal static readonly Problem NoRows = new("sheet.rows", "找到了表头，但下面没有一行数据。", "file");
    private static readonly Problem NoSheet = new("sheet.unknown", "文件里没有这张工作表。", "sheet");
    private readonly CellReader cells = new(reference, named, today);
    private readonly LabelMatch match = new(ImportTarget.Of(register, reference), reference);

    /// <summary>All a column may go to.</summary>
    public IReadOnlyList<ImportTarget> Targets => match.Targets;

    /// <summary>Reads the table.</summary>
    /// <exception cref="Refusal">There is none, or none that the register knows.</exception>
    public ImportTable Read(SourceBook book, string fileName, ImportBinding? binding = null, string? sheet = null)
    {
        var wanted = sheet ?? (binding is { Sheet.Length: > 0 } && book.Sheets.Any(s => s.Name == binding.Sheet) ? binding.Sheet : null);
        if (sheet is not null && book.Sheets.All(s => s.Name != sheet)) throw new Refusal(NoSheet);
        var candidates = book.Sheets.Where(s => s.Rows.Count > 0 && (wanted is null || s.Name == wanted)).Select(s => new SheetLook(s))
            .Select(look => (look, head: binding is { Head: > 0 } && wanted is not null ? Told(look, binding.Head) : HeadFinder.Find(look, match))).Where(x => x.head is not null)
            .Select(x => (x.look, head: x.head!, rows: x.look.Sheet.Rows.Count(r => r.Number > x.head!.Bottom))).ToList();
        if (candidates.Count == 0) throw new Refusal(NoHead);
        var shown = candidates.Exists(c => !c.look.Sheet.Hidden && c.rows > 0) ? candidates.FindAll(c => !c.look.Sheet.Hidden && c.rows > 0) : candidates;
        var best = shown.Max(c => c.head.Score);
        // Twelve months with the same head: the fullest is read, the others are named.
        var near = shown.FindAll(c => c.head.Score > best * 0.9 - 0.2);
        var chosen = near.MaxBy(c => Math.Min(c.rows, 30_000) + (c.head.Score > best - 0.01 ? 0.5 : 0));
        var table = Table(chosen.look, chosen.head, fileName, binding, [.. near.Where(c => c.look != chosen.look).Select(c => c.look.Sheet.Name)]);
        if (table.Rows.Count == 0) throw new Refusal(NoRows);
        return table;
    }

    private FoundHead Told(SheetLook look, int bottom) =>
        Enumerable.Range(1, 3).Where(d => bottom - d + 1 >= 1).Select(d => HeadFinder.At(look, bottom - d + 1, d, match)).MaxBy(h => h.Score)!;

    private ImportTable Table(SheetLook look, FoundHead head, string fileName, ImportBinding? binding, IReadOnlyList<string> others)
    {
        var body = look.Sheet.Rows.Where(r => r.Number > head.Bottom).ToList();
        var around = look.Sheet.Rows.Where(r => r.Number < head.Top).ToList();
        var context = SheetContext.Of(around, look.Sheet.Name, fileName);
        context = context with { Village = VillageOf(context, around, look.Sheet.Name) };
        var columns = new List<ImportColumn>();
        var blocks = new List<IReadOnlyList<ImportColumn>>();
        var telling = body.Where(r => !RowKinds.SaysNote(r) && !RowKinds.Numbers(r)).ToList();
        IReadOnlyList<SourceCell> Cells(int column) => [.. telling.Select(r => look.Said(r.Number, column)).Where(c => !c.IsEmpty && c.Type is not SourceType.Error && !LooksHead(head, column, c) && !IsDitto(c)).Take(Samples)];
        foreach (var (left, right) in Blocks(head))
        {
            var proposed = new ColumnProposals(match, cells, context).Of(head.Parts, left, right, Cells, look.Sheet.HiddenColumns);
            // Tables side by side are one table cut in two: what the first is bound to holds for all.
            if (blocks is [var first, ..] && proposed.Count == first.Count) proposed = [.. first.Zip(proposed, (a, b) => a with { At = b.At })];
            if (binding is not null) proposed = [.. proposed.Select(c => Confirmed(c, binding))];
            if (proposed.Any(c => c.Targets.Count > 0)) blocks.Add(proposed);
            columns.AddRange(proposed);
        }
        var above = look.Sheet.Rows.Where(r => r.Number <= head.Bottom).Select(RowKinds.Line).Where(l => l.Length > 0).ToHashSet(StringComparer.Ordinal);
        var (rows, passed) = (new List<ImportRow>(body.Count), new List<PassedRow>());
        var used = blocks.ConvertAll(b => new BlockColumns(b, match.Targets.Any(t => t.Path == "place")));
        var heads = head.Parts.Select(p => p.Select(HeadWords.Plain).ToArray()).ToList();
        ReadCell Section(SourceRow row, int block) => used[block].TakesPlace ? SectionOf(row, blocks[block], Left(block)) : default;
        int Left(int block) => block == 0 ? 1 : blocks[block][0].At;
        var kinds = Each(body, row => blocks.Index().Select(b => Section(row, b.Index).Typed.Length > 0 ? "section" : IsOwn(row, used[b.Index]) ? null : RowKinds.Passed(look, row, b.Item, heads, above, Left(b.Index))).ToArray());
        foreach (var (number, block) in used.Index()) block.Once(look, register, [.. body.Where((_, at) => kinds[at][number] is null)]);
        // What a line says of those beneath it is followed in order; then every line is read by itself.
        var told = body.Index().Select(r => used.Index().Select(b => kinds[r.Index][b.Index] switch
        {
            null => b.Item.Follow(look, r.Item),
            "section" => b.Item.Begin(Section(r.Item, b.Index)),
            _ => default,
        }).ToArray()).ToList();
        foreach (var (at, lines) in Each([.. Enumerable.Range(0, body.Count)], at => used.Index().Where(b => kinds[at][b.Index] is null).Select(b => Row(look, body[at], b.Index, b.Item, context, told[at][b.Index])).ToList()).Index())
        {
            rows.AddRange(lines);
            if (Array.TrueForAll(kinds[at], w => w is not null) && Array.Find(kinds[at], w => w != "blank") is { } why) passed.Add(new(body[at].Number, why));
        }
        GuessKinds(rows, columns, [.. around.SelectMany(r => r.Cells).Where(c => c.Type is SourceType.Text).Select(c => c.Text), look.Sheet.Name, Path.GetFileNameWithoutExtension(fileName)]);
        // What is not written is today's by default: right for a form, seldom for last year's ledger.
        foreach (var field in rows.Count == 0 || used.Exists(b => b.Number > 0) ? [] : register.Fields.Where(f => f is { Type: FieldType.Date, Derived: false, Default: "today" } && !columns.Exists(c => c.Targets.Any(t => t.Path == f.Key))))
            rows[0].Problems.Add(new(field.Key, "date.today", $"表里没有{field.Label}这一列，各行都记成今天 {today:yyyy-MM-dd}。不对的话，请在原表加上这一列。", Doubtful: true));
        return new(register, look.Sheet.Name, head.Top, head.Bottom, columns, context, rows, passed, others);
    }

    /// <summary>A kind that must be told and has no column: what the entry is called says it, or the title of the table; otherwise it is 其他. All of it is told.</summary>
    private void GuessKinds(List<ImportRow> rows, List<ImportColumn> columns, IReadOnlyList<string> titles)
    {
        foreach (var field in register.Fields.Where(f => f is { Type: FieldType.Kind, Required: true, Derived: false, Default: null } && !columns.Exists(c => c.Targets.Any(t => t.Path == f.Key))))
        {
            var kinds = reference.KindsOf(field).Items.Where(k => !k.Hidden).ToList();
            Kind? Said(string text) => kinds.FindAll(k => k.Also.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(k.Label).Any(w => w.Length > 1 && w != "其他" && text.Contains(w, StringComparison.Ordinal))) is [var one] ? one : null;
            var above = titles.Select(Said).FirstOrDefault(k => k is not null) ?? kinds.Find(k => k.Label == "其他");
            foreach (var row in rows.Where(r => !r.Own))
            {
                if (((register.TitleField is { } title && row.Cells.GetValueOrDefault(title.Key).Typed is { Length: > 0 } called ? Said(called) : null) ?? above) is not { } kind) continue;
                row.Cells[field.Key] = new(kind.Code, kind.Code);
                row.Problems.Add(new(field.Key, "kind.guess", $"表里没有{field.Label}这一列，记作“{kind.Label}”。", Doubtful: true));
            }
        }
    }

    private static bool IsOwn(SourceRow row, BlockColumns columns) => columns.Number > 0 && Guid.TryParse(row[columns.Number].Text, out _);

    private static bool LooksHead(FoundHead head, int column, SourceCell cell) => column < head.Parts.Count && head.Parts[column].Length > 0 && head.Parts[column].Any(p => HeadWords.Plain(p) == HeadWords.Plain(cell.Text));

    private static List<TOut> Each<TIn, TOut>(IReadOnlyList<TIn> lines, Func<TIn, TOut> made) => lines.Count > Long ? [.. lines.AsParallel().AsOrdered().Select(made)] : [.. lines.Select(made)];

    private static bool IsDitto(SourceCell cell) => cell.Type is SourceType.Text && CellText.Plain(cell.Text) is "同上" or "〃" or "″" or "\"" or "′′";

    /// <summary>The village a whole sheet is of: the sheet is called so, the office that fills it in, or the title names it.</summary>
    private ReadCell VillageOf(SheetContext context, List<SourceRow> around, string sheet) =>
        new[] { sheet, context.Office }.Select(cells.Section).Concat(around.SelectMany(r => r.Cells).Where(c => c.Type is SourceType.Text).Select(c => cells.Village(c.Text))).FirstOrDefault(v => v.Typed.Length > 0);

    /// <summary>A line between the entries that says the village of those beneath it; nothing for other lines.</summary>
    private ReadCell SectionOf(SourceRow row, IReadOnlyList<ImportColumn> block, int left)
    {
        var own = row.Cells.Where((c, i) => !c.IsEmpty && i + 1 >= left && i + 1 <= block[^1].At).Take(2).ToList();
        return own is [{ Type: SourceType.Text, Text.Length: < 30 } only] && block.Count > 1 ? cells.Section(only.Text) : default;
    }

    private ImportColumn Confirmed(ImportColumn column, ImportBinding binding)
    {
        if (!binding.Columns.TryGetValue(column.At, out var paths)) return column;
        var kind = paths is [var tick] && tick.Contains('=', StringComparison.Ordinal) ? tick[(tick.IndexOf('=', StringComparison.Ordinal) + 1)..] : null;
        return column with { Targets = [.. paths.Select(p => match.Targets.FirstOrDefault(t => t.Path == p.Split('=')[0])).OfType<ImportTarget>()], Kind = kind, Weight = 100 };
    }

    /// <summary>Tables side by side: the words above begin anew.</summary>
    private static List<(int Left, int Right)> Blocks(FoundHead head)
    {
        var labels = head.Parts.Select(p => p.Length == 0 ? "" : HeadWords.Plain(string.Concat(p))).ToList();
        var used = Enumerable.Range(1, labels.Count - 1).Where(c => labels[c].Length > 0).ToList();
        if (used.Count < 4) return [(1, labels.Count - 1)];
        var first = used[0];
        var starts = used.Where(c => labels[c] == labels[first]).ToList();
        if (starts.Count < 2) return [(1, labels.Count - 1)];
        var width = starts[1] - starts[0];
        var pattern = used.Where(c => c < starts[1]).Select(c => labels[c]).ToList();
        var repeats = starts.Skip(1).All(s => used.Where(c => c >= s && c < s + width).Select(c => labels[c]).Take(pattern.Count).SequenceEqual(pattern.Take(used.Count(c => c >= s && c < s + width))) && used.Count(c => c >= s && c < s + width) >= Math.Min(2, pattern.Count));
        return pattern.Count >= 2 && repeats ? [.. starts.Select((s, i) => (s, i + 1 < starts.Count ? starts[i + 1] - 1 : labels.Count - 1))] : [(1, labels.Count - 1)];
    }

    private ImportRow Row(SheetLook look, SourceRow source, int block, BlockColumns columns, SheetContext context, Inherited told)
    {
        var row = new ImportRow(source.Number, block, IsOwn(source, columns));
        if (!row.Own && columns.Number > 0 && !source[columns.Number].IsEmpty)
            row.Problems.Add(new(ImportTarget.Number, "cell.number", "编号改动过，分不清是哪一条。请照导出的表抄回来；新的一条请把编号清空。", false));
        var places = columns.Places;
        foreach (var column in columns.Used)
        {
            var cell = row.Own ? look.Said(source.Number, column.At) : Above(look, source, column);
            if (row.Own) row.Raw[column.Targets[0].Path] = cell.Text?.Trim() ?? "";
            if (column.Kind is { } kind)
            {
                Tick(row, column, kind, cell);
                continue;
            }
            if (places.Count > 1 && places.Contains(column))
            {
                if (column == places[^1]) Put(row, column.Targets[0], PlaceOf(look, source, columns, context, told));
                continue;
            }
            if (row.Own && column.Targets.Count == 1) Put(row, column.Targets[0], cells.ReadOwn(column.Targets[0].Field, cell, context));
            else if (told.Carried(column, ref cell)) Put(row, column.Targets[0], cells.Read(column.Targets[0].Field, cell, column.Unit, context).Doubt("cell.above", $"{column.Targets[0].Label}没有写，照上面的“{cell.Text.Trim()}”。"));
            else if (column.Targets.Count == 1) Put(row, column.Targets[0], cells.Read(column.Targets[0].Field, cell, column.Unit, context));
            else Several(row, column, cell, context);
        }
        // A township told in its column is told closer by the village above the rows.
        if (columns.TakesPlace && (places.All(p => p.IsTownship) || !row.Cells.ContainsKey("place")) && !row.Problems.Exists(p => p.Path == "place")
            && (told.Section.Typed.Length > 0 ? told.Section : places.All(p => p.IsTownship) ? context.Village : default) is { Typed.Length: > 0 } village)
            Put(row, match.Targets.First(t => t.Path == "place"), village);
        return row;
    }

    /// <summary>The columns of one block that go somewhere, told apart once and not for every row.</summary>
    private sealed class BlockColumns(IReadOnlyList<ImportColumn> columns, bool hasPlace)
    {
        /// <summary>Those that go somewhere.</summary>
        public IReadOnlyList<ImportColumn> Used { get; } = [.. columns.Where(c => c.Targets.Count > 0)];

        /// <summary>Those a place is told in: township and village are read as one.</summary>
        public IReadOnlyList<ImportColumn> Places { get; } = [.. columns.Where(c => c.Targets.Any(t => t.Path == "place"))];

        /// <summary>Where our own export has the number of each entry; 0 elsewhere.</summary>
        public int Number { get; } = columns.FirstOrDefault(c => c.Targets is [{ Path: ImportTarget.Number }])?.At ?? 0;

        /// <summary>Its rows may be given the village that stands above them.</summary>
        public bool TakesPlace => hasPlace && Number == 0;

        /// <summary>The village of the lines beneath, where a line between the entries says one.</summary>
        private ReadCell section;

        /// <summary>Last cell of the columns that are written once for several rows, by column; made anew when it changes, for lines hold on to it.</summary>
        private Dictionary<int, SourceCell> last = [];

        /// <summary>Village, day or the whole a part belongs to may be written once and left blank beneath: half of the cells are blank, and what was written comes not again after another.</summary>
        public void Once(SheetLook look, Register register, IReadOnlyList<SourceRow> entries)
        {
            if (Number > 0 || entries.Count < 3) return;
            foreach (var column in Used.Where(c => c.Kind is null && c.Targets is [{ Through: null } one] && (one.Path is "place" or "date" || one.Field == register.Whole || one.Field.Target == "household")))
            {
                var written = entries.Select(r => (Row: r.Number, Cell: look.Said(r.Number, column.At))).Where(w => !w.Cell.IsEmpty).ToList();
                if (written.Count == 0 || written[0].Row != entries[0].Number || written.Count * 2 > entries.Count) continue;
                var groups = written.Where((w, i) => i == 0 || w.Cell.Text != written[i - 1].Cell.Text).ToList();
                if (groups.DistinctBy(g => g.Cell.Text).Count() == groups.Count && !written.Zip(written.Skip(1)).Any(p => p.Second.Row == p.First.Row + 1 && p.First.Cell.Text == p.Second.Cell.Text)) last[column.At] = default;
            }
        }

        /// <summary>A village of its own begins.</summary>
        public Inherited Begin(ReadCell village)
        {
            section = village;
            last = last.Keys.ToDictionary(c => c, _ => default(SourceCell));
            return default;
        }

        /// <summary>What the lines above say of an entry; its own cells hold for the next.</summary>
        public Inherited Follow(SheetLook look, SourceRow row)
        {
            foreach (var column in last.Count == 0 ? [] : Used.Where(c => last.ContainsKey(c.At)).ToList())
                if (Above(look, row, column) is { IsEmpty: false } cell && cell != last[column.At]) last = new(last) { [column.At] = cell };
            return new(section, last);
        }
    }

    /// <summary>What lines above say of an entry: its village, and the cells of columns that are written once.</summary>
    private readonly record struct Inherited(ReadCell Section, IReadOnlyDictionary<int, SourceCell> Last)
    {
        /// <summary>Takes the cell above where the column is written once and this cell is blank.</summary>
        public bool Carried(ImportColumn column, ref SourceCell cell)
        {
            if (!cell.IsEmpty || !Last.TryGetValue(column.At, out var above) || above.IsEmpty) return false;
            cell = above;
            return true;
        }
    }

    /// <summary>“同上” and ″ stand for the cell above.</summary>
    private static SourceCell Above(SheetLook look, SourceRow source, ImportColumn column)
    {
        var cell = look.Said(source.Number, column.At);
        for (var r = source.Number - 1; cell.Type is SourceType.Text && CellText.Plain(cell.Text) is "同上" or "〃" or "″" or "\"" or "′′" && r > 0; r--) cell = look.Said(r, column.At);
        return cell;
    }

    private ReadCell PlaceOf(SheetLook look, SourceRow source, BlockColumns columns, SheetContext context, Inherited told)
    {
        var places = columns.Places;
        SourceCell Seen(ImportColumn column)
        {
            var cell = Above(look, source, column);
            told.Carried(column, ref cell);
            return cell;
        }

        var field = places[0].Targets[0].Field;
        var texts = places.OrderBy(p => p.IsTownship ? 0 : 1).Select(Seen).Where(c => !c.IsEmpty).ToList();
        if (texts.Count == 0) return default;
        var read = cells.Read(field, texts[0] with { Text = string.Concat(texts.Select(t => t.Text)) }, "", context);
        return read.IsWrong && texts.Count > 1 ? cells.Read(field, texts[^1], "", context) : read;
    }

    private void Several(ImportRow row, ImportColumn column, SourceCell cell, SheetContext context)
    {
        var (name, rest) = ColumnProposals.Apart(cell.Text ?? "");
        Put(row, column.Targets[0], cells.Read(column.Targets[0].Field, cell with { Text = name }, "", context));
        if (rest.Length == 0) return;
        var digits = rest.Count(char.IsAsciiLetterOrDigit);
        var target = column.Targets.Skip(1).FirstOrDefault(t => t.Field.Type is FieldType.IdCard == digits >= 15) ?? column.Targets[1];
        Put(row, target, cells.Read(target.Field, new SourceCell(SourceType.Text, rest), "", context));
    }

    private static void Tick(ImportRow row, ImportColumn column, string kind, SourceCell cell)
    {
        var target = column.Targets[0];
        if (CellReader.Ticked(cell) is not { } ticked)
        {
            Put(row, target, ReadCell.Wrong("tick.unknown", $"{column.Head}这一格请打 √ 或留空。"));
            return;
        }
        if (!ticked) return;
        var before = row.Cells.GetValueOrDefault(target.Path);
        if (string.IsNullOrEmpty(before.Typed)) row.Cells[target.Path] = target.Field.Type is FieldType.Kinds ? new(kind, new[] { kind }) : new(kind, kind);
        else if (target.Field.Type is FieldType.Kinds) row.Cells[target.Path] = new(before.Typed + "," + kind, (before.Typed + "," + kind).Split(','));
        else Put(row, target, ReadCell.Wrong("tick.several", $"{target.Label}打了两个 √，只能选一个。"));
    }

    private static void Put(ImportRow row, ImportTarget target, ReadCell read)
    {
        if (read.Typed is { Length: > 0 }) row.Cells[target.Path] = read;
        if (read.Code is { Length: > 0 }) row.Problems.Add(new(target.Path, read.Code, read.Words, read.Doubtful));
    }
}
