using HalfSky.Kernel;
using HalfSky.Modules.Care;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>
/// A county living at random: one step, one deed through <see cref="Recording"/>. The seed decides everything. What is typed follows from the
/// declarations, so that a new register lives without a line here; the registers of the beginning have their own weights.
/// </summary>
/// <param name="county">The county.</param>
/// <param name="seed">Decides everything.</param>
/// <param name="only">Registers that live beside those of the beginning; all when empty.</param>
public sealed class RandomLife(County county, int seed, params string[] only)
{
    private static readonly string[] First = ["visit", "care", "person", "household", "member", "post", "organization", "own-station"];
    private readonly Random dice = new(seed);
    private readonly Dictionary<string, List<Guid>> known = [];
    private readonly Dictionary<Guid, DateOnly> days = [];
    private readonly List<string> others = [];
    private readonly Dictionary<string, int> refused = [];

    /// <summary>Villages merged so far.</summary>
    public List<(Branch Old, Branch New)> Merged { get; } = [];

    /// <summary>Deeds accepted, of all tried.</summary>
    public (int Accepted, int Tried) Deeds { get; private set; }

    /// <summary>Why deeds were refused, the commonest first.</summary>
    public string Refusals => string.Join(", ", refused.OrderByDescending(r => r.Value).Take(12).Select(r => $"{r.Key} {r.Value}"));

    /// <summary>Takes note of who is there and lets every register be reviewed, so that all states come up.</summary>
    public async Task Begin()
    {
        var reference = await county.Reference();
        foreach (var register in reference.Registers) known[register.Key] = [];
        others.AddRange(reference.Registers.Select(r => r.Key).Except(First).Where(r => only.Length == 0 || only.Contains(r)));
        foreach (var v in county.Facts.Villages)
        {
            known["person"].AddRange(v.People.Select(p => p.Id));
            known["household"].AddRange(v.Households);
            known["care"].AddRange(v.Care.Select(c => c.Id));
            known["post"].Add(v.ExecPost);
        }
        await county.As(Persona.CountyStaff, async (_, s) => await s.Write(async ct =>
        {
            foreach (var register in reference.Registers) s.Db.Add(new Setting { Key = "review." + register.Key, Value = "all" });
            await ReferenceSource.Touch(s, ct);
        }));
    }

