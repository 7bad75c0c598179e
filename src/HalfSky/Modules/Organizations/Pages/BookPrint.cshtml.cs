using HalfSky.Kernel;
using HalfSky.Modules.Organizations.Venues;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Organizations.Pages;

/// <summary>One entry of a book.</summary>
/// <param name="Register">Its register.</param>
/// <param name="Id">Its entry.</param>
/// <param name="Date">The day.</param>
/// <param name="Title">What it was.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Host">Who held it.</param>
/// <param name="People">How many came.</param>
/// <param name="Texts">What was said and done, with the label of each field.</param>
public sealed record BookEntry(Register Register, Guid Id, DateOnly Date, string Title, string Kind, string Host, long? People, IReadOnlyList<(string Label, string Text)> Texts);

/// <summary>A venue's record book 记录簿 on A4, printed from the entries: one a block, venue and year on each sheet, a line for signatures.</summary>
[Needs("venue.read")]
public sealed class BookPrintPage(Desk desk, Recording recording) : AppPage(desk)
{
    private const int MostEntries = 500;
    private const int YearsOffered = 5;

    /// <summary>The venue.</summary>
    public Venue Venue { get; private set; } = null!;

    /// <summary>The book.</summary>
    public VenueBook Book { get; private set; } = null!;

    /// <summary>Its days.</summary>
    public Period Days { get; private set; }

    /// <summary>Years offered.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Its entries, the first of the year first.</summary>
    public IReadOnlyList<BookEntry> Entries { get; private set; } = [];

    /// <summary>There are more than are shown.</summary>
    public bool More { get; private set; }

    /// <summary>The period in the address cannot be read.</summary>
    public bool Unread { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string book, string? period, CancellationToken ct)
    {
        var venues = (await Take(ct)).Register("venue")!;
        if (VenueBook.All.FirstOrDefault(b => b.Key == book) is not { } known || await recording.Find(venues, id, Desk.Sees(venues), ct) is not Venue venue) return NotFound();
        (Venue, Book, Days) = (venue, known, Period.YearOf(Desk.Today));
        Years = [.. Enumerable.Range(0, YearsOffered).Select(i => Desk.Today.Year - i)];
        if (Period.TryParse(period, null, out var asked)) Days = asked;
        else if (!string.IsNullOrEmpty(period)) (Unread, Response.StatusCode) = (true, 422);
        var entries = new List<BookEntry>();
        var seen = false;
        foreach (var source in Book.Sources)
        {
            if (VenueBook.Asked(Desk, Reference, source, id, Days) is not { } held) continue;
            seen = true;
            var register = Reference.Register(source.Register)!;
            var page = await held.List(["id", "date", "title", "kind", "org", source.People, .. source.Texts], [new("date"), new("id")], 0, MostEntries, ct);
            More |= page.Total > page.Rows.Count;
            entries.AddRange(page.Rows.Select(r => new BookEntry(register, (Guid)r[0]!, (DateOnly)r[1]!, (string)r[2]!, Reference.KindsOf(register["kind"]).LabelOf(r[3] as string),
                Reference.Organizations.NameOf((long)r[4]!), r[5] as long?, [.. source.Texts.Select((t, i) => (register[t].Label, r[6 + i] as string ?? "")).Where(t => t.Item2.Length > 0)])));
        }
        if (!seen) return NotFound();
        Entries = [.. entries.OrderBy(e => e.Date).ThenBy(e => e.Id)];
        return Page();
    }
}
