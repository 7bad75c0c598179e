using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>Draws a workbook as a county keeps it, from a seed: each has a handful of what is met in the field, none has all of it.</summary>
internal sealed class LayoutMutator
{
    private readonly ImportWorld world;
    private readonly Register register;
    private readonly Random random;
    private readonly int seed;
    private readonly Written kind;
    private readonly TruthMaker maker;
    private readonly Habits habits;
    private readonly List<List<DrawnColumn>> units;
    private readonly List<TruthRow> rows = [];
    private readonly DrawnSheet sheet;
    private readonly string township;
    private int line = 1;
    private (int Top, int Bottom) head;

    private LayoutMutator(ImportWorld world, Register register, int seed)
    {
        (this.world, this.register, this.seed, random) = (world, register, seed, new(seed));
        kind = random.Next(20) switch { < 12 => Written.Xlsx, 12 or 13 => Written.Csv, 14 => Written.CsvMarked, 15 or 16 => Written.CsvGb18030, 17 => Written.Tabs, _ => Written.Html };
        maker = new(world, register, random);
        township = Pick(world.Townships);
        habits = new(kind, random.Next(6) == 0, random.Next(2) == 0 ? maker.Year : null);
        var draw = new ColumnDraw(world, maker, register, habits, random);
        units = draw.Draw();
        sheet = new(kind is Written.Xlsx ? Pick(["Sheet1", "3月", register.Label, "台账", "汇总"]) : "Sheet1");
        for (var i = random.Next(5, 41); i > 0; i--) rows.Add(maker.Row(draw.Fields, draw.Besides));
    }

    /// <summary>The workbook of a seed.</summary>
    public static WorkbookTruth Draw(ImportWorld world, Register register, int seed) => new LayoutMutator(world, register, seed).Draw();

    private WorkbookTruth Draw()
    {
        var columns = units.SelectMany(u => u).ToList();
        var merged = columns.Find(c => c.MergedDown);
        if (merged is not null) rows.Sort((a, b) => string.CompareOrdinal((string?)a.Values[merged.Keys[0]], (string?)b.Values[merged.Keys[0]]));
        var blocks = merged is null && columns.Count <= 5 && columns.TrueForAll(c => c.Above.Count == 0) && random.Next(4) == 0 ? 2 : 1;
        var drawn = blocks == 1 ? columns : [.. columns, new("", [], (_, _) => DrawnCell.Empty), .. columns];
        if (blocks == 1) Group();
        Top(drawn.Count);
        Head(drawn);
        if (blocks == 1) Body(columns);
        else Blocks(columns);
        Below(drawn.Count);
        foreach (var (column, i) in drawn.Select((c, i) => (c, i + 1)))
            if (column.Hidden) sheet.HiddenColumns.Add(i);
        var (book, numbered) = (Book(), drawn.Select((c, i) => (Column: c, At: i + 1)).ToList());
        return new(seed, register, book, kind, BookFiles.Write(book, kind))
        {
            Sheet = sheet.Name, Head = head, Rows = rows,
            Columns = numbered.ToDictionary(c => c.At, c => c.Column.Keys.Length == 0 ? null : c.Column.Keys),
            Labels = numbered.ToDictionary(c => c.At, c => string.Join('/', c.Column.Above.Append(c.Column.Label))),
        };
    }

    /// <summary>Heads over several columns, in one or two rows above.</summary>
    private void Group()
    {
        var deep = units.Exists(u => u[0].Above.Count > 0);
        if (!deep && random.Next(100) < (kind is Written.Xlsx or Written.Html ? 72 : 90)) return;
        var groups = new Queue<string>(["基本情况", "具体情况", "落实情况", "其他情况"]);
        for (var i = 0; i < units.Count && groups.Count > 0; i++)
        {
            var together = units.Skip(i).Take(random.Next(2, 5)).TakeWhile(u => u[0].Above.Count == 0 && !u[0].Serial).ToList();
            if (together.Count < 2 || random.Next(3) == 0) continue;
            var name = groups.Dequeue();
            foreach (var column in together.SelectMany(u => u)) column.Above.Add(name);
            i += together.Count - 1;
        }
        if (kind is not (Written.Xlsx or Written.Html) || random.Next(3) > 0) return;
        // An outer head stands over whole groups, never over half of one.
        var begins = Enumerable.Range(0, units.Count + 1).Where(i => i == 0 || i == units.Count || GroupOf(i - 1) is var before && (before is null || before != GroupOf(i))).ToList();
        var from = random.Next(begins.Count - 1);
        foreach (var column in units[begins[from]..begins[Math.Min(begins.Count - 1, from + random.Next(2, 4))]].SelectMany(u => u).Where(c => !c.Serial)) column.Above.Insert(0, register.Label + "登记");

        string? GroupOf(int unit) => units[unit][0].Above.FirstOrDefault();
    }

