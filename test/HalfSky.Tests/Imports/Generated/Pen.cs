using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>What holds for the whole of a sheet and changes how its cells are written.</summary>
/// <param name="Kind">The file it goes into.</param>
/// <param name="InTenThousands">A line above the head says 单位：万元.</param>
/// <param name="YearInTitle">The title names the year, so that days may go without.</param>
internal sealed record Habits(Written Kind, bool InTenThousands, int? YearInTitle);

/// <summary>Writes values into cells as one clerk would write one column: the same way down the column, with a slip now and then.</summary>
internal sealed class Pen(ImportWorld world, Habits habits, Random random)
{
    private bool IsBook => habits.Kind is Written.Xlsx;

    /// <summary>How a column of the field is written, and what its head says of the unit.</summary>
    public (string Unit, Func<JsonNode?, DrawnCell> Write) For(Field field)
    {
        var (unit, write) = field.Type switch
        {
            FieldType.Date => ("", Days(field)),
            FieldType.Number => Numbers(field),
            FieldType.Money => Amounts(),
            FieldType.Flag => ("", Flags()),
            FieldType.Kind => ("", v => new DrawnCell(world.Reference.KindsOf(field).LabelOf((string)v!))),
            FieldType.Kinds => ("", Several(field)),
            FieldType.LookUp => ("", field.Target is "person" or "post" && random.Next(3) == 0 ? v => new DrawnCell(Spread((string)v!)) : Plain),
            FieldType.Place => ("", random.Next(5) == 0 ? v => new DrawnCell(WithTownship((string)v!)) : Plain),
            FieldType.IdCard => ("", IdNumbers()),
            FieldType.Phone => ("", Phones()),
            _ => ("", Plain),
        };
        var slips = random.Next(3) == 0;
        return (unit, v => v is null ? DrawnCell.Empty : Slip(write(v), field, slips));
    }

    /// <summary>“李桂花 13800000000” in one cell.</summary>
    public Func<JsonNode?, JsonNode?, DrawnCell> NameAndPhone()
    {
        var between = Pick([" ", "\n", "　", "，", "（"]);
        if (between is "\n" && !IsBook) between = " ";
        return (name, phone) => name is null ? DrawnCell.Empty : phone is null ? new((string)name!) : new($"{name}{between}{phone}{(between is "（" ? "）" : "")}");
    }

    private static DrawnCell Plain(JsonNode? value) => new((string)value!);

