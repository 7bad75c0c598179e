using System.Text.RegularExpressions;
using HalfSky.Platform.Imports.Cells;
using HalfSky.Platform.Imports.Tables;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Heads;

/// <summary>Proposes where each column goes, by the words above it and by what stands in it; a field is given to the column that says it best.</summary>
internal sealed partial class ColumnProposals(LabelMatch match, CellReader reader, SheetContext context)
{
    private const int Enough = 62, Bare = 85, Sure = 100;

    /// <summary>Columns of one table.</summary>
    /// <param name="parts">Words above each column, by its number.</param>
    /// <param name="left">First column of the table.</param>
    /// <param name="right">Last column of the table.</param>
    /// <param name="samples">Some cells of a column.</param>
    /// <param name="hidden">Hidden columns: they give way to visible ones.</param>
    public IReadOnlyList<ImportColumn> Of(IReadOnlyList<string[]> parts, int left, int right, Func<int, IReadOnlyList<SourceCell>> samples, IReadOnlySet<int> hidden)
    {
        var heads = Enumerable.Range(left, right - left + 1).Where(c => c < parts.Count).ToList();
        var cells = heads.ToDictionary(c => c, c => samples(c));
        var bound = new Dictionary<int, ImportColumn>();
        // Our own export gives every entry its number: its rows come back as what they are.
        if (match.Targets.FirstOrDefault(t => t.Path == ImportTarget.Number) is { } number && heads.Find(c => parts[c].Length > 0 && HeadWords.Plain(parts[c][^1]) == "编号" && cells[c].Count(x => Guid.TryParse(x.Text, out _)) * 2 > cells[c].Count) is > 0 and var own)
        {
            bound[own] = new(own, "编号", [number], Weight: 100);
            // And each of its columns bears the very label of its field; what an officer added beside them is looked at as anywhere.
            foreach (var target in match.Targets.Where(t => t is { Through: null } && t != number).OrderByDescending(t => t.Field.Listed))
                if (heads.Find(c => !bound.ContainsKey(c) && parts[c] is [var label] && label == Blanks().Replace(target.Field.Label, "")) is > 0 and var its) bound[its] = new(its, parts[its][0], [target], Weight: 100);
        }
        Ticks(heads, parts, cells, bound);
        var taken = bound.Values.SelectMany(b => b.Targets).Select(t => t.Path).ToHashSet(StringComparer.Ordinal);
        var asked = heads.Where(c => !bound.ContainsKey(c)).SelectMany(c => Candidates(parts[c], cells[c]).Select(x => (Column: c, x.Target, Weight: x.Weight - (hidden.Contains(c) ? 9 : 0))))
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Target.Through is null ? 0 : 1).ThenBy(x => x.Column).ToList();
        foreach (var (column, asks, weight) in asked)
        {
            if (weight < Enough || bound.ContainsKey(column)) continue;
            var target = weight < Sure ? Beside(column, asks, bound) : asks;
            if (Behind(column, asks, heads, parts) is { } other)
            {
                // Right behind another's name a bare “电话” is hers or the other's: a second one elsewhere says which, without it nobody can, and it is asked.
                var second = heads.Any(c => c != column && match.Of(parts[c]).Any(m => m.Target == asks && m.Weight >= Bare) && Behind(c, asks, heads, parts) is null);
                if (!second || match.Targets.FirstOrDefault(t => t.Through == other && t.Field.Type == asks.Field.Type) is not { } theirs)
                {
                    bound[column] = new(column, string.Join("/", parts[column]), []);
                    continue;
                }
                target = theirs;
            }
            var isTownship = target.Path == "place" && parts[column].Length > 0 && HeadWords.IsAboveVillage(HeadWords.Plain(parts[column][^1]));
            // Township and village stand in two columns and say one place.
            if (taken.Contains(target.Path) && !(target.Path == "place" && (isTownship || bound.Values.Any(b => b.IsTownship && !Villages(bound))))) continue;
            taken.Add(target.Path);
            bound[column] = new(column, string.Join("/", parts[column]), [target], Unit: UnitOf(parts[column]), Weight: Math.Min(weight, 100)) { IsTownship = isTownship };
        }
        ByCells(heads, parts, cells, bound, taken);
        foreach (var (column, one) in bound.Where(b => b.Value.Weight < Sure || !taken.Contains(ImportTarget.Number)).ToList()) bound[column] = one with { Targets = Parted(one, cells[column], taken) };
        return [.. heads.Where(c => parts[c].Length > 0 || bound.ContainsKey(c)).Select(c => bound.GetValueOrDefault(c) ?? new ImportColumn(c, string.Join("/", parts[c]), []))];
    }

    /// <summary>Columns whose words nobody knows but whose cells can mean only one thing: names of known villages, or kinds of a field that shares a word with the head.</summary>
    private void ByCells(List<int> heads, IReadOnlyList<string[]> parts, Dictionary<int, IReadOnlyList<SourceCell>> cells, Dictionary<int, ImportColumn> bound, HashSet<string> taken)
    {
        void Bind(int column, ImportTarget target)
        {
            taken.Add(target.Path);
            bound[column] = new(column, string.Join("/", parts[column]), [target], Unit: UnitOf(parts[column]), Weight: 64);
        }
        var free = heads.FindAll(c => !bound.ContainsKey(c) && parts[c].Length > 0 && cells[c].Count > 0 && !HeadWords.IsSerial(HeadWords.Plain(parts[c][^1])));
        if (!Villages(bound) && match.Targets.FirstOrDefault(t => t.Path == "place") is { } place && free.FindAll(c => Mostly(cells[c], reader.TellsPlace)) is [var first, ..] told)
            Bind(told.Find(c => parts[c][^1].Contains('村', StringComparison.Ordinal)) is > 0 and var named ? named : first, place);
        foreach (var target in match.Targets.Where(t => t is { Through: null, Field: { Type: FieldType.Organization, Required: true } } && !taken.Contains(t.Path)).Take(1).ToList())
            if (free.Find(c => !bound.ContainsKey(c) && Mostly(cells[c], reader.TellsOrganization)) is > 0 and var office) Bind(office, target);
        if (match.Targets.Where(t => t is { Through: null, Field.Type: FieldType.Organization } && t.Path != "org" && !taken.Contains(t.Path)).ToList() is [var above] && free.FindAll(c => !bound.ContainsKey(c) && Mostly(cells[c], reader.TellsOrganization)) is [var over]) Bind(over, above);
        // The office that hands it in says where: 槐荫村妇联.
        if (!Villages(bound) && match.Targets.FirstOrDefault(t => t.Path == "place") is { } there && !taken.Contains("place") && free.Find(c => !bound.ContainsKey(c) && Mostly(cells[c], reader.TellsOffice)) is > 0 and var offices) Bind(offices, there);
        foreach (var target in match.Targets.Where(t => t is { Through: null, Field: { Type: FieldType.Place, Required: true } } && !taken.Contains(t.Path)).ToList())
            if (free.Find(c => !bound.ContainsKey(c) && cells[c].All(x => x.Type is SourceType.Text && reader.Fits(target.Field, x, context))) is > 0 and var where) Bind(where, target);
        string Head(int c) => HeadWords.Plain(parts[c][^1]);
        bool Free(int c) => !bound.ContainsKey(c);
        // Whom it is about must be told: names of people under a head that means somebody; where only one can be told, she is meant also where she need not be.
        var somebody = match.Targets.Where(t => t is { Through: null, NamesPeople: true } && !taken.Contains(t.Path)).ToList();
        foreach (var target in somebody.Where(t => t.Field.Required || t.IsTitle || somebody.Count == 1))
            if (free.FindAll(c => Free(c) && Somebody().IsMatch(Head(c)) && Mostly(cells[c], x => NameText.Looks(x.Text))) is [var whose, ..]) Bind(whose, target);
        // What it is a part of or belongs to must be told: the first column of words that are neither names nor places.
        foreach (var target in match.Targets.Where(t => t is { Through: null, NamesPeople: false, Field: { Type: FieldType.LookUp, Required: true } } && !taken.Contains(t.Path)).ToList())
            if (free.FindAll(c => Free(c) && Mostly(cells[c], x => reader.Fits(target.Field, x, context) && x.Text.Length > 3 && !NameText.Looks(x.Text) && !reader.TellsPlace(x))) is [var whole, ..]) Bind(whole, target);
        // What it is called must be told as well; then what only sounded like a note is not one.
        foreach (var target in match.Targets.Where(t => t is { Through: null, IsTitle: true, Field: { Type: FieldType.Text, Required: true } } && !taken.Contains(t.Path)).ToList())
        {
            var wordy = heads.FindAll(c => ((free.Contains(c) && Free(c)) || (bound.GetValueOrDefault(c) is { Targets: [{ Path: "note" }] } note && (note.Weight <= 72 || Titled().IsMatch(Head(c))))) && Mostly(cells[c], x => reader.Fits(target.Field, x, context) && x.Text.Length > 1 && !NameText.Looks(x.Text) && !reader.TellsPlace(x)));
            var title = wordy.Find(c => Titled().IsMatch(Head(c)) || target.Called.Any(n => n.Label.Length > 1 && Head(c).EndsWith(n.Label, StringComparison.Ordinal)));
            if (title == 0 && wordy is [var only]) title = only;
            if (title == 0) continue;
            if (bound.ContainsKey(title)) taken.Remove("note");
            Bind(title, target);
        }
        if (match.Targets.FirstOrDefault(t => t.Happens) is { } happened && !taken.Contains(happened.Path) && free.FindAll(c => Free(c) && Mostly(cells[c], DayText.Looks)) is [var day] && !Deadline().IsMatch(Head(day))) Bind(day, happened);
        // The only days left are those of the only day not told yet.
        if (free.FindAll(c => Free(c) && Mostly(cells[c], DayText.Looks) && !Filed().IsMatch(Head(c))) is [var left] && match.Targets.Where(t => t is { Through: null, Field.Type: FieldType.Date } && !taken.Contains(t.Path)).ToList() is [var until]) Bind(left, until);
        var flags = match.Targets.Where(t => t is { Through: null, Field.Type: FieldType.Flag } && !taken.Contains(t.Path)).ToList();
        foreach (var column in free.FindAll(c => Free(c) && (Head(c).Contains("是否", StringComparison.Ordinal) || Head(c).EndsWith('否')) && cells[c].All(x => CellReader.Ticked(x) is not null)))
            if (flags.FindAll(t => !taken.Contains(t.Path) && t.Called.Any(n => Shared(Head(column), n.Label) >= 2)) is [var flag]) Bind(column, flag);
        // What only sounded like a note may hold kinds.
        foreach (var column in heads.Where(c => (free.Contains(c) && !bound.ContainsKey(c)) || bound.GetValueOrDefault(c) is { Weight: <= 72, Targets: [{ Path: "note" }] }).Where(c => cells[c].Count > 1).ToList())
        {
            var head = HeadWords.Plain(string.Concat(parts[column]));
            var fitting = match.Targets.Where(t => t is { Through: null, Field.Type: FieldType.Kind or FieldType.Kinds } && !taken.Contains(t.Path) && Mostly(cells[column], c => reader.TellsKind(t.Field, c))).ToList();
            // A word in common says which; without one the cells must say two things at least.
            var near = fitting.FindAll(t => t.Called.Any(n => n.Label.Any(w => head.Contains(w, StringComparison.Ordinal))));
            if (near.Count > 1 && near.FindAll(t => t.Field.Required) is [var must]) near = [must];
            if ((near is [var one] ? one : near.Count == 0 && fitting is [var sole] && !bound.ContainsKey(column) && cells[column].Select(c => c.Text).Distinct().Count() > 1 ? sole : null) is not { } only) continue;
            if (bound.ContainsKey(column)) taken.Remove("note");
            Bind(column, only);
        }
    }

    /// <summary>How many characters two heads have in common.</summary>
    private static int Shared(string head, string label) => label.Distinct().Count(c => !"是否已没有的".Contains(c, StringComparison.Ordinal) && head.Contains(c, StringComparison.Ordinal));

    private static bool Mostly(IReadOnlyList<SourceCell> cells, Func<SourceCell, bool> holds) => cells.Count > 0 && cells.Count(holds) * 10 >= cells.Count * 8;

    /// <summary>A bare “电话” belongs to whoever's name stands to its left.</summary>
    private ImportTarget Beside(int column, ImportTarget asks, Dictionary<int, ImportColumn> bound)
    {
        if (asks.Through is null || bound.Where(b => b.Key < column && b.Value.Targets.Any(t => t.Through is null && match.Targets.Any(o => o.Through == t.Field))).OrderByDescending(b => b.Key).FirstOrDefault().Value is not { } left) return asks;
        var whose = left.Targets.First(t => t.Through is null);
        return match.Targets.FirstOrDefault(t => t.Through == whose.Field && t.Field == asks.Field) ?? asks;
    }

    /// <summary>Whose a telephone or identity number of the file itself may be besides: the name before it, with nothing but such between them.</summary>
    private Field? Behind(int column, ImportTarget asks, List<int> heads, IReadOnlyList<string[]> parts)
    {
        if (asks is not { Through: null, Field.Type: FieldType.IdCard or FieldType.Phone }) return null;
        for (var at = heads.IndexOf(column) - 1; at >= 0; at--)
        {
            if (match.Of(parts[heads[at]]) is not [var (left, weight), ..] || weight < Bare || left == asks) return null;
            if (left.Field.Type is FieldType.IdCard or FieldType.Phone) continue;
            return left is { Through: null, Field: { Type: FieldType.LookUp, Required: false } } ? left.Field : null;
        }
        return null;
    }

    private static bool Villages(Dictionary<int, ImportColumn> bound) => bound.Values.Any(b => !b.IsTownship && b.Targets.Any(t => t.Path == "place"));

    private IEnumerable<(ImportTarget Target, int Weight)> Candidates(string[] parts, IReadOnlyList<SourceCell> cells)
    {
        if (parts.Length == 0) return ByContent(cells);
        return match.Of(parts).Select(m => (m.Target, Weight: Weighed(m.Target, m.Weight, cells)));
    }

    /// <summary>What stands in a column speaks for or against what stands above it; its very own label holds all the same, and its cells are complained of.</summary>
    private int Weighed(ImportTarget target, int weight, IReadOnlyList<SourceCell> cells)
    {
        var field = target.Field;
        if (cells.Count == 0) return weight;
        var fitting = cells.Count(c => reader.Fits(field, c, context)) * 100 / cells.Count;
        if (field.Type is FieldType.LookUp && (Mostly(cells, reader.TellsPlace) || (weight < 85 && target.NamesPeople && !Mostly(cells, c => NameText.Looks(c.Text))))) return 40;
        var moved = weight + (fitting >= 80 ? 6 : fitting >= 50 ? 0 : fitting >= 25 ? -20 : -40);
        // What sounds like kinds but is told in free words is no kind.
        var freely = field.Type is FieldType.Kind or FieldType.Kinds && weight < 100 && fitting < 25;
        return weight >= 97 && fitting < 50 && !freely && field.Type is not FieldType.Place ? Math.Max(moved, Enough + 4) : moved;
    }

    /// <summary>Without words above it only what cannot be mistaken is taken.</summary>
    private IEnumerable<(ImportTarget, int)> ByContent(IReadOnlyList<SourceCell> cells)
    {
        if (cells.Count < 2) yield break;
        bool Most(Func<SourceCell, bool> holds) => cells.Count(holds) * 10 >= cells.Count * 8;
        foreach (var target in match.Targets.Where(t => t.Field.Type is FieldType.IdCard && Most(c => Card().IsMatch(CellText.Plain(c.Text))))) yield return (target, 70);
        foreach (var target in match.Targets.Where(t => t.Field.Type is FieldType.Phone && Most(c => Mobile().IsMatch(CellText.Plain(c.Text))))) yield return (target, 70);
        if (match.Targets.FirstOrDefault(t => t.Path == "date") is { } day && Most(DayText.Looks)) yield return (day, 66);
    }

    /// <summary>Columns side by side that are kinds of one field, with ticks beneath: “类型” over 季走访, 月联系, 回访.</summary>
    private void Ticks(List<int> heads, IReadOnlyList<string[]> parts, Dictionary<int, IReadOnlyList<SourceCell>> cells, Dictionary<int, ImportColumn> bound)
    {
        var ticked = heads.Where(c => parts[c].Length > 0 && cells[c].All(x => CellReader.Ticked(x) is not null) && cells[c].Any(x => x.Type is SourceType.Text or SourceType.Number)).ToList();
        var named = ticked.SelectMany(c => match.KindsNamed(parts[c]).Select(k => (Column: c, k.Target, k.Code, Grouped: match.KindOf(parts[c]) is { } kind && kind.Target == k.Target))).ToList();
        // Columns nobody has ticked yet belong to their neighbours.
        var empty = heads.Where(c => parts[c].Length > 0 && cells[c].Count == 0);
        foreach (var group in named.GroupBy(n => n.Target).OrderByDescending(g => g.Count(n => n.Grouped)).ThenByDescending(g => g.Count()))
        {
            var columns = group.Where(n => !bound.ContainsKey(n.Column)).ToList();
            if (columns.Count == 0 || (columns.Count < 2 && !columns[0].Grouped)) continue;
            foreach (var one in columns) bound[one.Column] = new(one.Column, string.Join("/", parts[one.Column]), [one.Target], one.Code, Weight: 92);
            foreach (var c in empty.Where(c => !bound.ContainsKey(c)))
                if (match.KindsNamed(parts[c]).FirstOrDefault(k => k.Target == group.Key) is { Target: not null } kind) bound[c] = new(c, string.Join("/", parts[c]), [kind.Target], kind.Code, Weight: 80);
        }
    }

    /// <summary>“李桂花 13800000000”: one cell that holds a name and what belongs to it.</summary>
    private IReadOnlyList<ImportTarget> Parted(ImportColumn column, IReadOnlyList<SourceCell> cells, HashSet<string> taken)
    {
        if (column.Targets is not [{ Field.Type: FieldType.LookUp or FieldType.Text } name] || cells.Count == 0) return column.Targets;
        var more = new List<ImportTarget> { name };
        foreach (var (type, holds) in new (FieldType, Func<string, bool>)[] { (FieldType.Phone, NameAndPhone().IsMatch), (FieldType.IdCard, NameAndCard().IsMatch) })
        {
            if (cells.Count(c => holds(CellText.Plain(c.Text))) * 2 < cells.Count) continue;
            var prefix = name.Field.Type is FieldType.LookUp ? name.Path + "." : "";
            if (match.Targets.FirstOrDefault(t => t.Field.Type == type && (prefix.Length > 0 ? t.Path.StartsWith(prefix, StringComparison.Ordinal) : t.Through is null)) is { } beside && taken.Add(beside.Path)) more.Add(beside);
        }
        return more;
    }

    private static string UnitOf(string[] parts) => parts.Length == 0 ? "" : parts.Reverse().Select(HeadWords.UnitOf).FirstOrDefault(u => u.Length > 0) ?? "";

    /// <summary>Takes a cell of several things apart: the name, and the number behind it.</summary>
    public static (string Name, string Number) Apart(string text)
    {
        var match = Both().Match(CellText.Plain(text));
        return match.Success ? (match.Groups["name"].Value.Trim(), match.Groups["rest"].Value) : (text, "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("(人|者|对象|人员|姓名|名字|户主|户|员|志愿者|妇女|儿童|执委|干部|学员|家长|孩子)$")]
    private static partial Regex Somebody();

    [GeneratedRegex("(名称|名|主题|题目|标题|议题|事项|项目|实事|概述|内容)$")]
    private static partial Regex Titled();

    [GeneratedRegex("期限|时限|截止|到期|填表|填报|打印|导出|审核")]
    private static partial Regex Deadline();

    [GeneratedRegex("填表|填报|打印|导出|审核|录入|制表|上报")]
    private static partial Regex Filed();

    [GeneratedRegex(@"^\d{17}[\dXx]$")]
    private static partial Regex Card();

    [GeneratedRegex(@"^1\d{10}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^[\p{L}·•]{2,12}[\s,，、/:：(（]*1\d{2}[\s-]?\d{4}[\s-]?\d{4}[)）]?$")]
    private static partial Regex NameAndPhone();

    [GeneratedRegex(@"^[\p{L}·•]{2,12}[\s,，、/:：(（]*\d{17}[\dXx][)）]?$")]
    private static partial Regex NameAndCard();

    [GeneratedRegex(@"^(?<name>[\p{L}·•]{2,12})[\s,，、/:：(（]*(?<rest>\d[\dXx\s-]{6,})[)）]?$")]
    private static partial Regex Both();
}
