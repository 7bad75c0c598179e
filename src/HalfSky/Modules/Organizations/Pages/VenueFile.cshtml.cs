using HalfSky.Kernel;
using HalfSky.Modules.Organizations.Venues;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Pages;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Organizations.Pages;

/// <summary>A model level a venue held.</summary>
public sealed record HeldLevel(Guid Id, string Level, DateOnly From, DateOnly? To, bool Now);

/// <summary>A working rule in force where the venue is.</summary>
public sealed record RuleLine(Guid Id, string Title, string Kind, DateOnly From);

/// <summary>A book of the venue with how many entries it has this year.</summary>
public sealed record BookLine(VenueBook Book, long Total);

/// <summary>Something held at the venue.</summary>
public sealed record HeldLine(Register Register, Guid Id, DateOnly Date, string Title, string Kind);

/// <summary>一阵地一档: what a venue is and has, which model levels it held, when it was last used, and its three books.</summary>
[Needs("venue.read")]
public sealed class VenueFilePage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    /// <summary>A venue in which nothing was held for so many days is told of.</summary>
    public int QuietDays => Reference.Duty(Organizations.Venues.VenueRegister.QuietDuty)!.Rule.Days;

    private const int MostLast = 8;

    /// <summary>The venue.</summary>
    public Venue Venue { get; private set; } = null!;

    /// <summary>Its register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Its fields.</summary>
    public EntryFacts Facts { get; private set; } = null!;

    /// <summary>Model levels, the present one first.</summary>
    public IReadOnlyList<HeldLevel> ModelLevels { get; private set; } = [];

    /// <summary>Rules in force in the organisation that keeps it.</summary>
    public IReadOnlyList<RuleLine> Rules { get; private set; } = [];

    /// <summary>Its books.</summary>
    public IReadOnlyList<BookLine> Books { get; private set; } = [];

    /// <summary>What was held here last: meetings, studies and activities.</summary>
    public IReadOnlyList<HeldLine> Last { get; private set; } = [];

    /// <summary>Day of the last activity; null where there was none that she sees.</summary>
    public DateOnly? LastActivity { get; private set; }

    /// <summary>Whether activities are hers to see at all.</summary>
    public bool SeesActivities { get; private set; }

    /// <summary>Closed by now.</summary>
    public bool IsClosed => Venue.Closed is { } closed && closed <= Desk.Today;

    /// <summary>Nothing was held here for a long time.</summary>
    public bool IsQuiet => SeesActivities && !IsClosed && (LastActivity ?? Venue.Opened) <= Desk.Today.AddDays(-QuietDays);

    /// <summary>May she record here?</summary>
    public bool May(string register) => Reference.Register(register) is { } r && Desk.User.Scope(r.Permission("record")).Contains(Venue.Org);

    /// <summary>Shows the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Register = (await Take(ct)).Register("venue")!;
        if (await recording.Find(Register, id, Desk.Sees(Register), ct) is not Venue venue) return NotFound();
        Venue = venue;
        Facts = new(Desk, Reference, Register, venue, await names.Of(Reference, Register.Fields.Select(f => (f, f.Read(venue))), Desk.Sees(Register), ct));
        ModelLevels = await LevelsOf(ct);
        Rules = await RulesOf(ct);
        await FillBooks(ct);
        return Page();
    }

    private async Task<IReadOnlyList<HeldLevel>> LevelsOf(CancellationToken ct)
    {
        var levels = Reference.Register("venue-level")!;
        var found = new List<HeldLevel>();
        await foreach (var row in new Query(Desk.Session, levels.Shape, Desk.Sees(levels)).Where(new Filter.Is("venue", Venue.Id)).Where(EntryStates.Count).Stream(["id", "level", "from", "to"], [new("from", true)], ct))
        {
            var (from, to) = ((DateOnly)row[2]!, row[3] as DateOnly?);
            found.Add(new((Guid)row[0]!, Reference.KindsOf(levels["level"]).LabelOf(row[1] as string), from, to, from <= Desk.Today && (to is null || to > Desk.Today)));
        }
        return found;
    }

    private async Task<IReadOnlyList<RuleLine>> RulesOf(CancellationToken ct)
    {
        var rules = Reference.Register("work-rule")!;
        var found = new List<RuleLine>();
        var asked = new Query(Desk.Session, rules.Shape, Desk.Sees(rules)).Where(new Filter.Is("org", Venue.Org)).Where(EntryStates.Count).Where(new Filter.HeldOn("from", "to", Desk.Today));
        await foreach (var row in asked.Stream(["id", "title", "kind", "from"], [new("from", true)], ct))
            found.Add(new((Guid)row[0]!, (string)row[1]!, Reference.KindsOf(rules["kind"]).LabelOf(row[2] as string), (DateOnly)row[3]!));
        return found;
    }

    /// <summary>The books' totals of the year, and what was held last in any of them.</summary>
    private async Task FillBooks(CancellationToken ct)
    {
        var (books, last) = (new List<BookLine>(), new List<HeldLine>());
        foreach (var book in VenueBook.All)
        {
            long? total = null;
            foreach (var source in book.Sources)
            {
                if (VenueBook.Asked(Desk, Reference, source, Venue.Id, null) is not { } asked) continue;
                var register = Reference.Register(source.Register)!;
                total = (total ?? 0) + await asked.Where(new Filter.Range("date", Period.YearOf(Desk.Today).From, Period.YearOf(Desk.Today).To)).Count(ct);
                var page = await asked.List(["id", "date", "title", "kind"], [new("date", true), new("id", true)], 0, MostLast, ct);
                last.AddRange(page.Rows.Select(r => new HeldLine(register, (Guid)r[0]!, (DateOnly)r[1]!, (string)r[2]!, Reference.KindsOf(register["kind"]).LabelOf(r[3] as string))));
            }
            if (total is { } known) books.Add(new(book, known));
        }
        (Books, Last) = (books, [.. last.OrderByDescending(l => l.Date).ThenByDescending(l => l.Id).Take(MostLast)]);
        SeesActivities = Reference.Register("activity") is { } activities && !Desk.Sees(activities).IsEmpty;
        LastActivity = last.Where(l => l.Register.Key == "activity").Select(l => (DateOnly?)l.Date).Max();
    }
}
