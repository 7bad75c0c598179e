using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Plans.Calendar.Pages;

/// <summary>Something of a day.</summary>
/// <param name="Tone">late, soon, calm or good.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Word">What it is: 计划, 办了, 没办, 任务.</param>
/// <param name="Text">Its name.</param>
/// <param name="Address">Where it opens.</param>
/// <param name="Record">Form that records it as held; null where that is not hers or too early.</param>
public sealed record DayItem(string Tone, string Icon, string Word, string Text, string Address, string? Record = null);

/// <summary>A day of the year that falls on this day.</summary>
/// <param name="Occasion">The day of the year.</param>
/// <param name="Held">Activities held for it this month.</param>
/// <param name="Plan">Form that plans one.</param>
public sealed record DayOccasion(Occasion Occasion, int Held, string Plan);

/// <summary>One day of the month.</summary>
/// <param name="Day">The day.</param>
/// <param name="Occasions">Days of the year on it.</param>
/// <param name="Items">What is planned, held and due.</param>
/// <param name="Plan">Form that plans an activity.</param>
public sealed record CalendarDay(DateOnly Day, IReadOnlyList<DayOccasion> Occasions, IReadOnlyList<DayItem> Items, string Plan);

/// <summary>计划日历: a month with its days of the year, what is planned, what was held and what is due.</summary>
[Needs("planned-activity.read")]
public sealed class CalendarPage(Desk desk) : AppPage(desk)
{
    private const int Most = 400;
    /// <summary>The month.</summary>
    public Period Month { get; private set; }

    /// <summary>The month in the address cannot be read.</summary>
    public bool Unread { get; private set; }

    /// <summary>Organisations below, too.</summary>
    public bool All { get; private set; }

    /// <summary>There is something below her.</summary>
    public bool HasBelow { get; private set; }

    /// <summary>There is more than is shown.</summary>
    public bool More { get; private set; }

    /// <summary>Days by weeks, Monday first; null before the first and after the last.</summary>
    public IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks { get; private set; } = [];

    /// <summary>May she plan?</summary>
    public bool MayPlan => Desk.User.May("planned-activity.record");

    /// <summary>May she change the days of the year?</summary>
    public bool MayKeep => Desk.User.May("occasion.record");

