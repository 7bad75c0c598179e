using HalfSky.Kernel;
using HalfSky.Modules.Care;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>A county living at random: one step, one deed through <see cref="Recording"/>. The seed decides everything.</summary>
public sealed class RandomLife(County county, int seed)
{
    private static readonly string[] Registers = ["visit", "care", "person", "household", "member", "post", "organization", "own-station"];
    private readonly Random dice = new(seed);
    private readonly Dictionary<string, List<Guid>> known = Registers.ToDictionary(r => r, _ => new List<Guid>());

    /// <summary>Villages merged so far.</summary>
    public List<(Branch Old, Branch New)> Merged { get; } = [];

    /// <summary>Deeds accepted, of all tried.</summary>
    public (int Accepted, int Tried) Deeds { get; private set; }

    /// <summary>Takes note of who is there and lets every register be reviewed, so that all states come up.</summary>
    public async Task Begin()
    {
        foreach (var v in county.Facts.Villages)
        {
            known["person"].AddRange(v.People.Select(p => p.Id));
            known["household"].AddRange(v.Households);
            known["care"].AddRange(v.Care.Select(c => c.Id));
            known["post"].Add(v.ExecPost);
        }
        await county.As(Persona.CountyStaff, async (_, s) => await s.Write(async ct =>
        {
            foreach (var register in Registers) s.Db.Add(new Setting { Key = "review." + register, Value = "all" });
            await ReferenceSource.Touch(s, ct);
        }));
    }

    /// <summary>One deed.</summary>
    public async Task Step()
    {
        if (dice.Next(12) == 0) county.Clock.MoveTo(county.Clock.Today.AddDays(1));
        var verdict = await county.As(Persona.CountyStaff, (r, s) => dice.Next(100) switch
        {
            < 24 => Add(r, "visit"),
            < 30 => Add(r, "care"),
            < 34 => Add(r, "person"),
            < 37 => Add(r, "household"),
            < 41 => Add(r, "member"),
            < 45 => Add(r, "post"),
            < 48 => Add(r, "organization"),
            < 54 => Add(r, "own-station"),
            < 62 => Edit(r, Any("visit", "visit", "own-station", "care"), ReDated),
            < 70 => Edit(r, Any(Registers), Moved),
            < 76 => Edit(r, Any("care", "visit", "person", "household", "post", "own-station"), Recoded),
            < 79 => Recategorize(r, s),
            < 82 => Edit(r, Any("post", "care", "person", "household", "member", "organization"), Ended),
            < 83 => Edit(r, "post", _ => [("person", One("person"))]),
            < 90 => Act(r, (register, id) => r.Verify(register, id)),
            < 96 => Act(r, (register, id) => r.Return(register, id, "请补")),
            _ => Act(r, (register, id) => r.Withdraw(register, id, "记错")),
        });
        Deeds = (Deeds.Accepted + (verdict?.IsAccepted == true ? 1 : 0), Deeds.Tried + 1);
    }

    /// <summary>Takes entries out of the count in each of the ways there are: the first is returned, the second made a draft again, the third withdrawn.</summary>
    public Task Unsettle(string register, IEnumerable<Guid> entries) => county.As(Persona.CountyStaff, async (r, _) =>
    {
        foreach (var (id, i) in entries.Select((e, i) => (e, i)))
        {
            var done = i % 3 == 2 ? await r.Withdraw(register, id, "记错") : await r.Return(register, id, "请补");
            if (i % 3 == 1 && done.Entry is { } entry) await r.Change(register, id, entry.Version, new Input(new Dictionary<string, string?>(), Draft: true));
        }
    });

    /// <summary>From today on the old village counts under the new one.</summary>
    public async Task Merge(int old, int into)
    {
        var (from, to) = (new Branch(county.Facts.Villages[old].Place), new Branch(county.Facts.Villages[into].Place));
        Merged.Add((from, to));
        await county.As(Persona.CountyStaff, async (_, s) => await s.Write(async ct =>
        {
            s.Db.Add(new Succession { Old = from.Value, New = to.Value, From = county.Clock.Today });
            (await s.Db.Set<Place>().FindAsync([from.Value], ct))!.To = county.Clock.Today;
            await ReferenceSource.Touch(s, ct);
        }));
    }

