using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>
/// A county going on at random after its reports were published: late entries, corrections, returns, withdrawals, verifications, persons
/// recorded twice put right, villages merged. It keeps by itself what was done to each entry and when, so that the reasons given for a
/// difference are held to something else than the log they are read from.
/// </summary>
internal sealed class PublishedLife(County county, int seed)
{
    private readonly Random dice = new(seed);
    private readonly Dictionary<string, List<Guid>> known = new() { ["visit"] = [], ["activity"] = [], ["person"] = [], ["post"] = [], ["care"] = [] };
    private readonly Dictionary<Guid, List<(int Step, string Deed)>> deeds = [];
    private readonly List<(int Step, Branch Old, Branch New)> merges = [];
    private readonly Dictionary<string, int> first = [];
    private readonly List<Branch> villages = [.. county.Facts.Villages.Select(v => new Branch(v.Place))];

    /// <summary>Steps gone by.</summary>
    public int Now { get; private set; }

    /// <summary>Deeds that were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>Villages merged, each with the one it counts under at last.</summary>
    public IReadOnlyList<(Branch Old, Branch New)> Merged => [.. merges.Select(m => (m.Old, new Branch(CountedAt(m.New.Value, int.MaxValue))))];

    /// <summary>What was done to an entry after a step.</summary>
    public IReadOnlyList<string> Since(Guid entry, int step) => deeds.TryGetValue(entry, out var all) ? [.. all.Where(d => d.Step > step).Select(d => d.Deed)] : [];

    /// <summary>Does what was recorded at the place count elsewhere since the step?</summary>
    public bool HasMoved(long place, int step) => CountedAt(place, step) != CountedAt(place, int.MaxValue);

    /// <summary>Lets every register be reviewed, so that all states come up, and gives the reports something to tell.</summary>
    public async Task Begin()
    {
        foreach (var v in county.Facts.Villages)
        {
            known["person"].AddRange(v.People.Select(p => p.Id));
            known["care"].AddRange(v.Care.Select(c => c.Id));
            known["post"].Add(v.ExecPost);
        }
        foreach (var (register, entries) in known) first[register] = entries.Count;
        await county.As(Persona.CountyStaff, async (_, s) => await s.Write(async ct =>
        {
            foreach (var register in known.Keys) s.Db.Add(new Setting { Key = "review." + register, Value = "all" });
            await ReferenceSource.Touch(s, ct);
        }));
        foreach (var village in county.Facts.Villages)
        {
            // Every figure of the report has something behind it on the first day.
            Did("visit", await Do(r => r.Create("visit", Next(), Typed(("person", village.People[0].Id), ("date", "2026-03-05"), ("kind", "quarterly"), ("mode", "home"), ("given", 100)))));
            Did("visit", await Do(r => r.Create("visit", Next(), Typed(("person", village.Care[2].Person), ("date", "2025-05-05"), ("kind", "monthly")))));
            Did("visit", await Do(r => r.Create("visit", Next(), Typed(("person", village.Care[2].Person), ("date", "2026-05-05"), ("kind", "monthly")))));
            foreach (var day in new[] { "2026-06-01", "2026-07-01" }) Did("activity", await Do(r => r.Create("activity", Next(), Typed(("title", "普法" + day), ("kind", "talk"), ("topics", "law"), ("date", day), ("place", village.Place), ("org", village.Org), ("participants", 30), ("ordinal", 2), ("cost", 50)))));
        }
        foreach (var register in new[] { "visit", "activity" })
            foreach (var id in known[register].ToList()) Did(register, await Do(r => r.Verify(register, id)));
        // One activity in two stays as it is, whatever becomes of its village.
        foreach (var quiet in known["activity"].Where((_, i) => i % 2 == 0).ToList()) known["activity"].Remove(quiet);
        for (var i = 0; i < 80; i++) await Step();
    }

