using System.Globalization;
using HalfSky.Kernel;

namespace HalfSky.Platform.Measures.Proposed;

/// <summary>
/// How well a unit written in a text stands for one of ours. Summaries use units freely: 名 for 人, 场次 for 场 or 次, 起 for 件, 家 and 处 for 个.
/// </summary>
internal static class UnitMatch
{
    /// <summary>Units as written, then ours with how well they stand for one another in tenths.</summary>
    private static readonly Dictionary<string, Dictionary<string, double>> Table = new[]
    {
        "人 名 位: 人10 人次7 本3",
        "人次: 人次10 人6 户次3 次3",
        "户 户次: 户10 户次10 次6 个3",
        "件 起 例 宗 件次: 件10 个5 条5 次5 项5 人次5",
        "场 场次 批 批次: 场10 次8 期7 个3",
        "次: 次10 场10 期7 件4 人次5 户次4",
        "期: 期10 场8 次6",
        "个: 个10 处9 支8 项8 所8 人6 件6 场5 条5 个村5 对5 种5 户4 期5 份3",
        "个村: 个村10 个7 处5",
        "处 座 间: 处10 个10 所8",
        "家: 个10 处10 所9 户7 家次8",
        "所: 所10 个10 处9",
        "支: 支10 个7",
        "条 面: 条10 件9 篇6 项5 个5",
        "篇: 篇10 件9 条8 份6",
        "份 册 本 张 套 袋 箱 盒: 份10 本8 件6 个4",
        "只 台 辆 床 盆 把 幅 块: 件7 个6 份5 车4",
        "元: 元10",
        "对: 对10 个5",
        "项: 项10 个9 件6 条6",
        "类 种: 种10 个5",
        "株 棵: 株10",
        "小时 课时 学时: 小时10",
        "车次 车: 车10",
        "单: 单10 件6 个4",
        "组: 支6 个6 户5 对5",
    }.Select(line => line.Split(": ")).SelectMany(l => l[0].Split(' ').Select(written => (written, ours: l[1].Split(' ').Select(Read).ToDictionary())))
        .ToDictionary(p => p.written, p => p.ours, StringComparer.Ordinal);

    private static readonly string[] Persons = ["人", "妇女", "女性", "儿童", "孩子", "学生", "老人", "家长", "母亲", "姐妹", "志愿者", "执委", "困境", "困难", "留守"];

    /// <summary>From 0, never, to 1, the same.</summary>
    /// <param name="written">As found in the text.</param>
    /// <param name="noun">What stands behind it: 个 before 行政村 and 社区 counts villages.</param>
    /// <param name="unit">Ours.</param>
    public static double Of(string written, string noun, Unit unit)
    {
        if (written == "个" && unit == Unit.Villages && (noun.StartsWith("行政村", StringComparison.Ordinal) || noun.StartsWith("社区", StringComparison.Ordinal) || noun.StartsWith("自然村", StringComparison.Ordinal))) return 1;
        if (written == unit.Label) return 1;
        if (written == "个" && Persons.Any(p => noun.StartsWith(p, StringComparison.Ordinal))) written = "名";
        if (written is "个" or "组" && noun.StartsWith("家庭", StringComparison.Ordinal)) written = "户";
        return Table.TryGetValue(written, out var ours) ? ours.GetValueOrDefault(unit.Label) : 0;
    }

    private static KeyValuePair<string, double> Read(string unit)
    {
        var label = unit.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return new(label, double.Parse(unit.AsSpan(label.Length), CultureInfo.InvariantCulture) / 10);
    }
}
