using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Modules.Plans.Pages;

/// <summary>A task as a plan shows it.</summary>
/// <param name="Task">The entry.</param>
/// <param name="Owner">Who answers for it.</param>
public sealed record TaskLine(PlanTask Task, string Owner)
{
    /// <summary>Done, overdue, near or far, as shape and word.</summary>
    public (string Tone, string Icon, string Words) Cue(DateOnly today) => Task switch
    {
        { Done: { } done, Due: { } due } when done > due => ("good", "circle-check", $"{done:MM-dd} 办完，晚 {done.DayNumber - due.DayNumber} 天"),
        { Done: { } done } => ("good", "circle-check", $"{done:MM-dd} 办完"),
        { Due: null } => ("calm", "f-point", "没写期限"),
        { Due: { } due } when due < today => ("late", "f-alert-triangle", $"逾期 {today.DayNumber - due.DayNumber} 天"),
        { Due: { } due } when due.DayNumber - today.DayNumber <= 30 => ("soon", "clock", $"还有 {due.DayNumber - today.DayNumber} 天"),
        { Due: { } due } => ("calm", "f-point", $"{due:yyyy-MM-dd} 前"),
    };

    /// <summary>Not done and past its day.</summary>
    public bool IsLate(DateOnly today) => Task.Done is null && Task.Due < today;
}

/// <summary>An objective with its tasks.</summary>
/// <param name="Objective">The entry; null for tasks that serve none.</param>
/// <param name="Depth">How far down the tree, from 0.</param>
/// <param name="Number">“1.2”.</param>
/// <param name="Tasks">Its tasks.</param>
public sealed record ObjectiveLine(Objective? Objective, int Depth, string Number, IReadOnlyList<TaskLine> Tasks);

/// <summary>A target with what its measure says now.</summary>
/// <param name="Target">The entry.</param>
/// <param name="Measure">Its measure.</param>
/// <param name="Aim">What is to be reached.</param>
/// <param name="Days">When.</param>
/// <param name="Reading">What the measure says; null where she may not read it.</param>
/// <param name="Address">Where the figure opens.</param>
public sealed record TargetLine(Target Target, Measure Measure, Aim Aim, Period Days, Reading? Reading, string Address)
{
    /// <summary>Reached, on its way or behind.</summary>
    public (string Tone, string Icon, string Word) Stand(DateOnly today) => Aim.Stand(Measure, Reading?.Value ?? 0, Days, today);

    /// <summary>It is behind, was missed or exceeded.</summary>
    public bool IsBehind(DateOnly today) => Reading is not null && Stand(today).Tone == "late";

    /// <summary>What the days gone by ask for, as written; empty where nothing is asked for before the end.</summary>
    public string Expected(DateOnly today) => Aim.Expected(Measure, Days, today) is { } due ? new Figure((long)Math.Round(due, MidpointRounding.AwayFromZero), Measure.Unit).Number : "";
}