    /// <summary>One deed that is accepted; what is refused changes nothing and is tried otherwise.</summary>
    public async Task Step()
    {
        Now++;
        for (var before = Accepted; Accepted == before;) await Deed();
    }

    private async Task Deed()
    {
        if (dice.Next(40) == 0) await county.Move(county.Clock.Today.AddDays(1));
        (string Register, Verdict? Verdict) done = dice.Next(100) switch
        {
            < 12 => await Add("visit", [("person", One("person")), ("date", Day()), .. Visited()]),
            < 20 => await Add("activity", Held()),
            < 22 => await Add("person", [("name", "新人" + dice.Next(10_000)), ("place", Village().Value), ("org", Org()), ("from", Day()), ("date", Day()), .. Described()]),
            < 25 => await Add("post", ("person", One("person")), ("org", Org()), ("from", Day()), ("role", Pick("exec", "vice", "part-time-vice", "group-leader"))),
            < 28 => await Add("care", ("person", One("person")), ("from", Day()), ("to", county.Clock.Today.AddDays(dice.Next(1, 90))), ("ending", "other"), ("responsible", One("post")), ("categories", Categories()), ("level", "high")),
            < 36 => await Edit("visit", [("date", Day()), .. Visited()]),
            < 39 => await Edit("visit", ("person", One("person"))),
            < 40 => await PutRight(),
            < 47 => await Edit("activity", Held()),
            < 50 => await Edit("activity", ("participants", dice.Next(1, 200))),
            < 52 => await Edit("person", dice.Next(3) == 0 ? [("place", Village().Value), ("org", Org())] : Described()),
            < 54 => await Edit("post", ("role", Pick("exec", "vice", "group-leader")), ("to", dice.Next(3) == 0 ? county.Clock.Today.AddDays(-dice.Next(200)) : "")),
            < 57 => await Edit("care", ("categories", Categories())),
            < 61 => await Edit(Any(), ("note", "看过 " + dice.Next(1000))),
            < 88 => await Act((r, key, id) => r.Verify(key, id)),
            < 94 => await Act((r, key, id) => r.Return(key, id, "请补")),
            _ => await Act((r, key, id) => r.Withdraw(key, id, "记错")),
        };
        Did(done.Register, done.Verdict);
    }

    /// <summary>Merges a village of the present ones into another, or into one newly made in its township.</summary>
    public async Task Merge(int old, int? into)
    {
        Now++;
        await county.As(Persona.CountyStaff, async services =>
        {
            var book = services.GetRequiredService<PlaceBook>();
            var today = county.Clock.Today.ToString("yyyy-MM-dd");
            var to = into is { } at ? villages[at] : new Branch(await book.Add(villages[old].Parent!.Value, "合心村" + Now, "", today, default));
            await book.Merge(villages[old], to.ToString(), today, default);
            merges.Add((Now, villages[old], to));
            if (into is null) villages.Add(to);
            villages.RemoveAt(old);
            return true;
        });
    }

    private long CountedAt(long place, int step)
    {
        foreach (var merge in merges.Where(m => m.Step <= step))
            if (merge.Old.Contains(place)) place = merge.New.Value;
        return place;
    }

    private Task<Verdict> Do(Func<Recording, Task<Verdict>> work) => county.As(Persona.CountyStaff, (r, _) => work(r));

    private void Did(string register, Verdict? verdict)
    {
        if (verdict is not { Outcome: Outcome.Accepted, Entry: { } entry }) return;
        Accepted++;
        if (!deeds.TryGetValue(entry.Id, out var all)) deeds[entry.Id] = all = [];
        // What is new was recorded; a change of what is there shows by its state.
        if (entry.Version == 1) known[register].Add(entry.Id);
        all.Add((Now, entry.Version == 1 ? "recorded" : entry.State switch { EntryState.Verified => "verified", EntryState.Returned => "returned", EntryState.Withdrawn => "withdrawn", _ => "edited" }));
    }

