using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>A pasted column and the field it goes to.</summary>
/// <param name="At">Position, from 0.</param>
/// <param name="Head">What stands above it; empty without a head.</param>
/// <param name="Field">The field; null when it is not used.</param>
/// <param name="Unit">Unit told in the head, “万元”.</param>
public sealed record GridColumn(int At, string Head, Field? Field, string Unit = "");

/// <summary>Finds out which pasted column is which field: by the head above it, or without one by what stands in it.</summary>
public static partial class ColumnBinding
{
    private const int Samples = 20;
    private static readonly string[] DayWords = ["日期", "时间", "年月日", "哪天", "走访时间", "活动时间"];
    private static readonly string[] NameWords = ["姓名", "名字", "对象", "人员", "谁", "走访对象", "服务对象", "妇女姓名", "群众姓名", "户主", "家庭"];
    private static readonly string[] NoteWords = ["备注", "情况", "内容", "说明", "走访情况", "情况说明", "记录"];

    /// <summary>Fields a column may go to.</summary>
    public static IReadOnlyList<Field> Offered(Register register, Reference reference) =>
        [.. register.Fields.Where(f => !f.Derived && (f.Key != "programmes" || reference.KindsOf(f).Items.Count > 0))];

    /// <summary>Where the head stands: the first of the first three rows that names fields; -1 without one.</summary>
    public static int HeadOf(Register register, Reference reference, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var offered = Offered(register, reference);
        for (var i = 0; i < Math.Min(3, rows.Count); i++)
        {
            var filled = rows[i].Count(c => c.Length > 0);
            var named = rows[i].Count(c => c.Length > 0 && Exactly(register, offered, Plain(c)) is not null);
            if (named >= 2 || (named == 1 && filled <= 2)) return i;
        }
        return -1;
    }