    private Func<JsonNode?, DrawnCell> Days(Field field)
    {
        var style = random.Next(habits.YearInTitle is not null && field.Key is not "birth" ? 16 : 14);
        if (style < 5 && IsBook)
        {
            var format = Pick([.. DrawnCell.DayFormats.Keys]);
            return v => DrawnCell.Of(Day(v), format) with { Formula = style == 4 && random.Next(3) == 0 ? $"DATE({Day(v):yyyy},{Day(v):%M},{Day(v):%d})" : null };
        }
        if (style == 9 && IsBook) return v => DrawnCell.Of(decimal.Parse(Day(v).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        var text = style switch
        {
            0 or 5 => "yyyy.M.d", 1 or 6 => "yyyy/M/d", 2 or 7 => "yyyy年M月d日", 3 or 8 => "yyyy-MM-dd", 4 or 9 => "yyyyMMdd", 10 => "yyyy. M. d", 11 => "yyyy 年 M 月 d 日", 12 => "yyyy.MM.dd", 13 => "yyyy-M-d", _ => "M月d日",
        };
        var wide = random.Next(12) == 0;
        return v => new(wide ? Wide(Day(v).ToString(text, CultureInfo.InvariantCulture)) : Day(v).ToString(text, CultureInfo.InvariantCulture));
    }

    private (string, Func<JsonNode?, DrawnCell>) Numbers(Field field)
    {
        var counted = field.Label.Contains('人', StringComparison.Ordinal) ? "人" : "";
        if (field.Key is "year") return ("", random.Next(3) == 0 ? v => new(v + "年") : v => DrawnCell.Of(Decimal(v)));
        if (field.Key is "ageTold" && random.Next(2) == 0) return ("", v => new(v + "岁"));
        return (counted.Length > 0 && random.Next(4) == 0 ? "（人）" : "", random.Next(8) switch
        {
            0 => v => new(Decimal(v).ToString("0.##", CultureInfo.InvariantCulture)),
            1 => v => DrawnCell.Of(Decimal(v), field.Digits > 0 ? "#,##0.00" : "#,##0"),
            2 => v => new(Wide(Decimal(v).ToString("0.##", CultureInfo.InvariantCulture))),
            3 when counted.Length > 0 => v => new(Decimal(v).ToString("0.##", CultureInfo.InvariantCulture) + counted),
            4 => v => DrawnCell.Of(Decimal(v)) with { Formula = Decimal(v).ToString(CultureInfo.InvariantCulture) + "+0" },
            _ => v => DrawnCell.Of(Decimal(v)),
        });
    }

    private (string, Func<JsonNode?, DrawnCell>) Amounts()
    {
        var head = random.Next(4) switch { 0 => "（元）", 1 => "（万元）", _ => "" };
        var tens = head is "（万元）" || head.Length == 0 && habits.InTenThousands;
        var inCells = head.Length == 0 && !habits.InTenThousands;
        return (head, random.Next(9) switch
        {
            0 => v => new(In(v, tens).ToString("#,##0.######", CultureInfo.InvariantCulture)),
            1 when !tens => v => new("￥" + In(v, tens).ToString("#,##0.00", CultureInfo.InvariantCulture)),
            2 when inCells => v => new(In(v, false).ToString("0.##", CultureInfo.InvariantCulture) + "元"),
            3 when inCells => v => new(In(v, true).ToString("0.######", CultureInfo.InvariantCulture) + "万元"),
            4 when !tens => v => DrawnCell.Of(In(v, tens), "#,##0.00"),
            5 when !tens => v => DrawnCell.Of(In(v, tens), "\"￥\"#,##0.00"),
            6 => v => new(Wide(In(v, tens).ToString("0.######", CultureInfo.InvariantCulture))),
            7 => v => DrawnCell.Of(In(v, tens)) with { Formula = In(v, tens).ToString(CultureInfo.InvariantCulture) + "*1" },
            _ => v => DrawnCell.Of(In(v, tens)),
        });
    }

    private Func<JsonNode?, DrawnCell> Flags()
    {
        var (yes, no) = Pick([("是", "否"), ("√", "×"), ("有", "无"), ("是", "不是"), ("✓", "✗")]);
        return v => new((bool)v! ? yes : no);
    }

    private Func<JsonNode?, DrawnCell> Several(Field field)
    {
        var between = Pick(["、", "，", "/", " ", "、 ", ",", "；"]);
        var list = world.Reference.KindsOf(field);
        return v => new(string.Join(between, v!.AsArray().Select(c => list.LabelOf((string)c!))));
    }

    private Func<JsonNode?, DrawnCell> IdNumbers() => random.Next(6) switch
    {
        0 => v => new(((string)v!).ToLowerInvariant()),
        1 => v => new($"{((string)v!)[..6]} {((string)v!)[6..14]} {((string)v!)[14..]}"),
        2 => v => new(Wide((string)v!)),
        3 when !IsBook => v => new("'" + v),
        _ => Plain,
    };

    private Func<JsonNode?, DrawnCell> Phones()
    {
        var between = Pick(["、", "/", "，", " "]);
        var style = random.Next(5);
        return v => ((string)v!).Split(',') is { Length: 1 } one && style == 4 ? DrawnCell.Of(decimal.Parse(one[0], CultureInfo.InvariantCulture))
            : new(string.Join(between, ((string)v!).Split(',').Select(p => style switch
            {
                0 when between is not " " => $"{p[..3]} {p[3..7]} {p[7..]}", 1 => $"{p[..3]}-{p[3..7]}-{p[7..]}", 2 => Wide(p), _ => p,
            })));
    }

    /// <summary>What does not show: blanks around, characters of no width. Within a text they would be part of it; around it, and in numbers, they are not.</summary>
    private DrawnCell Slip(DrawnCell cell, Field field, bool slips)
    {
        if (!slips || cell.Number is not null || cell.Day is not null || random.Next(4) > 0) return cell;
        var inner = field.Type is FieldType.IdCard or FieldType.Phone or FieldType.Date && cell.Text.Length > 4;
        return random.Next(6) switch
        {
            0 => new(cell.Text + " "),
            1 => new("　" + cell.Text),
            2 => new("\u200b" + cell.Text),
            3 => new("\u00a0" + cell.Text + "\u00a0"),
            4 when inner => new(cell.Text[..3] + "\u200b" + cell.Text[3..]),
            5 when inner && habits.Kind is not Written.CsvGb18030 => new("\u202d" + cell.Text + "\u202c"),
            _ => cell,
        };
    }

    private string WithTownship(string place) => world.Villages.Contains(place) ? world.TownshipOf(place) + place : place;

    private static string Spread(string name) => name.Length == 2 ? $"{name[0]}　{name[1]}" : name;

    private static DateOnly Day(JsonNode? value) => DateOnly.ParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Decimal(JsonNode? value) => decimal.Parse(value!.ToJsonString(), CultureInfo.InvariantCulture);

    private static decimal In(JsonNode? fen, bool tens) => (long)fen! / (tens ? 1_000_000m : 100m);

    private static string Wide(string text) => new([.. text.Select(c => c is > ' ' and < '\x7f' ? (char)(c + 0xFEE0) : c)]);

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