    private async Task<(string, Verdict?)> Add(string register, params (string, object?)[] values) =>
        (register, await Do(r => r.Create(register, Next(), new Input(Typed(values).Values, Confirmed: true))));

    private async Task<(string, Verdict?)> Edit(string register, params (string, object?)[] values)
    {
        var id = One(register);
        return (register, await Do(async r => await r.Find((await r.Reference(default)).Register(register)!, id, r.User.Scope(register + ".record")) is { } entry ? await r.Change(register, id, entry.Version, Typed(values)) : Verdict.NotFound));
    }

    private async Task<(string, Verdict?)> Act(Func<Recording, string, Guid, Task<Verdict>> act)
    {
        var register = Any();
        // The persons and posts of the beginning stay, so that life can go on.
        var from = register is "person" or "post" ? first[register] : 0;
        return known[register].Count == from ? (register, null) : (register, await Do(r => act(r, register, known[register][dice.Next(from, known[register].Count)])));
    }

    /// <summary>A person recorded twice: what was written under the second name is put under the first, the second record withdrawn. The program merges no people by itself.</summary>
    private async Task<(string, Verdict?)> PutRight()
    {
        if (known["person"].Count == first["person"]) return ("person", null);
        var (twice, once) = (known["person"][^1], known["person"][dice.Next(first["person"])]);
        foreach (var id in known["visit"].ToList())
        {
            var verdict = await Do(async r => await r.Find((await r.Reference(default)).Register("visit")!, id, r.User.Scope("visit.record")) is HalfSky.Modules.Care.Visit { Counts: true } visit && visit.Person == twice
                ? await r.Change("visit", id, visit.Version, Typed(("person", once))) : Verdict.NotFound);
            Did("visit", verdict);
        }
        return ("person", await Do(r => r.Withdraw("person", twice, "和另一条是同一个人")));
    }

    private (string, object?)[] Visited() => [("kind", Pick("quarterly", "monthly", "good-deed")), ("mode", Pick("home", "phone", "video")), ("given", dice.Next(3) == 0 ? dice.Next(500) : "")];

    private (string, object?)[] Held() =>
    [
        ("title", "活动" + dice.Next(10_000)), ("date", Day()), ("place", Village().Value), ("org", Org()), ("kind", Pick("talk", "arts-sports", "volunteering")), ("topics", Pick("law", "reading", "law,reading", "")),
        ("participants", dice.Next(5) == 0 ? "" : dice.Next(1, 120)), ("ordinal", dice.Next(4) == 0 ? dice.Next(1, 30) : ""), ("cost", dice.Next(4) == 0 ? dice.Next(900) : ""),
    ];

    private (string, object?)[] Described() => [("sex", Pick("female", "male", "unknown")), ("birth", county.Clock.Today.AddDays(-dice.Next(27_000)))];

    private string Categories() => Pick("elderly", "single-mother", "elderly,orphan", "left-behind-woman");

    private static Input Typed(params (string, object?)[] values) => County.Typed(values);

    private Guid Next() => Uuid.New(new Clock(county.Clock).Now);

    // Days of the last year and of this; a third on the edges of the months.
    private DateOnly Day()
    {
        var today = county.Clock.Today;
        var day = dice.Next(3) == 0 ? new DateOnly(2026, dice.Next(1, 12), 1).AddDays(dice.Next(-1, 1)) : today.AddDays(-dice.Next(450));
        return day > today ? today : day;
    }

    private Branch Village() => villages[dice.Next(villages.Count)];

    private long Org() => county.Facts.Villages[dice.Next(6)].Org;

    private Guid One(string register) => known[register][dice.Next(known[register].Count)];

    private string Any() => Pick("visit", "visit", "visit", "activity", "activity", "person", "post", "care");

    private string Pick(params string[] codes) => codes[dice.Next(codes.Length)];
}
