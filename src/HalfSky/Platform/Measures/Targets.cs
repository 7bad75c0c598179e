using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Measures;

/// <summary>What a figure is to reach 目标, and how it stands.</summary>
/// <param name="Value">Value aimed at, as the measure's amounts are kept.</param>
/// <param name="AtMost">It must not be exceeded; else it must be reached.</param>
/// <param name="Address">Where the entry that says so is opened.</param>
/// <param name="Behind">Below this percentage of what the elapsed days ask for, a figure is behind.</param>
public sealed record Aim(long Value, bool AtMost, string Address, int Behind)
{
    /// <summary>The figure's share of the aim in percent, at most 999.</summary>
    public int Share(long value) => Value == 0 ? 100 : (int)Math.Clamp(value * 100m / Value, 0, 999);

    /// <summary>Tone and word: reached, on its way, behind; measured by the days gone by.</summary>
    public (string Tone, string Icon, string Word) Stand(Measure measure, long value, Period period, DateOnly today)
    {
        if (AtMost) return value <= Value ? ("good", "circle-check", "没有超") : ("late", "f-alert-triangle", "超了");
        if (value >= Value) return ("good", "circle-check", "达到");
        if (today >= period.To) return ("late", "f-alert-triangle", "没达到");
        return Expected(measure, period, today) is { } due && value * 100m < due * Behind ? ("late", "f-alert-triangle", "落后") : ("calm", "f-point", "进行中");
    }

    /// <summary>What the days gone by ask for; null where nothing is asked for before the end: of a stock, a ratio, a limit.</summary>
    public decimal? Expected(Measure measure, Period period, DateOnly today) => AtMost || measure.Kind is not MeasureKind.Flow ? null
        : Value * (decimal)Math.Clamp(today.DayNumber - period.From.DayNumber + 1, 0, period.Days) / period.Days;
}

/// <summary>The targets of a place and period, read at once.</summary>
public sealed class Targets
{
    /// <summary>registers.md §2: red below 60 % of the time-proportional value.</summary>
    public static Limit Behind { get; } = new("target.behind", "目标落后的线：不到按天数该完成的", 60, "%");

    private readonly Dictionary<(string Measure, string Conditions), Aim> aims = [];

    private Targets() { }

    /// <summary>The aim of a figure; null where none was set.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="conditions">Conditions as in an address, in any order; empty for the whole figure.</param>
    public Aim? Of(Measure measure, IEnumerable<(string Name, string Value)> conditions) => aims.GetValueOrDefault((measure.Key, Written(conditions)));

    /// <summary>Reads them within a scope.</summary>
    public static async Task<Targets> Read(Session session, Reference reference, Scope scope, Branch place, Period period, CancellationToken ct = default)
    {
        var targets = new Targets();
        if (reference.Registers.FirstOrDefault(r => r.Targets is not null) is not { Targets: { } of } register || scope.IsEmpty) return targets;
        var query = new Query(session, register.Shape, scope).Where(new Filter.Is("place", place.Value)).Where(new Filter.Is(of.Period.Key, period.Key))
            .Where(EntryStates.Count);
        await foreach (var row in query.Stream(["id", of.Measure.Key, of.Conditions.Key, of.Value.Key, of.Direction.Key], [new("date"), new("id")], ct))
        {
            if (reference.Measure((string)row[1]!) is not { } measure || row[3] is not long hundredths) continue;
            targets.aims[(measure.Key, Written(Parsed(row[2] as string)))] = Aim(reference, measure, hundredths, (string?)row[4], register.AddressOf((Guid)row[0]!));
        }
        return targets;
    }

    /// <summary>The aim a target's fields say.</summary>
    public static Aim Aim(Reference reference, Measure measure, long hundredths, string? direction, string address) =>
        new(measure.Unit.Digits switch { 0 => hundredths / 100, 1 => hundredths / 10, _ => hundredths }, direction == "at-most", address, reference.Limit(Behind));

    /// <summary>An amount of a unit in hundredths, as targets keep it.</summary>
    public static long Hundredths(long amount, Unit unit) => unit.Digits switch { 0 => amount * 100, 1 => amount * 10, _ => amount };

    private static IEnumerable<(string, string)> Parsed(string? text) => (text ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).Select(p => (Uri.UnescapeDataString(p[0]), Uri.UnescapeDataString(p[1])));

    private static string Written(IEnumerable<(string Name, string Value)> conditions) =>
        string.Join('&', conditions.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Name + "=" + c.Value));
}