    /// <summary>Address of a month, keeping the rest.</summary>
    public string At(Period month) => $"/calendar?month={month.Key}{(All ? "&of=all" : "")}";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string? month, string? of, CancellationToken ct)
    {
        await Take(ct);
        Month = Period.MonthOf(Desk.Today);
        if (Period.TryParse(month, null, out var asked) && asked.Kind == "month") Month = asked;
        else if (!string.IsNullOrEmpty(month)) (Unread, Response.StatusCode) = (true, 422);
        HasBelow = Desk.User.Home is { } home && Reference.Organizations.Below(home).Any();
        All = of == "all" && HasBelow;
        var (items, festivals) = (new List<(DateOnly Day, DayItem Item)>(), new Dictionary<string, int>(StringComparer.Ordinal));
        await Activities(items, festivals, ct);
        await Planned(items, ct);
        await Tasks(items, ct);
        Fill(items.ToLookup(i => i.Day, i => i.Item), await DaysOfYear(festivals, ct));
        return Page();
    }

    private async Task<ILookup<DateOnly, DayOccasion>> DaysOfYear(Dictionary<string, int> festivals, CancellationToken ct)
    {
        var depth = Desk.User.Home?.Depth ?? 1;
        return Reference.Occasions.Where(o => o.IsFor(depth)).SelectMany(o => o.Between(Month.From, Month.To).Select(d => (Day: d, Occasion: o)))
            .ToLookup(o => o.Day, o => new DayOccasion(o.Occasion, o.Occasion.Festival is { } f ? festivals.GetValueOrDefault(f) : 0,
                PlanOn(o.Day) + $"&title={Uri.EscapeDataString(o.Occasion.Name + (o.Occasion.Action.Length > 0 ? "：" + o.Occasion.Action : ""))}" + (o.Occasion.Festival is { } kind ? "&festival=" + kind : "")));
    }

    private string PlanOn(DateOnly day) => $"/r/planned-activity/new?date={Text(day)}&next={Uri.EscapeDataString(At(Month))}";

    /// <summary>Entries of a register within the month, hers or with all below; none where the register is not hers.</summary>
    private async Task<IReadOnlyList<object?[]>> Rows(string key, string day, IReadOnlyList<string> columns, CancellationToken ct)
    {
        if (Reference.Register(key) is not { } register || Desk.Sees(register).IsEmpty) return [];
        var query = new Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(EntryStates.Count).Where(new Filter.Range(day, Month.From, Month.To));
        // A part has the organisation of its whole; a task is hers when she answers for it or made the plan.
        if (!All && Desk.User.Home is { } home) query = query.Where(key == "plan-task" ? new Filter.Any([new Filter.Is("org", home.Value), new Filter.Is("owner", home.Value)]) : new Filter.Is("org", home.Value));
        var page = await query.List(columns, [new(day), new("id")], 0, Most, ct);
        More |= page.Total > page.Rows.Count;
        return page.Rows;
    }

    private async Task Activities(List<(DateOnly, DayItem)> items, Dictionary<string, int> festivals, CancellationToken ct)
    {
        foreach (var row in await Rows("activity", "date", ["id", "date", "title", "festival", "planned"], ct))
        {
            if (row[3] is string festival) festivals[festival] = festivals.GetValueOrDefault(festival) + 1;
            items.Add(((DateOnly)row[1]!, new("good", "circle-check", "办了", (string)row[2]!, $"/r/activity/{row[0]}")));
        }
    }

    private async Task Planned(List<(DateOnly, DayItem)> items, CancellationToken ct)
    {
        var mayRecord = Reference.Register("activity") is { } activities ? Desk.User.Scope(activities.Permission("record")) : Scope.None;
        foreach (var row in await Rows("planned-activity", "date", ["id", "date", "title", "kind", "place", "org", "festival", "outcome"], ct))
        {
            // What was held stands there as the activity itself.
            if ((string?)row[7] == PlannedActivity.Held) continue;
            var (day, title, address) = ((DateOnly)row[1]!, (string)row[2]!, $"/r/planned-activity/{row[0]}");
            var (tone, icon, word) = (string?)row[7] == "dropped" ? ("calm", "x", "没办") : day < Desk.Today ? ("late", "f-alert-triangle", "过了，办了没有") : ("soon", "clock", "计划");
            var record = word == "没办" || day > Desk.Today || !mayRecord.Contains((long)row[5]!) ? null
                : $"/r/activity/new?title={Uri.EscapeDataString(title)}&date={Text(day)}&place={row[4]}&org={row[5]}&planned={row[0]}"
                    + (row[3] is string kind ? "&kind=" + kind : "") + (row[6] is string festival ? "&festival=" + festival : "") + "&next=" + Uri.EscapeDataString(At(Month));
            items.Add((day, new(tone, icon, word, title, address, record)));
        }
    }

    private async Task Tasks(List<(DateOnly, DayItem)> items, CancellationToken ct)
    {
        foreach (var row in await Rows("plan-task", "due", ["id", "due", "text", "done"], ct))
        {
            var (due, done) = ((DateOnly)row[1]!, row[3] is not null);
            items.Add((due, new(done ? "good" : due < Desk.Today ? "late" : "soon", done ? "circle-check" : due < Desk.Today ? "f-alert-triangle" : "checklist", done ? "任务办完" : due < Desk.Today ? "任务逾期" : "任务到期", (string)row[2]!, $"/r/plan-task/{row[0]}")));
        }
    }

    private void Fill(ILookup<DateOnly, DayItem> items, ILookup<DateOnly, DayOccasion> occasions)
    {
        var days = Enumerable.Range(0, Month.Days).Select(Month.From.AddDays).Select(d => (CalendarDay?)new CalendarDay(d, [.. occasions[d]], [.. items[d]], PlanOn(d)));
        // Monday first: Sunday is the last of its week.
        var before = ((int)Month.From.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat((CalendarDay?)null, before).Concat(days).ToList();
        while (cells.Count % 7 != 0) cells.Add(null);
        Weeks = [.. cells.Chunk(7)];
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