    private async Task<Verdict?> Add(Recording r, string register)
    {
        var id = Uuid.New(r.Clock.Now);
        var village = county.Facts.Villages[dice.Next(6)];
        var values = new List<(string, object?)> { ("org", village.Org) };
        switch (register)
        {
            case "visit":
                values.AddRange(dice.Next(5) == 0 ? [("household", One("household"))] : [("person", One("person"))]);
                values.AddRange([("date", Day()), .. Recoded(register)]);
                break;
            case "care":
                var kind = dice.Next(4) == 0 ? "household" : "person";
                // A second record for the same person is allowed when its end is known.
                var twice = dice.Next(2) == 0;
                values.AddRange([(kind, twice && kind == "person" ? village.Care[dice.Next(3)].Person : One(kind)), ("responsible", village.ExecPost), ("from", Day()), .. Recoded(register)]);
                if (twice) values.AddRange([("to", county.Clock.Today.AddDays(dice.Next(-40, 120))), ("ending", "other")]);
                break;
            case "person":
                values.AddRange([("name", "新人" + (char)('一' + dice.Next(500))), ("place", Grid(village)), ("from", Day()), ("birth", dice.Next(3) == 0 ? null : county.Clock.Today.AddDays(-dice.Next(9_000))), .. Recoded(register)]);
                break;
            case "household":
                values.AddRange([("head", One("person")), ("place", Grid(village)), ("from", Day()), .. Recoded(register)]);
                break;
            case "member":
                values.AddRange([("household", One("household")), ("person", One("person")), ("from", Day()), .. Recoded(register)]);
                break;
            case "post":
                // Some hold several posts and count once.
                values.AddRange([("person", dice.Next(2) == 0 ? village.People[dice.Next(2)].Id : One("person")), .. Recoded(register)]);
                values.AddRange(dice.Next(3) == 0 ? [("from", county.Clock.Today.AddDays(-400)), ("to", county.Clock.Today.AddDays(dice.Next(-300, 60)))] : [("from", Day())]);
                break;
            case "organization":
                values.AddRange([("name", "组织" + dice.Next(1000)), ("level", "grid"), ("parent", village.Org), ("place", Grid(village)), ("from", Day()), ("kind", "group")]);
                break;
            default:
                values.AddRange([("topic", "活动"), ("place", Grid(village)), ("date", Day()), ("people", dice.Next(40)), ("host", dice.Next(3) == 0 ? null : One("person")), .. Recoded(register)]);
                break;
        }
        var verdict = await r.Create(register, id, County.Typed([.. values]) with { Draft = dice.Next(8) == 0, Confirmed = true });
        if (verdict.IsAccepted) known[register].Add(id);
        return verdict;
    }

    private async Task<Verdict?> Edit(Recording r, string register, Func<string, (string, object?)[]> change)
    {
        if (await Find(r, register) is not { } entry) return null;
        var values = change(register).GroupBy(v => v.Item1).ToDictionary(g => g.Key, g => County.Typed(g.ToArray()).Values.GetValueOrDefault(g.Key, ""));
        return await r.Change(register, entry.Id, entry.Version, new Input(values));
    }

    private async Task<Verdict?> Recategorize(Recording r, Session s)
    {
        var register = (await r.Reference(default)).Register("care")!;
        if (await Find(r, "care") is not CareRecord before || !before.Counts || before.To is not null || before.From >= county.Clock.Today) return null;
        var care = (CareRecord)(await r.Find(register, before.Id, r.User.Scope("care.record")))!;
        var next = care.Recategorize(Uuid.New(r.Clock.Now), county.Clock.Today, Codes.Join([Pick("elderly", "single-mother", "orphan")])!);
        (next.RecordedAt, next.RecordedBy) = (r.Clock.Now, r.User.Account);
        next.Submit(review: true);
        await s.Write(async ct =>
        {
            await r.Write(register, before, care, "recategorized", null, ct);
            await r.Write(register, null, next, "recorded", null, ct);
        });
        known["care"].Add(next.Id);
        return new Verdict(Outcome.Accepted, next, []);
    }