    /// <summary>One deed.</summary>
    public async Task Step()
    {
        if (dice.Next(12) == 0) county.Clock.MoveTo(county.Clock.Today.AddDays(1));
        if (dice.Next(50) == 0) await county.As(Persona.CountyStaff, (r, _) => SentOut.Deed(r, dice, known));
        var verdict = await county.As(Persona.CountyStaff, (r, s) => dice.Next(100) switch
        {
            < 12 => Add(r, "visit"),
            < 15 => Add(r, "care"),
            < 17 => Add(r, "person"),
            < 19 => Add(r, "household"),
            < 21 => Add(r, "member"),
            < 24 => Add(r, "post"),
            < 26 => Add(r, "organization"),
            < 29 => Add(r, "own-station"),
            < 60 => Add(r, Any([.. others])),
            < 64 => Edit(r, Any("visit", "visit", "own-station", "care"), ReDated),
            < 67 => Edit(r, Any(First), Moved),
            < 71 => Edit(r, Any("care", "visit", "person", "household", "post", "own-station"), Recoded),
            < 73 => Recategorize(r, s),
            < 75 => Edit(r, Any("post", "care", "person", "household", "member", "organization"), Ended),
            < 76 => Edit(r, "post", _ => [("person", One("person"))]),
            < 86 => Retype(r, Any([.. others])),
            < 92 => Act(r, (register, id) => r.Verify(register, id)),
            < 97 => Act(r, (register, id) => r.Return(register, id, "请补")),
            _ => Act(r, (register, id) => r.Withdraw(register, id, "记错"), withParts: true),
        });
        Deeds = (Deeds.Accepted + (verdict?.IsAccepted == true ? 1 : 0), Deeds.Tried + 1);
        if (verdict is null) Count("nothing there");
        else if (!verdict.IsAccepted) Count(verdict.Problems.FirstOrDefault()?.Code ?? verdict.Outcome.ToString());
        void Count(string why) => refused[why] = refused.GetValueOrDefault(why) + 1;
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

    private async Task<Verdict?> Add(Recording r, string key)
    {
        var register = (await r.Reference(default)).Register(key)!;
        // What it is a part of, or about, comes first.
        if (register.Fields.FirstOrDefault(f => f is { Type: FieldType.LookUp, Required: true } && known[f.Target!].Count == 0) is { } missing) return await Add(r, missing.Target!);
        var village = county.Facts.Villages[dice.Next(6)];
        var form = await Form(r, register, village);
        form.Put(("org", village.Org));
        switch (key)
        {
            case "visit":
                form.Put(dice.Next(5) == 0 ? ("household", One("household")) : ("person", One("person")));
                form.Put([("date", Day()), .. Recoded(key)]);
                break;
            case "care":
                var kind = dice.Next(4) == 0 ? "household" : "person";
                // A second record for the same person is allowed when its end is known.
                var twice = dice.Next(2) == 0;
                form.Put([(kind, twice && kind == "person" ? village.Care[dice.Next(3)].Person : One(kind)), ("responsible", village.ExecPost), ("from", Day()), .. Recoded(key)]);
                form.Put(twice ? [("to", county.Clock.Today.AddDays(dice.Next(-40, 120))), ("ending", "other")] : [("to", null), ("ending", null)]);
                break;
            case "person":
                form.Put([("name", "新人" + (char)('一' + dice.Next(500))), ("place", Grid(village)), ("from", Day()), ("to", null), .. Recoded(key)]);
                form.Put(("birth", dice.Next(3) == 0 ? null : county.Clock.Today.AddDays(-dice.Next(dice.Next(2) == 0 ? 9_000 : 27_000))));
                break;
            case "household":
                form.Put([("head", One("person")), ("place", Grid(village)), ("from", Day()), ("to", null), .. Recoded(key)]);
                break;
            case "member":
                form.Put([("household", One("household")), ("person", One("person")), ("from", Day()), ("to", null), .. Recoded(key)]);
                break;
            case "post":
                // Some hold several posts and count once.
                form.Put([("person", dice.Next(2) == 0 ? village.People[dice.Next(2)].Id : One("person")), .. Recoded(key)]);
                form.Put(dice.Next(3) == 0 ? [("from", county.Clock.Today.AddDays(-400)), ("to", county.Clock.Today.AddDays(dice.Next(-300, 60)))] : [("from", Day()), ("to", null)]);
                break;
            case "organization":
                form.Put(("name", "组织" + dice.Next(1000)), ("level", "grid"), ("parent", village.Org), ("place", Grid(village)), ("from", Day()), ("kind", Any("group", "union", "new-domain")));
                break;
            case "own-station":
                form.Put([("topic", "活动"), ("place", Grid(village)), ("date", Day()), ("people", dice.Next(40)), ("host", dice.Next(3) == 0 ? null : One("person")), .. Recoded(key)]);
                break;
        }
        form.Fill();
        var (verdict, draft) = ((Verdict?)null, dice.Next(8) == 0);
        for (var again = 0; again < 6; again++)
        {
            verdict = await r.Create(key, Uuid.New(r.Clock.Now), new Input(form.Values, Draft: draft, Confirmed: true));
            if (verdict.IsAccepted || !form.Correct(verdict.Problems)) break;
        }
        if (verdict is { IsAccepted: true, Entry: { } entry })
        {
            known[key].Add(entry.Id);
            days[entry.Id] = entry.Date;
        }
        return verdict;
    }

    private async Task<RandomForm> Form(Recording r, Register register, Village village) => new(dice, register, await r.Reference(default), county.Clock.Today)
    {
        One = target => known[target].Count == 0 ? null : dice.Next(2) == 0 ? known[target][dice.Next(Math.Min(6, known[target].Count))] : One(target),
        Day = Day,
        DayOf = id => days.TryGetValue(id, out var day) ? day : null,
        Place = () => Grid(village),
        Organization = () => dice.Next(6) == 0 ? county.Facts.Townships[dice.Next(2)].Org : county.Facts.Villages[dice.Next(6)].Org,
    };

    /// <summary>Types a few fields of an entry anew: another day, another place, another kind, an end.</summary>
    private async Task<Verdict?> Retype(Recording r, string key)
    {
        if (await Find(r, key) is not { } entry) return null;
        var register = (await r.Reference(default)).Register(key)!;
        var form = await Form(r, register, county.Facts.Villages[dice.Next(6)]);
        form.Read(entry);
        form.Change(1 + dice.Next(2));
        Verdict? verdict = null;
        for (var again = 0; again < 4; again++)
        {
            verdict = await r.Change(key, entry.Id, entry.Version, new Input(form.Typed));
            if (verdict.IsAccepted || !form.Correct(verdict.Problems)) break;
        }
        if (verdict is { IsAccepted: true, Entry: { } now }) days[now.Id] = now.Date;
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

    private async Task<Verdict?> Act(Recording r, Func<string, Guid, Task<Verdict>> act, bool withParts = false)
    {
        var key = dice.Next(2) == 0 ? Any(First) : Any([.. others]);
        if (!withParts && (await r.Reference(default)).Register(key)!.Whole?.Target is { } whole) key = whole;
        // The persons, posts and households of the beginning stay, so that life can go on.
        var list = known[key];
        var first = key switch { "person" => 60, "household" => 24, "post" => 6, _ => 0 };
        return list.Count <= first ? null : await act(key, list[dice.Next(first, list.Count)]);
    }

    private async Task<Entry?> Find(Recording r, string key) => known[key].Count == 0 || (await r.Reference(default)).Register(key) is not { } register ? null
        : await r.Find(register, One(key), r.User.Scope(register.Permission("record")));

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
        "post" => [("role", Pick("exec", "vice", "part-time-vice", "group-leader", "chair", "delegate"))],
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
