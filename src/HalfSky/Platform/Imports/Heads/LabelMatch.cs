using System.Text.RegularExpressions;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Platform.Imports.Heads;

/// <summary>Says how well the words above a column name each thing a column may go to.</summary>
internal sealed partial class LabelMatch
{
    private readonly IReadOnlyList<ImportTarget> targets;
    private readonly List<(ImportTarget Target, string Raw, string Canon, int Weight)> names = [];
    private readonly Dictionary<string, IReadOnlyList<(ImportTarget Target, int Weight)>> known = new(StringComparer.Ordinal);
    private readonly List<(ImportTarget Target, KindList Kinds)> kinds;
    private readonly bool hasPlace;

    /// <summary>Prepares the names of all targets of a register.</summary>
    public LabelMatch(IReadOnlyList<ImportTarget> targets, Reference reference)
    {
        this.targets = targets;
        foreach (var target in targets)
            foreach (var (label, weight) in target.Called)
                if (HeadWords.Plain(label) is { Length: > 0 } plain) names.Add((target, plain, HeadWords.Canon(plain), weight));
        kinds = [.. targets.Where(t => t is { Through: null, Field.Type: FieldType.Kind or FieldType.Kinds }).Select(t => (t, reference.KindsOf(t.Field)))];
        hasPlace = targets.Any(t => t.Path == "place");
    }

    /// <summary>All targets.</summary>
    public IReadOnlyList<ImportTarget> Targets => targets;

    /// <summary>The best of a column's words.</summary>
    public (string Path, int Weight) Best(string[] parts) => Of(parts) is [var first, ..] ? (first.Target.Path, first.Weight) : ("", 0);

    /// <summary>All targets the words may mean, the likeliest first.</summary>
    public IReadOnlyList<(ImportTarget Target, int Weight)> Of(string[] parts)
    {
        if (parts.Length == 0) return [];
        var key = string.Join('\n', parts);
        return known.TryGetValue(key, out var found) ? found : known[key] = Judged([.. parts.Select(HeadWords.Plain)], HeadWords.Counting(parts[^1]));
    }

    /// <summary>Its last words are a kind of the field the words above them name: a column to be ticked.</summary>
    public bool IsKind(string[] parts) => KindOf(parts) is not null;

    /// <summary>The field and the kind a tick in the column means, when the words above say the field.</summary>
    public (ImportTarget Target, string Code)? KindOf(string[] parts)
    {
        if (parts.Length < 2) return null;
        var (group, leaf) = (HeadWords.Canon(HeadWords.Plain(parts[^2])), HeadWords.Plain(parts[^1]));
        foreach (var (target, list) in kinds)
            if (CodeOf(list, leaf) is { } code && names.Any(n => n.Target == target && (n.Canon == group || HeadWords.Likeness(group, n.Canon) >= 70))) return (target, code);
        return null;
    }

    /// <summary>Fields of which the words are a kind.</summary>
    public IEnumerable<(ImportTarget Target, string Code)> KindsNamed(string[] parts) => parts.Length == 0 ? [] :
        kinds.Select(k => (k.Target, Code: CodeOf(k.Kinds, HeadWords.Plain(parts[^1])))).Where(k => k.Code is not null).Select(k => (k.Target, k.Code!));