    /// <summary>Columns under a head, each field taken once.</summary>
    public static IReadOnlyList<GridColumn> ByHead(Register register, Reference reference, IReadOnlyList<string> head)
    {
        var left = Offered(register, reference).ToList();
        var columns = head.Select((h, i) => new GridColumn(i, h, null, UnitOf(h))).ToArray();
        foreach (var match in new Func<string, Field?>[] { h => Exactly(register, left, h), h => Nearly(left, h) })
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i].Field is not null || Plain(head[i]) is not { Length: > 0 } word || match(word) is not { } field) continue;
                columns[i] = columns[i] with { Field = field };
                left.Remove(field);
            }
        }
        return columns;
    }

    /// <summary>Columns without a head, by what stands in them.</summary>
    public static async Task<IReadOnlyList<GridColumn>> ByContent(Register register, Reference reference, IReadOnlyList<IReadOnlyList<string>> rows, NamedThings named, DateOnly today, CancellationToken ct)
    {
        var left = Offered(register, reference).ToList();
        var width = rows.Count == 0 ? 0 : rows[0].Count;
        var columns = new List<GridColumn>();
        for (var i = 0; i < width; i++)
        {
            var cells = rows.Select(r => r[i]).Where(c => c.Length > 0).Take(Samples).ToList();
            var field = Counting(rows, i) ? null : await ByCells(register, reference, left, cells, named, today, ct);
            columns.Add(new(i, "", field));
            if (field is not null) left.Remove(field);
        }
        return columns;
    }

    private static async Task<Field?> ByCells(Register register, Reference reference, List<Field> left, List<string> cells, NamedThings named, DateOnly today, CancellationToken ct)
    {
        bool Most(Func<string, bool> holds) => cells.Count > 0 && cells.Count(holds) * 5 >= cells.Count * 3;
        Field? First(params FieldType[] types) => left.Find(f => types.Contains(f.Type));
        bool Reads(Field f, string cell) => FieldValue.TryParse(f, CellText.Typed(f, cell, "", reference.KindsOf(f), today), reference, today, out var value, out _) && value is not null;
        if (cells.Count == 0) return null;
        if (left.Find(f => f.Type is FieldType.Place) is { } place && Most(c => named.Places(c).Count > 0)) return place;
        if (First(FieldType.IdCard) is { } card && Most(c => Card().IsMatch(Plain(c)))) return card;
        if (First(FieldType.Phone) is { } phone && Most(c => Mobile().IsMatch(Plain(c)))) return phone;
        if ((left.Find(f => f.Key == "date") ?? First(FieldType.Date)) is { } day && Most(c => CellText.LooksLikeDay(c, today))) return day;
        // By their own labels alone: “普法讲座” is the title of something, not the kind 普法.
        bool Named(Field f, string cell) => reference.KindsOf(f) is var list && cell.Split('、', '，', ',', ';', '；').All(t => list.CodeOf(CellText.Plain(t)) is not null);
        var kind = left.Where(f => f.Type is FieldType.Kind or FieldType.Kinds).Select(f => (f, Read: cells.Count(c => Named(f, c)))).OrderByDescending(x => x.Read).FirstOrDefault();
        if (kind.f is not null && kind.Read * 5 >= cells.Count * 3) return kind.f;
        if (First(FieldType.Flag) is { } flag && Most(c => Reads(flag, c))) return flag;
        foreach (var f in left.Where(f => f.Type is FieldType.LookUp).OrderBy(f => f == register.TitleField ? 0 : f == register.Whole ? 2 : 1))
        {
            if (reference.Register(f.Target!) is not { } target) continue;
            await named.Gather(target, cells, ct);
            if (cells.Count(c => named.Of(target, c).Count > 0) * 2 >= cells.Count) return f;
        }
        if (Most(c => c.Contains('元', StringComparison.Ordinal)) && First(FieldType.Money) is { } money && Most(c => Reads(money, c))) return money;
        var unit = Counted().Match(Plain(cells[0])).Value;
        if (left.Where(f => f.Type is FieldType.Number).OrderBy(f => unit.Length > 0 && f.Label.Contains(unit, StringComparison.Ordinal) ? 0 : 1).ThenBy(f => f.Listed || f.Required ? 0 : 1)
            .FirstOrDefault() is { } number && Most(c => Reads(number, c))) return number;
        if (register.TitleField is { Type: FieldType.Text, Derived: false } title && left.Contains(title)) return title;
        return cells.Average(c => c.Length) >= 8 ? First(FieldType.LongText) : null;
    }

    /// <summary>1, 2, 3 …: the number of the line.</summary>
    private static bool Counting(IReadOnlyList<IReadOnlyList<string>> rows, int column) =>
        rows.Count > 1 && rows.Select((r, i) => r[column] == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(x => x);

    private static Field? Exactly(Register register, IReadOnlyList<Field> fields, string head)
    {
        if (fields.FirstOrDefault(f => f.Label == head || f.Key == head) is { } same) return same;
        if (HeadWords.IsPlace(HeadWords.Plain(head))) return fields.FirstOrDefault(f => f.Key == "place");
        if (DayWords.Contains(head)) return fields.FirstOrDefault(f => f.Key == "date");
        if (NoteWords.Contains(head)) return fields.FirstOrDefault(f => f.Key == "note") ?? fields.FirstOrDefault(f => f.Type is FieldType.LongText);
        if (fields.FirstOrDefault(f => f.Called.Contains(head)) is { } called) return called;
        if (head is "组织" or "妇联" or "单位名称") return fields.FirstOrDefault(f => f.Key == "org");
        if (!NameWords.Contains(head)) return null;
        return register.TitleField is { Derived: false } title && fields.Contains(title) ? title : fields.FirstOrDefault(f => f.Type is FieldType.LookUp);
    }

    /// <summary>The field whose label shares the most with the head.</summary>
    private static Field? Nearly(IReadOnlyList<Field> fields, string head) => head.Length < 2 ? null : fields
        .Where(f => f.Label.Length >= 2 && (head.Contains(f.Label, StringComparison.Ordinal) || f.Label.Contains(head, StringComparison.Ordinal)))
        .OrderByDescending(f => Math.Min(f.Label.Length, head.Length)).FirstOrDefault();

    private static string Plain(string head) => Bracketed().Replace(CellText.Plain(head), "").Replace(" ", "", StringComparison.Ordinal).Trim('*', ':', '：', '\n');

    private static string UnitOf(string head) => Unit().Match(CellText.Plain(head)) is { Success: true } match ? match.Value : "";

    [GeneratedRegex(@"\([^)]*\)|（[^）]*）|\*|\s")]
    private static partial Regex Bracketed();

    [GeneratedRegex("万元|元")]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?<=^\d+)\p{Lo}$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\d{17}[\dXx]$")]
    private static partial Regex Card();

    [GeneratedRegex(@"^1\d{10}$")]
    private static partial Regex Mobile();
}