    private void Top(int width)
    {
        if (kind is not (Written.Xlsx or Written.Html) && habits is { YearInTitle: null, InTenThousands: false } && random.Next(2) == 0) return;
        if (random.Next(12) == 0) line++;
        var year = habits.YearInTitle is { } y ? $"{y}年" : "";
        Across(width, Pick([$"{township}{year}{register.Label}台账", $"{year}{township}妇联{register.Label}情况统计表", year.Length > 0 ? $"{township}{year}度{register.Label}登记表" : register.Label + "登记表"]));
        if (random.Next(10) == 0) Across(width, "（" + Pick(["试行", "内部资料 注意保密", "附件2"]) + "）");
        if (habits.InTenThousands && random.Next(2) == 0) Across(width, "单位：万元", left: Math.Max(1, width - 1));
        else if (habits.InTenThousands || random.Next(3) == 0)
        {
            sheet[line, 1] = new($"填报单位：{township}妇联");
            if (width > 3) sheet[line, width / 2 + 1] = new("填报日期：2026年11月20日");
            if (habits.InTenThousands) sheet[line, Math.Max(2, width)] = new("单位：万元");
            line++;
        }
        if (random.Next(8) == 0) line++;
    }

    private void Across(int width, string text, int left = 1)
    {
        sheet[line, left] = new(text);
        if (random.Next(5) > 0 && width > left) sheet.Merge(line, left, line, width);
        line++;
    }

    private void Head(IReadOnlyList<DrawnColumn> columns)
    {
        var depth = 1 + columns.Max(c => c.Above.Count);
        var top = line;
        for (var level = 0; level < depth; level++)
            for (var c = 0; c < columns.Count; c++)
            {
                var column = columns[c];
                if (level == column.Above.Count && column.Label.Length > 0) sheet.Merge(top + level, c + 1, top + depth - 1, c + 1, new(column.Label));
                if (level >= column.Above.Count) continue;
                var last = c;
                while (last + 1 < columns.Count && columns[last + 1].Above.Count > level && columns[last + 1].Above.Take(level + 1).SequenceEqual(column.Above.Take(level + 1))) last++;
                sheet.Merge(top + level, c + 1, top + level, last + 1, new(column.Above[level]));
                c = last;
            }
        line = top + depth;
        if (head == default) head = (top, line - 1);
    }

