using System.Text.RegularExpressions;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Proposed;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Proposes by the words written in a form what fills its columns and cells: serial numbers, villages, fields of the register and of what it points at, measures.</summary>
internal sealed partial class FormProposal(Register register, Reference reference)
{
    private const int HeadsOfATable = 3, MostCells = 40;
    private const double Sure = 0.6;
    private readonly Lazy<Proposals> proposals = new(() => new(reference));

    /// <summary>Measures that can fill a column or a cell.</summary>
    public static IEnumerable<Measure> Measures(Reference reference) => reference.Measures.Where(m => m.Unit.Label != "按口径");

    /// <summary>What is proposed for a workbook.</summary>
    public FormBindings Of(IReadOnlyList<SheetGrid> grids)
    {
        var (blocks, cells) = (new List<FormBlock>(), new List<FormCell>());
        foreach (var grid in grids)
        {
            var table = TableFinder.Find(grid);
            var block = table.Score >= HeadsOfATable && table.Columns.Count >= HeadsOfATable && table.Gaps * 3 <= table.Columns.Count ? Block(grid, table) : null;
            if (block is not null) blocks.Add(block);
            cells.AddRange(Cells(grid, block is null ? null : table));
        }
        return new(blocks, cells);
    }

    /// <summary>Measures whose words come nearest to a label, with the conditions its words ask for.</summary>
    public IEnumerable<string> Nearest(string label, int take)
    {
        var bare = Bare(Plain(label));
        var named = Measures(reference).Where(m => m.Label == Plain(label) || Bare(m.Label) == bare).Select(m => FillWords.OfMeasure + m.Key);
        return named.Concat(proposals.Value.Search(Whole(label), take).Where(p => Measures(reference).Contains(p.Measure)).Select(Written)).Distinct().Take(take);
    }

    private FormBlock Block(SheetGrid grid, FoundTable table)
    {
        var byHead = ColumnBinding.ByHead(register, reference, [.. table.Columns.Select(c => c.Label[(c.Label.LastIndexOf('/') + 1)..])]);
        var fields = table.Columns.Select((c, i) => Fixed(c) ?? Field(c.Label, byHead[i].Field)).ToList();
        var (villages, townships) = (fields.Count(f => f == FillWords.Village), fields.Count(f => f == FillWords.Township));
        var named = fields.Count(f => f?.StartsWith(FillWords.OfField, StringComparison.Ordinal) == true);
        // A table of names says whose they are; one of figures says only where.
        var figures = villages + townships > 0 && named < 2;
        var of = !figures ? BlockOf.Entries : villages > 0 ? BlockOf.Villages : BlockOf.Townships;
        return new(grid.Name, table.First, table.Last, of, "", [.. table.Columns.Select((c, i) => new FormColumn(c.At, c.Label, figures ? Fixed(c) ?? Measure(c.Label) : fields[i] ?? ""))]);
    }

    private static string? Fixed(FoundColumn column)
    {
        var label = Plain(column.Label);
        return column.Computed ? FillWords.Computed : HeadWords.IsSerial(label) ? FillWords.Serial : HeadWords.IsVillage(label) || label is "单位" or "单位名称" or "村妇联" ? FillWords.Village : HeadWords.IsTownship(label) ? FillWords.Township : null;
    }

