using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Imports.Tables;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;

namespace HalfSky.Platform.Imports.Cells;

/// <summary>
/// Makes of a cell what its field holds. What a spreadsheet has spoilt is refused, what was taken for granted is told; nothing is guessed
/// in silence. Names of people and things are left as names: what they mean is found for all rows at once.
/// </summary>
internal sealed partial class CellReader(Reference reference, NamedThings named, DateOnly today)
{
    private readonly PlaceText places = new(reference, named);
    private readonly ConcurrentDictionary<(string Field, string Text), ReadCell> kinds = [];

    /// <summary>Reads a cell.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="unit">万元 or 元 of its column.</param>
    /// <param name="context">What stands around the table.</param>
    public ReadCell Read(Field field, SourceCell cell, string unit, SheetContext context)
    {
        if (cell.Type is SourceType.Error)
            return ReadCell.Wrong(cell.Text == "#未计算" ? "cell.uncalculated" : "cell.error", cell.Text == "#未计算" ? $"{field.Label}是公式，文件里没有算好的数。请用 Excel 或 WPS 打开、保存一次再导入。" : $"{field.Label}是出错的公式 {cell.Text}，请在原表改好。");
        if (cell.IsEmpty || Absent().IsMatch(CellText.Plain(cell.Text))) return default;
        var text = field.Type is FieldType.Text or FieldType.LongText ? Around().Replace(cell.Text, "") : Invisible(cell.Text);
        if (text.Length == 0 || SaysNothing(field, text)) return default;
        if (Lost(field, cell, text) is { IsWrong: true } lost) return lost;
        return field.Type switch
        {
            FieldType.Date => Day(field, cell with { Text = text }, context),
            FieldType.Number => Number(field, text),
            FieldType.Money => Amount(field, text, unit.Length > 0 ? unit : context.Unit),
            FieldType.Kind => Kind(field, text),
            FieldType.Kinds => Kinds(field, text),
            FieldType.Flag => Taken(field, CellText.Flag(text)),
            FieldType.IdCard => Taken(field, CellText.Plain(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('\'').ToUpperInvariant()),
            FieldType.Phone => Taken(field, Phones(text)),
            FieldType.Place => Place(field, text, context),
            FieldType.Organization => Organization(field, text),
            FieldType.LookUp => new(Name(text), Name(text)),
            FieldType.Text when field.Key == "name" || field.Label.EndsWith("姓名", StringComparison.Ordinal) => Taken(field, Name(text)),
            _ => Taken(field, text),
        };
    }

    /// <summary>Reads a cell of our own export: its words are what was typed once, also where others would mean nothing by them.</summary>
    public ReadCell ReadOwn(Field field, SourceCell cell, SheetContext context) =>
        field.Type is FieldType.Text or FieldType.LongText && cell.Type is SourceType.Text ? Taken(field, cell.Text) : Read(field, cell, "", context);

    /// <summary>Would the cell be read without complaint? For finding out what a column holds.</summary>
    public bool Fits(Field field, SourceCell cell, SheetContext context) => field.Type switch
    {
        FieldType.Date => DayText.Looks(cell) || (cell.Type is SourceType.Number && Read(field, cell, "", context) is { IsWrong: false, Typed.Length: > 0 }),
        FieldType.LookUp => cell.Type is SourceType.Text && (LooksNamed().IsMatch(CellText.Plain(cell.Text)) || Heads.ColumnProposals.Apart(cell.Text).Number.Length > 0) && !DayText.Looks(cell) && !NumberLike().IsMatch(CellText.Plain(cell.Text)),
        FieldType.Place => !places.Knows || places.Of(Invisible(cell.Text)).Found.Count > 0,
        FieldType.Text or FieldType.LongText => field.Sealed is not null || !(cell.Type is SourceType.Day || (field.Type is FieldType.Text && DayText.IsDay(cell)) || (field is { Type: FieldType.Text, MaxLength: <= 10 } && DayText.Looks(cell) && !cell.Text.Contains(':', StringComparison.Ordinal)) || (Mobile().IsMatch(CellText.Plain(cell.Text)) && !field.Label.Contains('电', StringComparison.Ordinal)) || (field.Key is "name" or "title" && NumberLike().IsMatch(CellText.Plain(cell.Text)))),
        _ => !Read(field, cell, "", context).IsWrong,
    };

    /// <summary>Names a village that is known: whatever stands above such a column, it tells where.</summary>
    public bool TellsPlace(SourceCell cell) => cell.Type is SourceType.Text && places.Knows && places.Of(Invisible(cell.Text)).Found.Any(n => new Branch(n).Depth >= 3);

    /// <summary>Names an organisation that is known by its full name.</summary>
    public bool TellsOrganization(SourceCell cell) => cell.Type is SourceType.Text && cell.Text.Contains('妇', StringComparison.Ordinal) && named.Organizations(Invisible(cell.Text)).Count > 0;

    /// <summary>Names the women's federation of a village: “槐荫村妇联”, also where none is entered.</summary>
    public bool TellsOffice(SourceCell cell) => cell.Type is SourceType.Text && places.Knows && Office().Replace(Invisible(cell.Text), "") is { Length: > 1 } bare && bare.Length < cell.Text.Length && places.Of(bare).Found.Any(n => new Branch(n).Depth >= 2);

    /// <summary>The kind a cell means in a field, when it means one; a column of them tells the field.</summary>
    public bool TellsKind(Field field, SourceCell cell) => Read(field, cell, "", SheetContext.None) is { IsWrong: false, Typed.Length: > 0 };

    /// <summary>The village a line or a title names; nothing when none or several.</summary>
    public ReadCell Village(string text) => places.Within(text) is { } one ? new(one.ToString(CultureInfo.InvariantCulture), places.NameOf(one)) : default;

    /// <summary>A line that says a village and nothing else: “一、槐荫村”, “【槐荫村】”.</summary>
    public ReadCell Section(string text) => places.Knows && places.Of(Office().Replace(SectionMarks().Replace(Invisible(text).Replace(" ", "", StringComparison.Ordinal), ""), "")) is ([var one], false) && new Branch(one).Depth >= 3 ? new(one.ToString(CultureInfo.InvariantCulture), places.NameOf(one)) : default;

    /// <summary>A tick, or an empty cell, in a column that stands for one kind.</summary>
    public static bool? Ticked(SourceCell cell) => cell.IsEmpty ? false : CellText.Plain(cell.Text) switch
    {
        "√" or "✓" or "✔" or "☑" or "●" or "是" or "1" or "有" or "■" or "V" or "v" or "对" or "O" or "○" => true,
        "×" or "✗" or "✘" or "X" or "x" or "否" or "0" or "无" or "□" or "☐" or "-" or "—" or "/" => false,
        _ => null,
    };

    /// <summary>“无” is no telephone and no day; in a text it is a word.</summary>
    private bool SaysNothing(Field field, string text) => field.Type switch
    {
        FieldType.Date or FieldType.Number or FieldType.Money or FieldType.IdCard or FieldType.Phone => Unknown().IsMatch(CellText.Plain(text)),
        FieldType.LookUp or FieldType.Place or FieldType.Organization => Nothing().IsMatch(CellText.Plain(text)),
        FieldType.Kind or FieldType.Kinds => Nothing().IsMatch(CellText.Plain(text)) && KindWords.CodeOf(reference.KindsOf(field), text).Code is null,
        _ => false,
    };

    private static ReadCell Lost(Field field, SourceCell cell, string text)
    {
        var plain = CellText.Plain(text);
        if (Scientific().IsMatch(plain) && field.Type is FieldType.IdCard or FieldType.Phone or FieldType.Text)
            return ReadCell.Wrong("cell.scientific", $"{field.Label}被表格软件改成了科学计数“{plain}”，后几位已经丢了。请在原表把这一列设成“文本”，再重新填这一格。");
        // Fifteen digits are all a number in a spreadsheet keeps; the rest was made zero, whatever the check digit says now.
        if (cell.Type is SourceType.Number && plain.Count(char.IsAsciiDigit) > 15 && field.Type is FieldType.IdCard or FieldType.Phone or FieldType.Text or FieldType.LongText)
            return ReadCell.Wrong("cell.digits-lost", $"{field.Label}在表里是数字，第 15 位以后的数字已经丢了，不能用。请在原表把这一列设成“文本”，重新填这一格。");
        return default;
    }

    private ReadCell Day(Field field, SourceCell cell, SheetContext context)
    {
        var (day, code, words) = DayText.Read(cell, field, context, today);
        if (day is null) return ReadCell.Wrong(code, words);
        var taken = Taken(field, day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return code.Length == 0 ? taken : taken.Doubt(code, words);
    }

    private ReadCell Number(Field field, string text)
    {
        var plain = CellText.Plain(text).Replace(" ", "", StringComparison.Ordinal);
        if (Counted().Match(plain) is not { Success: true } match) return ReadCell.Wrong("number.unknown", $"{field.Label}“{Short(text)}”不是数字，请改成 12 这样的数。");
        var number = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        if (match.Groups["unit"].Value.StartsWith('万') && decimal.TryParse(number, CultureInfo.InvariantCulture, out var many)) number = (many * 10_000).ToString("0.####", CultureInfo.InvariantCulture);
        var taken = Taken(field, number);
        return match.Groups["about"].Success || match.Groups["over"].Success ? taken.Doubt("number.about", $"{field.Label}写的是“{Short(text)}”，按 {number} 记。") : taken;
    }

    private ReadCell Amount(Field field, string text, string unit)
    {
        var plain = CellText.Plain(text).Replace(" ", "", StringComparison.Ordinal);
        var bare = BareAmount().Match(plain);
        var taken = Taken(field, bare.Success && unit.StartsWith('万') ? bare.Groups["n"].Value + "万元" : plain);
        return taken;
    }

    private ReadCell Kind(Field field, string text)
    {
        if (kinds.TryGetValue((field.Key, text), out var known)) return known;
        var chosen = KindWords.Chosen(text);
        if (chosen.Length == 0) return default;
        var (code, near) = KindWords.CodeOf(reference.KindsOf(field), chosen);
        var read = code is null ? ReadCell.Wrong("kind.unknown", $"{field.Label}没有“{Short(text)}”这一项。可以填：{Offered(field)}。") : new ReadCell(code, code);
        if (near) read = read.Doubt("kind.near", $"{field.Label}“{Short(text)}”认作“{reference.KindsOf(field).LabelOf(code)}”。");
        return kinds[(field.Key, text)] = read;
    }

    private ReadCell Kinds(Field field, string text)
    {
        var list = reference.KindsOf(field);
        text = KindWords.Chosen(text);
        var parts = KindWords.CodeOf(list, text) is (not null, false) ? [text] : KindWords.Parted(list, text);
        var (codes, near) = (new List<string>(), "");
        foreach (var part in parts)
        {
            var (code, guessed) = KindWords.CodeOf(list, part);
            if (code is null) return ReadCell.Wrong("kind.unknown", $"{field.Label}没有“{Short(part)}”这一项。可以填：{Offered(field)}。");
            if (guessed) near = $"{field.Label}“{Short(part)}”认作“{list.LabelOf(code)}”。";
            if (!codes.Contains(code)) codes.Add(code);
        }
        if (codes.Count == 0) return default;
        var read = new ReadCell(string.Join(',', codes), codes.ToArray());
        return near.Length > 0 ? read.Doubt("kind.near", near) : read;
    }

    private ReadCell Place(Field field, string text, SheetContext context)
    {
        if (!places.Knows) return new(text, text);
        var (found, part) = places.Of(text);
        if (found.Count == 0 && Office().Replace(text, "") is { Length: > 1 } bare) (found, part) = places.Of(bare);
        // A village and its township often share a name; whoever means the township writes 镇.
        if (found.Count > 1 && found.Where(f => new Branch(f).Depth >= 3).ToList() is [var village]) found = [village];
        if (found.Count > 1 && context.Office.Length > 0 && places.Of(Office().Replace(context.Office, "")).Found is [var office] && found.Where(f => new Branch(office).Contains(new Branch(f))).ToList() is [var here]) found = [here];
        return found switch
        {
            [] => ReadCell.Wrong("place.unknown", $"没有“{Short(text)}”这个地方，请看一下村名；新的村先在“地点”里加上。"),
            [var one] when part => new ReadCell(one.ToString(CultureInfo.InvariantCulture), places.NameOf(one)).Doubt("place.part", $"“{Short(text)}”记到{places.NameOf(one)}，更小的组没有登记。"),
            [var one] => new(one.ToString(CultureInfo.InvariantCulture), places.NameOf(one)),
            _ => ReadCell.Wrong("place.several", $"有 {found.Count} 个“{Short(text)}”，请在村名前写上乡镇。"),
        };
    }

    private ReadCell Organization(Field field, string text)
    {
        if (!places.Knows) return new(text, text);
        var found = named.Organizations(Office().Replace(text, "") is { Length: > 0 } bare ? bare : text);
        if (found.Count == 0 && places.Of(Office().Replace(text, "")).Found is [var place]) found = named.Organizations(places.NameOf(place)).Where(o => new Branch(place).Contains(new Branch(o.Place))).ToList();
        return found switch
        {
            [] => ReadCell.Wrong("organization.unknown", $"没有“{Short(text)}”这个组织，请看一下名称；新的组织先在“组织台账”里登记。"),
            [var one] => new(one.Value, one.Title),
            _ => ReadCell.Wrong("organization.several", $"有 {found.Count} 个“{Short(text)}”，请写全名。"),
        };
    }

    /// <summary>Judged by the field's own bounds.</summary>
    private ReadCell Taken(Field field, string typed) => FieldValue.TryParse(field, typed, reference, today, out var value, out var problem)
        ? new(typed, Plain(field, value)) : ReadCell.Wrong("field." + field.Type.ToString().ToLowerInvariant(), problem);

    private static object? Plain(Field field, object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long number when field.Digits > 0 => number / FieldValue.Scale(field),
        string codes when field.Type is FieldType.Kinds => Codes.Split(codes).ToArray(),
        _ => value,
    };

    private string Offered(Field field) => string.Join("、", reference.KindsOf(field).Items.Where(k => !k.Hidden).Take(12).Select(k => k.Label));

    private static string Phones(string text)
    {
        // “138 0000 0000” is one number written in groups, also beside another one.
        return string.Join(',', Parting().Split(CellText.Plain(text)).Where(p => p.Length > 0).Select(p => p.Count(char.IsAsciiDigit) <= 12 ? Blanks().Replace(p, "") : Blanks().Replace(p, ",")));
    }

    private static string Name(string text)
    {
        var plain = CellText.Plain(text);
        // “李　花” is written so to be as wide as three characters.
        return ChineseName().IsMatch(plain) ? Blanks().Replace(plain, "") : text;
    }

    private static string Invisible(string text) => Hidden().Replace(text, "").Replace('\u00A0', ' ').Replace('\u3000', ' ').Trim();

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    [GeneratedRegex(@"^(无|没有|暂无|未填|空)$")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(无|没有|暂无|未填|空|不详|不清楚|不知道|未知|未提供)$")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^1\d{2}[\s-]?\d{4}[\s-]?\d{4}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^([（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．:：)）]?)|[【】\[\]]|[:：]$|[（(]\d+[户人条件名][)）]$|(共?\d+[户人条件名])$")]
    private static partial Regex SectionMarks();

    [GeneratedRegex(@"^[-—–/／、\\\s]+$")]
    private static partial Regex Absent();

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+?\d+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^(?<about>约|大约|近)?(?<number>-?\d[\d,]*(\.\d+)?)(?<over>余|多)?(?<unit>[\p{Lo}]{0,3})(?<over>左右|以上)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^[￥¥]?(?<n>-?\d[\d,]*(\.\d+)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex BareAmount();

    [GeneratedRegex(@"^[\p{L}·•‧・.\s]{1,30}([（(].*[)）])?$")]
    private static partial Regex LooksNamed();

    [GeneratedRegex(@"^-?[\d,.]+%?$")]
    private static partial Regex NumberLike();

    [GeneratedRegex(@"^[\u3400-\u9fff\s]{2,12}$")]
    private static partial Regex ChineseName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*[\n、,，;；/]\s*")]
    private static partial Regex Parting();

    [GeneratedRegex(@"[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]|[\p{Cc}-[\n\r\t]]")]
    private static partial Regex Hidden();

    // Within a text they are part of it: indented lines, what joins letters; no control character is.
    [GeneratedRegex(@"^[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]+|[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]+$|[\p{Cc}-[\n\r\t]]")]
    private static partial Regex Around();

    [GeneratedRegex("(妇女联合会|妇联|妇委会|村民委员会|村委会|人民政府|（盖章）|\\(盖章\\))")]
    private static partial Regex Office();
}
