using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Imports.Heads;

/// <summary>Says how well the words above a column name each thing a column may go to.</summary>
internal sealed class LabelMatch
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
        return known.TryGetValue(key, out var found) ? found : known[key] = Judged([.. parts.Select(HeadWords.Plain)]);
    }

    /// <summary>Its last words are a kind of the field the words above them name: a column to be ticked.</summary>
    public bool IsKind(string[] parts) => KindOf(parts) is not null;

    /// <summary>The field and the kind a tick in the column means, when the words above say the field.</summary>
    public (ImportTarget Target, string Code)? KindOf(string[] parts)
    {
        if (parts.Length < 2) return null;
        var (group, leaf) = (HeadWords.Canon(HeadWords.Plain(parts[^2])), HeadWords.Plain(parts[^1]));
        foreach (var (target, list) in kinds)
            if (list.CodeOf(leaf) is { } code && names.Any(n => n.Target == target && (n.Canon == group || HeadWords.Likeness(group, n.Canon) >= 70))) return (target, code);
        return null;
    }

    /// <summary>Fields of which the words are a kind.</summary>
    public IEnumerable<(ImportTarget Target, string Code)> KindsNamed(string[] parts) => parts.Length == 0 ? [] :
        kinds.Select(k => (k.Target, Code: k.Kinds.CodeOf(HeadWords.Plain(parts[^1])))).Where(k => k.Code is not null).Select(k => (k.Target, k.Code!));

    private List<(ImportTarget, int)> Judged(string[] plain)
    {
        plain = [.. plain.Where(p => p.Length > 0)];
        var best = new Dictionary<ImportTarget, int>();
        if (plain.Length == 0 || HeadWords.IsSerial(plain[^1])) return [];
        void Say(ImportTarget target, int weight)
        {
            if (weight > best.GetValueOrDefault(target)) best[target] = weight;
        }
        if (hasPlace && (HeadWords.IsPlace(plain[^1]) || HeadWords.IsTownship(plain[^1])) && targets.First(t => t.Path == "place") is var place) Say(place, 93);
        var leaf = plain[^1];
        var whole = string.Concat(plain);
        var (leafCanon, wholeCanon) = (HeadWords.Canon(leaf), HeadWords.Canon(whole));
        var group = plain.Length > 1 ? HeadWords.Canon(string.Concat(plain[..^1])) : "";
        foreach (var (target, raw, canon, weight) in names)
        {
            var said = raw == leaf || raw == whole ? weight : canon == leafCanon || canon == wholeCanon ? Math.Min(weight, 94) : 0;
            if (said == 0) said = Math.Max(HeadWords.Likeness(leafCanon, canon), plain.Length > 1 ? HeadWords.Likeness(wholeCanon, canon) - 4 : 0) * weight / 100;
            // The group's words tell whose telephone it is: “帮扶人/电话”.
            if (group.Length > 0 && said >= 75 && targets.Count > 0 && HeadWords.Likeness(group, HeadWords.Canon(HeadWords.Plain(target.Head))) is var near and > 60 && near > 0) said = Math.Min(99, said + 4);
            if (said >= 55) Say(target, said);
        }
        // “姓名及电话”: the name leads, the cell is parted later.
        if ((wholeCanon.Contains("姓名", StringComparison.Ordinal) || wholeCanon.Contains("联系人", StringComparison.Ordinal)) && (wholeCanon.Contains("电话", StringComparison.Ordinal) || wholeCanon.Contains("身份证号", StringComparison.Ordinal)))
        {
            var name = wholeCanon.Replace("电话", "", StringComparison.Ordinal).Replace("身份证号", "", StringComparison.Ordinal).TrimEnd('及', '和', '与', '、', '/');
            foreach (var (target, raw, canon, weight) in names.Where(n => n.Target.Field.Type is FieldType.LookUp or FieldType.Text && (n.Canon == name || n.Raw == name))) Say(target, Math.Min(weight, 95));
        }
        return [.. best.OrderByDescending(b => b.Value).ThenBy(b => b.Key.Through is null ? 0 : 1).Select(b => (b.Key, b.Value))];
    }
}
