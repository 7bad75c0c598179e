using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Pages;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Organizations.Pages;

/// <summary>A post as the organisation's file shows it.</summary>
/// <param name="Id">Its entry.</param>
/// <param name="Person">Who holds it.</param>
/// <param name="Name">Her name.</param>
/// <param name="Role">What she is.</param>
/// <param name="Means">Elected or appointed.</param>
/// <param name="From">Since.</param>
/// <param name="To">Until.</param>
/// <param name="Left">Days left, where the term runs out soon.</param>
public sealed record HeldPostLine(Guid Id, Guid Person, string Name, string Role, string Means, DateOnly From, DateOnly? To, int? Left);

/// <summary>An organisation just below.</summary>
public sealed record SubOrganization(Guid Id, string Name, string Kind, string? Chair, bool Vacant, int Holders, int Soon);

/// <summary>A venue it keeps; quiet when nothing was held there for that many days.</summary>
public sealed record KeptVenue(Guid Id, string Name, string Kind, bool Quiet);

/// <summary>What it recorded in one register this year.</summary>
public sealed record Recorded(Register Register, long Total, string Address);

/// <summary>An entry it recorded.</summary>
public sealed record NewestLine(Register Register, Guid Id, DateOnly Date, EntryState State, string Title);

/// <summary>一组织一档: who holds what in it, what is below it, what it keeps, does and counts.</summary>
[Needs("organization.read")]
public sealed class OrganizationFilePage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    private const int MostNewest = 5;
    private static readonly string[] Ledgers = ["activity", "meeting", "visit"];
    private static readonly string[] Counted = ["post.execs", "venue.count", "meeting.count", "activity.sessions", "activity.participants", "visit.times"];

    /// <summary>A venue in which nothing was held for so many days is told of.</summary>
    public int QuietDays => Reference.Duty(Organizations.Venues.VenueRegister.QuietDuty)!.Rule.Days;

    /// <summary>The organisation.</summary>
    public Organization Organization { get; private set; } = null!;

    /// <summary>Its register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Its fields.</summary>
    public EntryFacts Facts { get; private set; } = null!;

    /// <summary>Posts held today, the chair first.</summary>
    public IReadOnlyList<HeldPostLine> Held { get; private set; } = [];

    /// <summary>Posts once held, the last first.</summary>
    public IReadOnlyList<HeldPostLine> Former { get; private set; } = [];

    /// <summary>A federation without a chair.</summary>
    public bool Vacant { get; private set; }

    /// <summary>Organisations just below.</summary>
    public IReadOnlyList<SubOrganization> Below { get; private set; } = [];

    /// <summary>Venues it keeps.</summary>
    public IReadOnlyList<KeptVenue> Venues { get; private set; } = [];

    /// <summary>What it recorded this year.</summary>
    public IReadOnlyList<Recorded> Recorded { get; private set; } = [];

    /// <summary>Its newest entries.</summary>
    public IReadOnlyList<NewestLine> Newest { get; private set; } = [];

    /// <summary>Figures of its place this year.</summary>
    public IReadOnlyList<Reading> Figures { get; private set; } = [];

    /// <summary>Asks a figure of its place.</summary>
    public string At => AskQuery.Address(new Branch(Organization.Place), Period.YearOf(Desk.Today));

    /// <summary>May she record posts here?</summary>
    public bool MayAppoint => May("post");

    /// <summary>Shows the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Register = (await Take(ct)).Register("organization")!;
        if (await recording.Find(Register, id, Desk.Sees(Register), ct) is not Organization organization) return NotFound();
        Organization = organization;
        Facts = new(Desk, Reference, Register, organization, await names.Of(Reference, Register.Fields.Select(f => (f, f.Read(organization))), Desk.Sees(Register), ct));
        await FillPeople(ct);
        await FillVenues(ct);
        await FillNewest(ct);
        var measures = Counted.Select(Reference.Measure).OfType<Measure>().Where(m => !Desk.Counts(m.Register).IsEmpty).ToList();
        Figures = await new TallyReader(Desk.Session, Reference, Desk.Today).Read(measures, new Ask(new Branch(organization.Place), Period.YearOf(Desk.Today)), m => Desk.Counts(m.Register), ct);
        return Page();
    }

    private bool May(string register) => Reference.Register(register) is { } r && Desk.User.Scope(r.Permission("record")).Contains(Organization.Org);

    /// <summary>Posts of the organisation and of those just below, in one reading.</summary>
    private async Task FillPeople(CancellationToken ct)
    {
        var posts = Reference.Register("post")!;
        var below = await SubOrganizations(ct);
        var rows = new List<Post>();
        var asked = new Query(Desk.Session, posts.Shape, Desk.Sees(posts)).Where(EntryStates.Count)
            .Where(new Filter.Any([new Filter.Is("org", Organization.Org), new Filter.In("org", [.. below.Select(b => (object)b.Org)]) & new Filter.HeldOn("from", "to", Desk.Today)]));
        await foreach (var row in asked.Stream([.. posts.Shape.Columns.Select(c => c.Key)], [], ct)) rows.Add((Post)EntryColumns.Make(posts, row));
        var mine = rows.Where(p => p.Org == Organization.Org).ToList();
        var chairs = rows.Where(p => p.Org != Organization.Org && p.Role == "chair").ToLookup(p => p.Org);
        var known = await names.Of(Reference.Register("person")!, mine.Select(p => p.Person).Concat(chairs.SelectMany(c => c.Select(p => p.Person))), Desk.Sees(posts), ct);
        var roles = Reference.KindsOf(posts["role"]);
        var order = roles.Items.Select((k, i) => (k.Code, i)).ToDictionary(k => k.Code, k => k.i);
        HeldPostLine Line(Post p) => new(p.Id, p.Person, known.GetValueOrDefault(p.Person, ""), roles.LabelOf(p.Role), Reference.KindsOf(posts["means"]).LabelOf(p.Means), p.From, p.To, Terms.Left(p.To, Desk.Today, Reference.Duty(CongressRegister.TermDuty)!.Rule.Days));
        Held = [.. mine.Where(p => IsHeld(p)).OrderBy(p => order.GetValueOrDefault(p.Role ?? "", int.MaxValue)).ThenBy(p => p.From).Select(Line)];
        Former = [.. mine.Where(p => !IsHeld(p)).OrderByDescending(p => p.To ?? p.From).Select(Line)];
        var seen = Desk.Sees(posts);
        Vacant = Organization is { Kind: "federation", To: null } && seen.Contains(Organization.Org) && !mine.Any(p => p.Role == "chair" && IsHeld(p));
        var counts = rows.Where(p => p.Org != Organization.Org).ToLookup(p => p.Org);
        Below = [.. below.Select(b =>
        {
            var chair = chairs[b.Org].FirstOrDefault();
            return new SubOrganization(b.Id, b.Name, Reference.KindsOf(Register["kind"]).LabelOf(b.Kind), chair is null ? null : known.GetValueOrDefault(chair.Person, ""),
                b.Kind == "federation" && chair is null && seen.Contains(b.Org), counts[b.Org].Select(p => p.Person).Distinct().Count(), counts[b.Org].Count(p => Terms.Left(p.To, Desk.Today, Reference.Duty(CongressRegister.TermDuty)!.Rule.Days) is not null));
        })];
    }

    private bool IsHeld(Post post) => post.From <= Desk.Today && (post.To is null || post.To > Desk.Today);

    private async Task<IReadOnlyList<(Guid Id, long Org, string Name, string? Kind)>> SubOrganizations(CancellationToken ct)
    {
        var found = new List<(Guid, long, string, string?)>();
        var asked = new Query(Desk.Session, Register.Shape, Desk.Sees(Register)).Where(new Filter.Is("parent", Organization.Org)).Where(EntryStates.Count).Where(new Filter.HeldOn("from", "to", Desk.Today));
        await foreach (var row in asked.Stream(["id", "org", "name", "kind"], [new("org")], ct)) found.Add(((Guid)row[0]!, (long)row[1]!, (string)row[2]!, row[3] as string));
        return found;
    }

    private async Task FillVenues(CancellationToken ct)
    {
        if (Reference.Register("venue") is not { } venues || Desk.Sees(venues).IsEmpty) return;
        var rows = new List<object?[]>();
        var kept = new Query(Desk.Session, venues.Shape, Desk.Sees(venues)).Where(new Filter.Is("org", Organization.Org)).Where(EntryStates.Count).Where(new Filter.HeldOn("opened", "closed", Desk.Today));
        await foreach (var row in kept.Stream(["id", "name", "kind", "opened"], [new("opened")], ct)) rows.Add(row);
        var busy = new HashSet<string?>();
        if (rows.Count > 0 && Reference.Register("activity") is { } activities && !Desk.Sees(activities).IsEmpty)
        {
            var held = new Query(Desk.Session, activities.Shape, Desk.Sees(activities)).Where(EntryStates.Count).Where(new Filter.In("venue", [.. rows.Select(r => r[0]!)]))
                .Where(new Filter.Range("date", Desk.Today.AddDays(-QuietDays), null));
            busy = [.. (await held.Group([new Dimension("venue")], [new Aggregate.Rows()], ct)).Select(r => r.Keys[0])];
        }
        else rows.ForEach(r => busy.Add(r[0]!.ToString()));
        Venues = [.. rows.Select(r => new KeptVenue((Guid)r[0]!, (string)r[1]!, Reference.KindsOf(venues["kind"]).LabelOf(r[2] as string),
            !busy.Contains(r[0]!.ToString()) && (DateOnly)r[3]! <= Desk.Today.AddDays(-QuietDays)))];
    }

    private async Task FillNewest(CancellationToken ct)
    {
        var (totals, lines, year) = (new List<Recorded>(), new List<NewestLine>(), Period.YearOf(Desk.Today));
        foreach (var register in Ledgers.Select(Reference.Register).OfType<Register>().Where(r => Desk.Sees(r).Contains(Organization.Org)))
        {
            var title = register.TitleField!;
            var asked = new Query(Desk.Session, register.Shape, Desk.Sees(register)).Where(new Filter.Is("org", Organization.Org)).Where(EntryStates.Count).Where(new Filter.Range("date", year.From, year.To));
            var page = await asked.List(["id", "date", "state", title.Key], [new("date", true), new("id", true)], 0, MostNewest, ct);
            var known = await names.Of(Reference, page.Rows.Select(r => (title, r[3])), Desk.Sees(register), ct);
            totals.Add(new(register, page.Total, $"/r/{register.Key}?org={Organization.Org}&period={year.Key}"));
            lines.AddRange(page.Rows.Select(r => new NewestLine(register, (Guid)r[0]!, (DateOnly)r[1]!, Enum.Parse<EntryState>((string)r[2]!), FieldValue.Show(title, r[3], Reference, known))));
        }
        Recorded = totals;
        Newest = [.. lines.OrderByDescending(l => l.Date).ThenByDescending(l => l.Id)];
    }
}
