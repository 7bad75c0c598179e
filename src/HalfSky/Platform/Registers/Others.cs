using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>What a rule asks of other entries: only those that count, and in the whole root, because a rule holds whoever records.</summary>
public static class Others
{
    /// <summary>Whether another entry of the same register fulfils the condition already.</summary>
    public static Task<bool> HasAnother(this Recording recording, Register register, Entry than, Filter which, CancellationToken ct) =>
        Asked(recording, register).Where(which).Where(new Filter.Not(new Filter.Is("id", than.Id))).Any(ct);

    /// <summary>Values of the first entry that fulfils the condition, in the order of the keys; null when there is none.</summary>
    public static async Task<object?[]?> FactsOf(this Recording recording, string register, Filter which, IReadOnlyList<string> keys, CancellationToken ct)
    {
        if ((await recording.Reference(ct)).Register(register) is not { } other) return null;
        await foreach (var row in Asked(recording, other).Where(which).Stream(keys, [], ct)) return row;
        return null;
    }

    /// <summary>How many parts of a kind an entry has; of dated ones those that hold today.</summary>
    public static async Task<long> PartsOf(this Recording recording, Entry whole, string parts, CancellationToken ct)
    {
        if (whole.Version == 0 || (await recording.Reference(ct)).Register(parts) is not { Whole: { } link } register) return 0;
        var query = Asked(recording, register).Where(new Filter.Is(link.Key, whole.Id));
        return await (register.Held is { } held ? query.Where(new Filter.HeldOn(held.From.Key, held.To.Key, recording.Clock.Today)) : query).Count(ct);
    }

    /// <summary>A number typed on a whole is not less than its parts listed one by one; left empty, it is their number.</summary>
    public static async Task CountParts(this Recording recording, Register register, Entry whole, string key, string parts, CancellationToken ct)
    {
        var field = register[key];
        if (field.Read(whole) is null && await recording.PartsOf(whole, parts, ct) is > 0 and var listed) field.Write(whole, listed);
    }

    /// <summary>Refuses a number typed on a whole that is less than its parts listed one by one.</summary>
    public static async Task<IReadOnlyList<Problem>> NotFewerThanParts(this Recording recording, Register register, Entry whole, string key, string parts, CancellationToken ct)
    {
        var field = register[key];
        if (field.Read(whole) is not long typed || await recording.PartsOf(whole, parts, ct) is var listed && typed >= listed) return [];
        var label = (await recording.Reference(ct)).Register(parts)!.Label;
        return [new(register.Key + "." + key, $"已经有 {listed.ToString(CultureInfo.InvariantCulture)} 条{label}，{field.Label}不能比这个少。", key)];
    }

    /// <summary>Raises the number of the whole when more parts are listed than it says: nobody types over what was signed.</summary>
    public static async Task RaiseWhole(this Recording recording, Register parts, Entry part, string key, CancellationToken ct)
    {
        if (!part.Counts || parts.Whole is not { Target: { } target } link || (await recording.Reference(ct)).Register(target) is not { } wholes) return;
        var everywhere = Scope.Whole("the whole of a part that was just written");
        var id = (Guid)link.Read(part)!;
        if (await recording.Find(wholes, id, everywhere, ct) is not { } whole) return;
        var listed = await recording.PartsOf(whole, parts.Key, ct);
        if (wholes[key].Read(whole) is long typed && typed >= listed) return;
        var before = await recording.Find(wholes, id, everywhere, ct);
        wholes[key].Write(whole, listed);
        await recording.Write(wholes, before, whole, "counted", null, ct);
    }

    private static Query Asked(Recording recording, Register register) =>
        new Query(recording.Session, register.Shape, Scope.Whole("a rule holds whoever records")).Where(EntryStates.Count);
}
