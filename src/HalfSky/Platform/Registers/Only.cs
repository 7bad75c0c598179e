using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>A condition on an entry's kinds as it stands in declarations and data: “kind=quarterly,monthly&amp;mode=home”.</summary>
public static class Only
{
    /// <summary>The fields named with their codes, in order.</summary>
    public static IReadOnlyList<(string Key, IReadOnlyList<string> Codes)> Read(string? text) =>
        [.. (text ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2 && p[1].Length > 0).Select(p => (p[0], (IReadOnlyList<string>)p[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];

    /// <summary>Written as it is kept; fields without a code are left out.</summary>
    public static string Write(IEnumerable<(string Key, IReadOnlyList<string> Codes)> parts) =>
        string.Join('&', parts.Where(p => p.Codes.Count > 0).Select(p => p.Key + "=" + string.Join(',', p.Codes)));

    /// <summary>The condition over a register; a field it does not have lets nothing through.</summary>
    public static Filter Of(Register register, string? text) => Read(text).Aggregate(Filter.None, (all, part) => all & (register.Find(part.Key) is { } field ? Of(field, part.Codes) : new Filter.Any([])));

    /// <summary>One of the codes in a field.</summary>
    public static Filter Of(Field field, IReadOnlyList<string> codes) => field.Type switch
    {
        FieldType.Kinds => new Filter.Any([.. codes.Select(c => new Filter.Has(field.Key, c))]),
        FieldType.Flag => new Filter.Is(field.Key, codes[0] == "true"),
        _ => new Filter.In(field.Key, [.. codes]),
    };

    /// <summary>Does an entry fulfil it? The same as <see cref="Of(Register, string?)"/>, of an entry in hand.</summary>
    public static bool Fits(Register register, Entry entry, string? text) => Read(text).All(part => register.Find(part.Key) is { } field && field.Read(entry) switch
    {
        bool flag => flag == (part.Codes[0] == "true"),
        string kinds when field.Type is FieldType.Kinds => Codes.Split(kinds).Intersect(part.Codes).Any(),
        string code => part.Codes.Contains(code),
        _ => false,
    });

    /// <summary>“类型是“季走访”或“回访””.</summary>
    public static string Words(Register register, string? text, Func<Field, KindList> kinds) =>
        string.Join("，", Read(text).Select(p => register.Find(p.Key) is { } field ? Words(field, p.Codes, kinds) : p.Key));

    /// <summary>The words of one field.</summary>
    public static string Words(Field field, IReadOnlyList<string> codes, Func<Field, KindList> kinds) =>
        $"{field.Label}是{string.Join("或", codes.Select(c => field.Type is FieldType.Flag ? c == "true" ? "是" : "否" : $"“{kinds(field).LabelOf(c)}”"))}";
}
