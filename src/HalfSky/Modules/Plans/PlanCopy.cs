using System.Globalization;
using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>Makes a plan from another: next year's from last year's, a lower organisation's from the one above. All of it in one transaction, as if typed.</summary>
internal sealed partial class PlanCopy(Recording recording, Reference reference)
{
    private static readonly Filter Live = new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)));

    /// <summary>The plan that follows a plan, as a draft: objectives, tasks not done yet, targets, all moved by its years. Begun once; asked again it is the same one.</summary>
    public Task<Guid> Next(Plan plan, CancellationToken ct) => recording.Session.Write(async c =>
    {
        if (await Begun(new Filter.Is("copyOf", plan.Id), c) is { } known) return known;
        var years = Math.Max(1, (int)Math.Round(((plan.To ?? plan.From.AddYears(1)).DayNumber - plan.From.DayNumber) / 365.25));
        string? Moved(DateOnly? day) => day is { } at ? Text(at.AddYears(years)) : null;
        var id = await Copy("plan", plan, draft: true, c, ("title", Later(plan.Title, years)), ("date", Text(recording.Clock.Today)), ("from", Moved(plan.From)), ("to", Moved(plan.To)), ("copyOf", plan.Id.ToString()), ("above", null));
        var objectives = await Objectives(plan, id, o => Later(o.Text, years), c);
        foreach (var task in await All<PlanTask>("plan-task", new Filter.Is("plan", plan.Id), c))
            await Copy("plan-task", task, draft: false, c, ("plan", id.ToString()), ("objective", Mapped(objectives, task.Objective)), ("text", Later(task.Text, years)), ("due", Moved(task.Due)), ("done", null));
        foreach (var target in await All<Target>("target", new Filter.Is("plan", plan.Id) & new Filter.Is("place", plan.Place), c))
        {
            if (!Period.TryParse(target.Period, null, out var days)) continue;
            await Copy("target", target, draft: true, c, ("plan", id.ToString()), ("objective", Mapped(objectives, target.Objective)), ("date", Text(recording.Clock.Today)),
                ("period", new Period(days.From.AddYears(years), days.To.AddYears(years)).Key));
        }
        return id;
    }, ct);

    /// <summary>Gives a plan to lower organisations: its objectives, and those tasks that are theirs or nobody's. Who has it already is left alone.</summary>
    /// <returns>How many got it.</returns>
    public Task<int> Down(Plan plan, IReadOnlyList<Node> lower, CancellationToken ct) => recording.Session.Write(async c =>
    {
        var given = 0;
        var tasks = await All<PlanTask>("plan-task", new Filter.Is("plan", plan.Id), c);
        foreach (var node in lower)
        {
            var org = node.Number.Value.ToString(CultureInfo.InvariantCulture);
            if (await Begun(new Filter.Is("above", plan.Id) & new Filter.Is("org", node.Number.Value), c) is not null) continue;
            var title = $"{plan.Title}（{node.Name}）";
            var id = await Copy("plan", plan, draft: false, c, ("title", title.Length > 80 ? plan.Title : title), ("date", Text(recording.Clock.Today)), ("org", org), ("place", node.Place.ToString(CultureInfo.InvariantCulture)),
                ("above", plan.Id.ToString()), ("copyOf", null));
            var objectives = await Objectives(plan, id, o => o.Text, c);
            foreach (var task in tasks.Where(t => t.Owner is null || t.Owner == node.Number.Value))
                await Copy("plan-task", task, draft: false, c, ("plan", id.ToString()), ("objective", Mapped(objectives, task.Objective)), ("owner", org), ("done", null));
            given++;
        }
        return given;
    }, ct);

    /// <summary>Objectives of a plan under another, those above before those below.</summary>
    private async Task<Dictionary<Guid, Guid>> Objectives(Plan plan, Guid to, Func<Objective, string> text, CancellationToken ct)
    {
        var (copied, waiting) = (new Dictionary<Guid, Guid>(), await All<Objective>("objective", new Filter.Is("plan", plan.Id), ct));
        while (waiting.Count > 0)
        {
            var next = waiting.FindAll(o => o.Above is null || copied.ContainsKey(o.Above.Value) || !waiting.Exists(w => w.Id == o.Above));
            foreach (var o in next) copied[o.Id] = await Copy("objective", o, draft: false, ct, ("plan", to.ToString()), ("above", Mapped(copied, o.Above)), ("text", text(o)));
            waiting.RemoveAll(next.Contains);
        }
        return copied;
    }

    private async Task<Guid?> Begun(Filter which, CancellationToken ct)
    {
        await foreach (var row in Asked("plan").Where(which).Where(Live).Stream(["id"], [], ct)) return (Guid)row[0]!;
        return null;
    }

    private async Task<List<T>> All<T>(string key, Filter which, CancellationToken ct) where T : Entry
    {
        var register = reference.Register(key)!;
        var found = new List<T>();
        await foreach (var row in Asked(key).Where(which).Where(Live).Stream([.. register.Shape.Columns.Select(c => c.Key)], [new("date"), new("id")], ct)) found.Add((T)EntryColumns.Make(register, row));
        return found;
    }

    private Query Asked(string key)
    {
        var register = reference.Register(key)!;
        return new(recording.Session, register.Shape, recording.User.Scope(register.Permission("read")));
    }

    private async Task<Guid> Copy(string key, Entry entry, bool draft, CancellationToken ct, params (string Key, string? Value)[] changed)
    {
        var values = reference.Register(key)!.Fields.Where(f => !f.Derived).ToDictionary(f => f.Key, string? (f) => FieldValue.ToText(f, f.Read(entry)));
        foreach (var (name, value) in changed) values[name] = value;
        var id = Uuid.New(recording.Clock.Now);
        var verdict = await recording.Create(key, id, new Input(values, draft, Confirmed: true), ct);
        return verdict.IsAccepted ? id : throw new Refusal(verdict.Problems);
    }

    private static string? Mapped(Dictionary<Guid, Guid> copied, Guid? id) => id is { } known && copied.TryGetValue(known, out var other) ? other.ToString() : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>“2026年工作计划” becomes “2027年工作计划”.</summary>
    private static string Later(string text, int years) =>
        Year().Replace(text, m => (int.Parse(m.Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])")]
    private static partial Regex Year();
}