    private async Task<Verdict?> Act(Recording r, Func<string, Guid, Task<Verdict>> act)
    {
        var register = Any("visit", "care", "own-station", "post", "organization", Any(Registers), Any(Registers));
        // The persons, posts and households of the beginning stay, so that life can go on.
        var list = known[register];
        var first = register switch { "person" => 60, "household" => 24, "post" => 6, _ => 0 };
        return list.Count <= first ? null : await act(register, list[dice.Next(first, list.Count)]);
    }

    private async Task<Entry?> Find(Recording r, string register) => known[register].Count == 0 ? null
        : await r.Find((await r.Reference(default)).Register(register)!, One(register), r.User.Scope("visit.record"));

    private (string, object?)[] ReDated(string register) => register == "care" ? [("from", Day())] : [("date", Day())];

    private (string, object?)[] Moved(string register)
    {
        var to = county.Facts.Villages[dice.Next(6)];
        return register == "organization" ? [("place", Grid(to))] : [("place", Grid(to)), ("org", dice.Next(4) == 0 ? county.Facts.Townships[0].Org : to.Org)];
    }

    private (string, object?)[] Ended(string register) => dice.Next(3) == 0
        ? [("to", ""), ("ending", "")]
        : [("to", register is "person" or "household" or "member" ? county.Clock.Today.AddDays(-dice.Next(100)) : county.Clock.Today.AddDays(dice.Next(-100, 60))), .. register == "care" ? [("ending", (object?)"better")] : Array.Empty<(string, object?)>()];

    private (string, object?)[] Recoded(string register) => register switch
    {
        "visit" => [("kind", Pick("quarterly", "monthly", "good-deed", "festival")), ("mode", Pick("home", "phone", "video")), .. dice.Next(3) == 0
            ? new (string, object?)[] { ("situation", "help"), ("needs", Some("study", "doctor", "living", "work")) } : [("situation", Pick("fine", "changed")), ("needs", "")]],
        "care" => [("categories", Some("elderly", "orphan", "single-mother", "left-behind-woman", "poor-woman")), ("level", Pick("high", "middle", "low"))],
        "person" => [("sex", Pick("female", "male", "unknown")), ("employment", Pick("", "farming", "employed", "home"))],
        "household" => [("marks", dice.Next(4) == 0 ? "" : Some("dibao", "model", "single-parent", "left-behind")), ("kind", Pick("residence", "residence", "registered"))],
        "member" => [("relation", Pick("son", "daughter", "spouse", "parent"))],
        "post" => [("role", Pick("exec", "vice", "group-leader", "delegate"))],
        "own-station" => [("kind", Pick("talk", "craft")), ("for", dice.Next(3) == 0 ? "" : Some("woman", "child", "old"))],
        _ => [("kind", Pick("group", "cooperative"))],
    };

    // Weighted towards the edges of periods.
    private DateOnly Day()
    {
        var today = county.Clock.Today;
        var day = dice.Next(4) switch
        {
            0 => new DateOnly(today.Year, dice.Next(1, 12), 1).AddDays(dice.Next(-1, 1)),
            1 => today.AddDays(-dice.Next(10)),
            _ => today.AddDays(-dice.Next(500)),
        };
        return day > today ? today : day;
    }

    private Guid One(string register) => known[register][dice.Next(known[register].Count)];

    private long Grid(Village village) => dice.Next(6) == 0 ? village.Place : village.Grids[dice.Next(village.Grids.Count)];

    private string Any(params string[] registers) => registers[dice.Next(registers.Length)];

    private string Pick(params string[] codes) => codes[dice.Next(codes.Length)];

    private string Some(params string[] codes) => string.Join(',', codes.Where(_ => dice.Next(2) == 0).Append(codes[dice.Next(codes.Length)]));
}
