using HalfSky.Platform.Access;
using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>What a rule asks of other entries: only those that count, and in the whole root, because a rule holds whoever records.</summary>
public static class Others
{
    private static Filter Counting { get; } = new Filter.In("state", [nameof(EntryState.Submitted), nameof(EntryState.Verified)]);

    /// <summary>How many entries of a register fulfil the condition.</summary>
    public static async Task<long> HowMany(this Recording recording, string register, Filter which, CancellationToken ct) =>
        (await recording.Reference(ct)).Register(register) is { } other ? await Asked(recording, other).Where(which).Count(ct) : 0;

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

    private static Query Asked(Recording recording, Register register) =>
        new Query(recording.Session, register.Shape, Scope.Whole("a rule holds whoever records")).Where(Counting);
}