/// <summary>A plan with its tree of objectives, its tasks and its targets, read in a few queries whatever their number.</summary>
public sealed class PlanBoard
{
    private static readonly Filter Live = new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)));

    private PlanBoard(Plan plan) => Plan = plan;

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Objectives in the order of the tree, then tasks that serve none.</summary>
    public IReadOnlyList<ObjectiveLine> Objectives { get; private set; } = [];

    /// <summary>Targets of the plan's own place.</summary>
    public IReadOnlyList<TargetLine> Targets { get; private set; } = [];

    /// <summary>All tasks.</summary>
    public IEnumerable<TaskLine> Tasks => Objectives.SelectMany(o => o.Tasks);

    /// <summary>Days of the plan.</summary>
    public Period Days => new(Plan.From, Plan.To is { } to && to > Plan.From ? to : Plan.From.AddYears(1));

    /// <summary>Share of its days gone by, in percent.</summary>
    public int Elapsed(DateOnly today) => (int)(Math.Clamp(today.DayNumber - Days.From.DayNumber + 1, 0, Days.Days) * 100L / Days.Days);

    /// <summary>Reads it; null when it is not there or not hers.</summary>
    public static async Task<PlanBoard?> Read(Desk desk, Recording recording, Guid id, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var register = reference.Register("plan")!;
        if (await recording.Find(register, id, desk.Sees(register), ct) is not Plan plan) return null;
        var board = new PlanBoard(plan);
        var inIt = new Filter.Is("plan", id);
        var objectives = await Parts.Of<Objective>(desk, reference.Register("objective")!, inIt & Live, ct);
        var tasks = (await Parts.Of<PlanTask>(desk, reference.Register("plan-task")!, inIt & Live, ct)).OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Id).ToList();
        board.Objectives = Tree(objectives, tasks.ConvertAll(t => new TaskLine(t, t.Owner is { } owner ? reference.Organizations.NameOf(owner) : "")));
        var own = inIt & new Filter.Is("place", plan.Place);
        // Its share of the plan above stands there as a target of this place.
        if (plan.Above is { } above) own = new Filter.Any([own, new Filter.Is("plan", above) & new Filter.Is("place", plan.Place)]);
        board.Targets = await Read(desk, reference, await Parts.Of<Target>(desk, reference.Register("target")!, own & Live, ct), ct);
        return board;
    }

    /// <summary>Targets with their figures; whole figures of one place and period are read together.</summary>
    private static async Task<IReadOnlyList<TargetLine>> Read(Desk desk, Reference reference, IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var (evaluator, tally) = (await desk.Evaluator(ct), new TallyReader(desk.Session, reference, desk.Today));
        var asked = new List<(Target Target, Measure Measure, AskQuery Query, bool Reads)>();
        foreach (var target in targets)
        {
            if (reference.Measure(target.Measure) is not { } measure || target.Value is null || !Period.TryParse(target.Period, null, out var days)) continue;
            asked.Add((target, measure, AskQuery.Read(QueryHelpers.ParseQuery(target.Conditions), measure, reference, new(target.Place), days, desk.Today), !desk.Counts(measure.Register).IsEmpty));
        }
        var readings = new Dictionary<Guid, Reading>();
        foreach (var group in asked.Where(a => a is { Reads: true, Query.Conditions.Count: 0 }).GroupBy(a => (a.Query.Place, a.Query.Period)))
        {
            var whole = group.ToList();
            var read = await tally.Read([.. whole.Select(a => a.Measure)], whole[0].Query.Ask, m => desk.Counts(m.Register), ct);
            for (var i = 0; i < whole.Count; i++) readings[whole[i].Target.Id] = read[i];
        }
        foreach (var (target, measure, query, _) in asked.Where(a => a is { Reads: true, Query.Conditions.Count: > 0 }))
            readings[target.Id] = await evaluator.Read(measure, query.Ask, desk.Counts(measure.Register), ct);
        var register = reference.Register("target")!;
        return [.. asked.Select(a => new TargetLine(a.Target, a.Measure, Platform.Measures.Targets.Aim(reference, a.Measure, a.Target.Value!.Value, a.Target.Direction, register.AddressOf(a.Target.Id)), a.Query.Period,
            readings.GetValueOrDefault(a.Target.Id), $"/measures/{a.Measure.Key}{a.Query}"))];
    }

    private static List<ObjectiveLine> Tree(List<Objective> objectives, List<TaskLine> tasks)
    {
        var (lines, known) = (new List<ObjectiveLine>(), objectives.Select(o => o.Id).ToHashSet());
        // One that hangs on what was taken back stands on top, so that nothing is lost.
        var below = objectives.ToLookup(o => o.Above is { } above && known.Contains(above) ? above : Guid.Empty);
        var of = tasks.ToLookup(t => t.Task.Objective is { } objective && known.Contains(objective) ? objective : Guid.Empty);
        void Add(Guid above, int depth, string number)
        {
            foreach (var (o, i) in below[above].OrderBy(o => o.Position ?? long.MaxValue).ThenBy(o => o.Id).Select((o, i) => (o, i + 1)))
            {
                lines.Add(new(o, depth, number + i, [.. of[o.Id]]));
                Add(o.Id, depth + 1, $"{number}{i}.");
            }
        }
        Add(Guid.Empty, 0, "");
        if (of[Guid.Empty].Any()) lines.Add(new(null, 0, "", [.. of[Guid.Empty]]));
        return lines;
    }
}