    private void Body(List<DrawnColumn> columns)
    {
        var totals = columns.Exists(c => c.Adds) && columns.FindIndex(c => !c.Adds && !c.Hidden) is 0 or 1 ? random.Next(6) : 5;
        var page = random.Next(10) == 0 ? random.Next(6, 15) : int.MaxValue;
        var (gaps, spoils, lost) = (random.Next(8) == 0, random.Next(6) == 0, random.Next(3) > 0);
        if (totals == 0) Total(columns, rows, "合计");
        var since = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0 && i % page == 0 && rows.Count - i > 2)
            {
                if (random.Next(2) == 0) line++;
                Head(columns);
            }
            if (gaps && random.Next(8) == 0) line++;
            Line(columns, rows[i], i + 1, 0);
            if (spoils && random.Next(12) == 0) Spoil(columns, rows[i]);
            if (lost) lost = !Lose(columns, rows[i]);
            if (totals == 1 && random.Next(7) == 0)
            {
                Total(columns, rows[since..(i + 1)], Pick(["小计", "小 计", "小计："]));
                since = i + 1;
            }
        }
        MergeDown(columns);
        if (columns[0].Serial && random.Next(7) == 0)
            for (var i = random.Next(2, 9); i > 0; i--, line++) sheet[line, 1] = DrawnCell.Of(line - head.Bottom);
        if (totals is 1 or 2 or 3) Total(columns, rows, Pick(["合计", "合  计", "总计", "合计：", "共计"]));
    }

    private void Line(List<DrawnColumn> columns, TruthRow row, int number, int left)
    {
        for (var c = 0; c < columns.Count; c++)
            if (columns[c].Write(row, number) is { Text.Length: > 0 } cell) sheet[line, left + c + 1] = cell;
        row.Row = line;
        if (left == 0) line++;
    }

    private void Blocks(List<DrawnColumn> columns)
    {
        var half = (rows.Count + 1) / 2;
        for (var i = 0; i < half; i++)
        {
            if (i + half < rows.Count) Line(columns, rows[i + half], i + half + 1, columns.Count + 1);
            Line(columns, rows[i], i + 1, 0);
        }
    }

    private void MergeDown(List<DrawnColumn> columns)
    {
        for (var c = 0; c < columns.Count; c++)
            if (columns[c].MergedDown)
                for (var i = 0; i < rows.Count;)
                {
                    var last = i;
                    while (last + 1 < rows.Count && rows[last + 1].Row == rows[last].Row + 1 && rows[i].Values[columns[c].Keys[0]] is { } value && JsonNode.DeepEquals(value, rows[last + 1].Values[columns[c].Keys[0]])) last++;
                    for (var r = i + 1; r <= last; r++) sheet[rows[r].Row, c + 1] = DrawnCell.Empty;
                    sheet.Merge(rows[i].Row, c + 1, rows[last].Row, c + 1);
                    i = last + 1;
                }
    }

    private void Total(List<DrawnColumn> columns, IReadOnlyList<TruthRow> of, string word)
    {
        sheet[line, columns.FindIndex(c => !c.Adds && !c.Hidden) + 1] = new(word);
        for (var c = 0; c < columns.Count; c++)
            if (columns[c].Adds)
            {
                var sum = of.Where(r => r.Row > 0 || word is "合计").Sum(r => columns[c].Write(r, 0).Number ?? 0);
                sheet[line, c + 1] = DrawnCell.Of(sum == 0 ? of.Count : sum) with { Formula = kind is Written.Xlsx && random.Next(2) == 0 ? "SUM(A1:A2)" : null };
            }
        line++;
    }

    /// <summary>A cell nobody can read with certainty.</summary>
    private void Spoil(List<DrawnColumn> columns, TruthRow row)
    {
        var c = columns.FindIndex(c => c.Spoils is { } f && row.Values[f.Key] is not null && !c.MergedDown);
        if (c < 0) return;
        var field = columns[c].Spoils!;
        sheet[row.Row, c + 1] = new(field.Type switch { FieldType.Date => Pick(["2026.3", "3月", "三月上旬", "2026年2月30日"]), FieldType.Money => Pick(["约300元", "米面油", "200左右"]), _ => Pick(["不清楚", "待定", "??"]) });
        row.Values[field.Key] = null;
        row.Doubtful.Add(field.Key);
    }

    /// <summary>An identity number typed as a number: the program that kept it threw the last digits away.</summary>
    private bool Lose(List<DrawnColumn> columns, TruthRow row)
    {
        var c = columns.FindIndex(c => c.Keys is [var k] && k.EndsWith("idNumber", StringComparison.Ordinal) && row.Values[k] is { } v && !((string)v!).EndsWith('X'));
        if (c < 0 || kind is not Written.Xlsx) return false;
        var key = columns[c].Keys[0];
        sheet[row.Row, c + 1] = DrawnCell.Of(decimal.Parse(((string)row.Values[key]!)[..15] + "000", CultureInfo.InvariantCulture));
        row.Values[key] = null;
        row.Doubtful.Add(key);
        row.Refused = "digits";
        return true;
    }

    private void Below(int width)
    {
        if (random.Next(3) == 0) line++;
        if (random.Next(4) == 0) Across(width, Pick(["注：1.本表由村妇联填写；2.每月25日前报镇妇联。", "说明：一人多次的分行填写。", "备注：请如实填写，不得漏报。", "填表说明：日期填实际发生的那天。"]));
        if (random.Next(3) > 0) return;
        if (width < 4 || random.Next(2) == 0) Across(width, "填表人：王丽      审核人：李敏      联系电话：13900001111");
        else
        {
            (sheet[line, 1], sheet[line, width / 2], sheet[line, width]) = (new("填表人：王丽"), new("审核人：李敏"), new("联系电话：0536-3456789"));
            line++;
        }
    }

    private DrawnBook Book()
    {
        var sheets = new List<DrawnSheet> { sheet };
        if (kind is Written.Xlsx)
        {
            if (random.Next(8) == 0) sheets.Insert(0, Notes("填表说明", ["填表说明", "一、本表由各村妇联主席填写。", "二、日期填实际发生的那天，金额以元为单位。", "三、每月25日前报镇妇联。"], false));
            if (random.Next(12) == 0) sheets.Insert(0, Copy("2024年"));
            if (random.Next(10) == 0) sheets.Add(new("Sheet2"));
            if (random.Next(20) == 0) sheets.Add(Notes("填写样例", ["走访类型：季走访、月联系", "日期：2026-3-8"], false));
        }
        return new(sheets, random.Next(10) == 0, random.Next(2) == 0);
    }

    private DrawnSheet Copy(string name)
    {
        var old = new DrawnSheet(name) { Hidden = true };
        for (var r = 1; r <= Math.Min(sheet.LastRow, head.Bottom + 3); r++)
            for (var c = 1; c <= sheet.LastColumn; c++)
                if (sheet[r, c].Text.Length > 0) old[r, c] = sheet[r, c];
        old.Merged.AddRange(sheet.Merged.Where(m => m.Bottom <= head.Bottom));
        return old;
    }

    private static DrawnSheet Notes(string name, string[] lines, bool hidden)
    {
        var notes = new DrawnSheet(name) { Hidden = hidden };
        foreach (var (text, i) in lines.Select((t, i) => (t, i))) notes[i + 1, 1] = new(text);
        return notes;
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