    private string? Field(string label, Field? byHead)
    {
        if (byHead is not null) return FillWords.OfField + byHead.Key;
        var plain = Plain(label);
        var own = register.Fields.Where(f => !f.Derived || f.Listed).ToList();
        if (own.Find(f => f.Label == plain) is { } same) return FillWords.OfField + same.Key;
        foreach (var look in register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false }))
            if (reference.Register(look.Target!) is { } target && Behind(target, plain) is { } inner) return $"{FillWords.OfField}{look.Key}.{inner.Key}";
        return OfType(plain) is { } type && own.Find(f => f.Type == type) is { } alike ? FillWords.OfField + alike.Key : null;
    }

    private static Field? Behind(Register target, string label)
    {
        var fields = target.Fields.Where(f => f is { Derived: false, Common: false }).ToList();
        return fields.Find(f => f.Label == label) ?? (OfType(label) is { } type ? fields.Find(f => f.Type == type) : null)
            ?? (label.Length >= 2 ? fields.Find(f => f.Label.Length >= 2 && f.Type is not FieldType.LookUp && (label.StartsWith(f.Label, StringComparison.Ordinal) || f.Label.StartsWith(label, StringComparison.Ordinal))) : null);
    }

    private static FieldType? OfType(string label) => label.Contains("身份证", StringComparison.Ordinal) || label.Contains("证件号", StringComparison.Ordinal) ? FieldType.IdCard
        : label.Contains("电话", StringComparison.Ordinal) || label.Contains("手机", StringComparison.Ordinal) || label == "联系方式" ? FieldType.Phone : null;

    private string Measure(string label)
    {
        var bare = Bare(Plain(label));
        if ((Measures(reference).FirstOrDefault(m => m.Label == Plain(label)) ?? Measures(reference).FirstOrDefault(m => Bare(m.Label) == bare)) is not { } named)
            return proposals.Value.Search(Whole(label), 1) is [{ Score: >= Sure } best] && Measures(reference).Contains(best.Measure) ? Written(best) : "";
        return FillWords.OfMeasure + named.Key;
    }

    /// <summary>Captions outside the block, and empty cells to the right of a word.</summary>
    private IEnumerable<FormCell> Cells(SheetGrid grid, FoundTable? table)
    {
        var found = 0;
        foreach (var ((row, column), text) in grid.Texts)
        {
            if (table is not null && row >= HeadOf(grid, table) && row <= Math.Max(table.Head, table.Last)) continue;
            if (found >= MostCells || grid.Formulas.Contains((row, column))) continue;
            var captions = Caption.Of(text);
            var beside = grid.AreaOf(row, column).Right + 1;
            var empty = beside <= 60 && grid.Cells.Contains((row, beside)) && grid.Text(row, beside).Length == 0 && !grid.Formulas.Contains((row, beside)) && grid.AreaOf(row, beside).Left == beside;
            if (captions.Count == 1 && empty && text.TrimEnd()[^1] is '：' or ':') yield return Counted(grid, row, beside, -1, captions[0], Fact(captions[0]));
            else if (captions.Count > 0)
            {
                for (var i = 0; i < captions.Count; i++) if (Fact(captions[i]) is { Length: > 0 } fact) yield return Counted(grid, row, column, i, captions[i], fact);
            }
            else if (empty && text.Length is >= 2 and <= 30 && table is null) yield return Counted(grid, row, beside, -1, text, Fact(text));
        }

        FormCell Counted(SheetGrid on, int row, int column, int slot, string label, string fills)
        {
            found++;
            return new(on.Name, Area.Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture), slot, label, fills);
        }
    }

    /// <summary>First row of the heads.</summary>
    private static int HeadOf(SheetGrid grid, FoundTable table) =>
        grid.Merged.Where(m => m.Bottom == table.Head && table.Columns.Any(c => c.At == m.Left)).Select(m => m.Top).Append(table.Head).Min();

    private string Fact(string label) => Plain(label) switch
    {
        "填报单位" or "填表单位" or "报送单位" or "上报单位" or "单位" or "单位名称" or "制表单位" => "organization",
        "填报人" or "填表人" or "制表人" or "经办人" or "导出人" => "user",
        "填报日期" or "填报时间" or "填表日期" or "填表时间" or "制表日期" or "制表时间" or "报送日期" or "报送时间" or "日期" => "day",
        "统计时段" or "统计期" or "统计时间" or "时段" or "报告期" or "起止时间" => "period",
        "年度" or "年份" => "year",
        "地点" or "地区" or "乡镇" or "镇街" or "乡镇（街道）" or "村名" or "村" => "place",
        "总条数" or "条数" or "记录数" => "count",
        _ when NoFigure().IsMatch(label) => "",
        _ => Measure(label),
    };

    private static string Written(Proposal proposal) => FillWords.OfMeasure + proposal.Measure.Key
        + (proposal.Conditions.Count == 0 ? "" : "?" + string.Join('&', proposal.Conditions.Select(c => c.Key + "=" + Uri.EscapeDataString(c.Value))));

    private static string Plain(string label) => Bracketed().Replace(label[(label.LastIndexOf('/') + 1)..], "").Trim('*', '：', ':', ' ');

    /// <summary>All its words, the upper heads' too.</summary>
    private static string Whole(string label) => Bracketed().Replace(label.Replace("/", "", StringComparison.Ordinal), "");

    private static string Bare(string label) => Counting().Replace(label, "");

    [GeneratedRegex("[（(][^）)]*[)）]")]
    private static partial Regex Bracketed();

    [GeneratedRegex("(总|人|户|个|场|次)?(数|数量)$")]
    private static partial Regex Counting();

    [GeneratedRegex("负责人|联系人|电话|签字|盖章|审核|备注|说明")]
    private static partial Regex NoFigure();
}
