using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Activities.Pages;

/// <summary>What is copied into a group about an activity 群里发的话: when, where, which one of the year, how many came; no names.</summary>
[Needs("activity.read")]
public sealed class ActivityTextPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    /// <summary>The activity.</summary>
    public Activity Activity { get; private set; } = null!;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Shows the text.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var register = (await Take(ct)).Register("activity")!;
        if (await recording.Find(register, id, Desk.Sees(register), ct) is not Activity a || a.State is EntryState.Withdrawn) return NotFound();
        Activity = a;
        var place = Reference.Places.PathOf(a.Place);
        if (a.Venue is { } venue && (await names.Of(Reference.Register("venue")!, [venue], Desk.Sees(Reference.Register("venue")!), ct)).GetValueOrDefault(venue) is { Length: > 0 } named) place = $"{named}（{place}）";
        var lines = new List<string>
        {
            $"【{Reference.KindsOf(register["kind"]).LabelOf(a.Kind)}】{a.Title}",
            $"时间：{ChineseDates.Long(a.Date)}（{ChineseDates.Weekday(a.Date)}）{a.Starts}{(a.Ends is null ? "" : "—" + a.Ends)}{(a.LastDay is { } last && last > a.Date ? $"，到{ChineseDates.Short(last)}，共 {a.Days} 天" : "")}",
            $"地点：{place}",
            $"主办：{Reference.Organizations.NameOf(a.Org)}",
        };
        if (a.Participants is > 0 and var came) lines.Add($"{(a.Date > Desk.Today ? "预计" : "")}参加：{came} 人");
        if (a.Counts && await SessionsTo(a, ct) is > 1 and var nth) lines.Add($"这是{Reference.Places.VillageOf(a.Place)}今年的第 {nth} 场活动。");
        Text = string.Join('\n', lines);
        return Page();
    }

    /// <summary>How many the place held that year up to its day, as the measure says.</summary>
    private async Task<long> SessionsTo(Activity a, CancellationToken ct)
    {
        if (Reference.Measure("activity.sessions") is not { } sessions || Desk.Counts(sessions.Register).IsEmpty) return 0;
        var village = new Branch(a.Place) is { Depth: > 3 } below ? below.AtDepth(3) : new Branch(a.Place);
        return (await (await Desk.Evaluator(ct)).Read(sessions, new Ask(village, Period.YearTo(a.Date)), Desk.Counts(sessions.Register), ct)).Value ?? 0;
    }
}