    private List<(ImportTarget, int)> Judged(string[] plain, string? counting)
    {
        plain = [.. plain.Where(p => p.Length > 0)];
        var best = new Dictionary<ImportTarget, int>();
        if (plain.Length == 0 || HeadWords.IsSerial(plain[^1])) return [];
        void Say(ImportTarget target, int weight)
        {
            if (weight > best.GetValueOrDefault(target)) best[target] = weight;
        }
        if (hasPlace && (HeadWords.IsPlace(plain[^1]) || HeadWords.IsAboveVillage(plain[^1])) && targets.First(t => t.Path == "place") is var place) Say(place, 93);
        var leaf = plain[^1];
        // A register without a place of its own may still write down somebody's village.
        if (!hasPlace && HeadWords.IsVillage(leaf) && targets.FirstOrDefault(t => t is { Through: null, Field.Type: FieldType.Text } && t.Called.Any(c => HeadWords.IsVillage(HeadWords.Plain(c.Label)))) is { } written) Say(written, 92);
        // “户” by itself counts them.
        if (counting is null && leaf is "户" or "人" or "件" or "场" or "次") counting = leaf + "数";
        var whole = string.Concat(plain);
        var (leafCanon, wholeCanon) = (HeadWords.Canon(leaf), HeadWords.Canon(whole));
        var group = plain.Length > 1 ? HeadWords.Canon(string.Concat(plain[..^1])) : "";
        var counted = counting is null ? "" : HeadWords.Canon(counting);
        var ofWomen = leaf.Contains('女', StringComparison.Ordinal) && targets.Any(IsOfWomen);
        foreach (var (target, raw, canon, weight) in names)
        {
            var said = raw == leaf || raw == whole ? weight : canon == leafCanon || canon == wholeCanon ? Math.Min(weight, 94) : 0;
            // Words of everyday use (内容, 情况) name a field only by themselves: “问题内容” is no note.
            if (said == 0 && weight >= 94) said = HeadWords.Likeness(leafCanon, canon) * weight / 100;
            if (counted.Length > 0 && target.Field.Type is FieldType.Number) said = Math.Max(said, canon == counted ? Math.Min(weight, 94) : HeadWords.Likeness(counted, canon) * weight / 100);
            // 女职工 are not all of them.
            if (ofWomen && target.Field.Type is FieldType.Number && !IsOfWomen(target)) said -= 20;
            // The group's words tell whose telephone it is: “帮扶人/电话”.
            if (group.Length > 0 && said >= 75 && targets.Count > 0 && HeadWords.Likeness(group, HeadWords.Canon(HeadWords.Plain(target.Head))) is var near and > 60 && near > 0) said = Math.Min(99, said + 4);
            if (said >= 55) Say(target, said);
        }
        // Whatever day is told, where nothing else claims it, is the day it happened; not the day the form was filled in.
        if (leafCanon.EndsWith("日期", StringComparison.Ordinal) && best.Values.All(v => v < 75) && !Filling().IsMatch(leaf) && targets.FirstOrDefault(t => Written().IsMatch(leaf) ? t.Path == "date" : t.Happens) is { } happened) Say(happened, 72);
        if (ofWomen && (leafCanon.EndsWith("人数", StringComparison.Ordinal) || counted.EndsWith("人数", StringComparison.Ordinal)) && targets.Where(IsOfWomen).Take(2).ToList() is [var women]) Say(women, 76);
        if (leaf.EndsWith("姓名", StringComparison.Ordinal) && best.Values.All(v => v < 70) && targets.FirstOrDefault(t => t is { Through: null, IsTitle: true, NamesPeople: true }) is { } named) Say(named, 78);
        if (leaf.Contains("执委", StringComparison.Ordinal) && targets.FirstOrDefault(t => t is { Through: null, Field: { Type: FieldType.LookUp, Target: "post" } }) is { } exec) Say(exec, 76);
        // What is told at length and nothing else claims is the note: “服务内容”, “发现问题情况说明”.
        if (Telling().IsMatch(leaf) && targets.FirstOrDefault(t => t.Path == "note") is { } told) Say(told, 66);
        // “姓名及电话”, “作者（电话）”: the name leads, the cell is parted later.
        foreach (var said in new[] { leafCanon, wholeCanon }.Where(c => Beside().IsMatch(c)))
        {
            var name = Beside().Replace(said, "");
            if (name.Length == 0) continue;
            foreach (var (target, raw, canon, weight) in names.Where(n => n.Target.Field.Type is FieldType.LookUp or FieldType.Text && n.Target.Through is null && (n.Canon == name || n.Raw == name || n.Canon == name + "姓名"))) Say(target, Math.Min(weight, 95));
        }
        return [.. best.OrderByDescending(b => b.Value).ThenBy(b => b.Key.Through is null ? 0 : 1).Select(b => (b.Key, b.Value))];
    }

    private static bool IsOfWomen(ImportTarget target) => target.Field.Type is FieldType.Number && target.Field.Label.Contains('女', StringComparison.Ordinal);

    private static string? CodeOf(KindList list, string leaf) => list.CodeOf(leaf) ?? list.Items.FirstOrDefault(k => HeadWords.Plain(k.Label) == leaf)?.Code;

    [GeneratedRegex("审核|录入|填表|填报|打印|上报|制表|报送|更新|导出|截止|期限|时限|结束|录用|采用|到期|答复|完成|办结")]
    private static partial Regex Filling();

    [GeneratedRegex(".(内容|情况|说明|简介|简述|概况|经过|描述|成效|成果|效果|近况|现状|摘要|介绍|详情)$")]
    private static partial Regex Telling();

    // When it was written down, not since when it holds.
    [GeneratedRegex("登记|调查|摸底|采集|统计|建档|录入")]
    private static partial Regex Written();

    [GeneratedRegex("(及|和|与|、|/|或)?(电话|身份证号)$")]
    private static partial Regex Beside();
}
