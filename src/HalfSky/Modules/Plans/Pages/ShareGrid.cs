using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>A target of a plan with what each lower organisation is to reach of it.</summary>
/// <param name="Line">The whole.</param>
/// <param name="Cells">The share of each lower organisation, by its number; each is a target of its own.</param>
public sealed record ShareRow(TargetLine Line, IReadOnlyDictionary<long, Target> Cells)
{
    /// <summary>Shares of a ratio are no parts of a sum: each place has a share of its own.</summary>
    public bool Adds => Line.Measure.Kind is not MeasureKind.Ratio;

    /// <summary>Sum of the shares as kept; null where they do not add up to anything.</summary>
    public long? Sum => Adds ? Cells.Values.Sum(c => c.Value ?? 0) : null;

    /// <summary>An amount in hundredths as it is typed.</summary>
    public static string Typed(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Reads what was typed into hundredths.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="digits">Digits the unit has behind the point.</param>
    /// <param name="hundredths">The amount.</param>
    public static bool TryRead(string text, int digits, out long hundredths)
    {
        hundredths = 0;
        if (!decimal.TryParse(text.Normalize(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000) return false;
        var scale = digits switch { 0 => 1, 1 => 10, _ => 100 };
        if (number * scale != decimal.Truncate(number * scale)) return false;
        hundredths = (long)(number * 100);
        return true;
    }

    /// <summary>Why the shares do not fit the whole; null when they do, and when nothing was shared out yet.</summary>
    /// <param name="whole">The whole, in hundredths.</param>
    /// <param name="atMost">It must not be exceeded; the shares are then exactly the whole.</param>
    /// <param name="shares">The shares, in hundredths.</param>
    /// <param name="what">The target's name.</param>
    /// <param name="unit">Its unit.</param>
    public static string? Misfit(long whole, bool atMost, IReadOnlyCollection<long> shares, string what, string unit)
    {
        if (shares.Count == 0 || shares.Sum() is var sum && (sum == whole || (!atMost && sum > whole))) return null;
        return sum < whole ? $"{what}：分下去合计 {Typed(sum)}{unit}，比总数 {Typed(whole)}{unit} 少 {Typed(whole - sum)}{unit}，请补上。"
            : $"{what}：分下去合计 {Typed(sum)}{unit}，比总数 {Typed(whole)}{unit} 多 {Typed(sum - whole)}{unit}，请减下来。";
    }
}

/// <summary>The decomposition of a plan 目标责任分解: its targets by lower organisations, and which of them signed.</summary>
/// <param name="Board">The plan.</param>
/// <param name="Columns">Lower organisations.</param>
/// <param name="Rows">Targets of the plan.</param>
/// <param name="Pledges">Who signed, and when.</param>
public sealed record ShareGrid(PlanBoard Board, IReadOnlyList<Node> Columns, IReadOnlyList<ShareRow> Rows, IReadOnlyDictionary<long, PlanShare> Pledges)
{
    private static readonly Filter Live = new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)));

    /// <summary>Reads it; null when the plan is not there or not hers.</summary>
    public static async Task<ShareGrid?> Read(Desk desk, Recording recording, Guid id, CancellationToken ct)
    {
        if (await PlanBoard.Read(desk, recording, id, ct) is not { } board) return null;
        var reference = await desk.Reference(ct);
        var columns = reference.LowerThan(board.Plan.Org);
        var cells = await Parts.Of<Target>(desk, reference.Register("target")!, new Filter.Is("plan", id) & Live & new Filter.In("place", [.. columns.Select(c => (object)c.Place)]), ct);
        var orgs = columns.ToDictionary(c => c.Place, c => c.Number.Value);
        var rows = board.Targets.Where(t => t.Target.Plan == id).Select(t => new ShareRow(t, cells.Where(c => c.Measure == t.Target.Measure && (c.Conditions ?? "") == (t.Target.Conditions ?? "") && c.Period == t.Target.Period)
            .DistinctBy(c => c.Place).ToDictionary(c => orgs[c.Place])));
        var signed = await Parts.Of<PlanShare>(desk, reference.Register("plan-share")!, new Filter.Is("plan", id) & Live, ct);
        return new(board, columns, [.. rows], signed.DistinctBy(s => s.Org).ToDictionary(s => s.Org));
    }
}
