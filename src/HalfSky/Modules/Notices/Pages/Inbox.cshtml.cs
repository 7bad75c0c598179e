using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>Something her organisations still owe, or that was sent out and others owe.</summary>
/// <param name="Address">Where it is done.</param>
/// <param name="Title">What it is.</param>
/// <param name="What">A notice or a collection, and what is to be done.</param>
/// <param name="Deadline">By when.</param>
/// <param name="Orgs">Who owes it.</param>
/// <param name="All">Of how many; 0 where it is one's own.</param>
public sealed record Owed(string Address, string Title, string What, DateOnly? Deadline, IReadOnlyList<long> Orgs, int All);

/// <summary>要办的通知和收表: what she is to sign, answer and fill; and of what she sent, who still owes.</summary>
[Needs("notice.read")]
public sealed class InboxPage(Desk desk) : AppPage(desk)
{
    private const int Days = 400;

    /// <summary>What her own organisations owe, the soonest first.</summary>
    public IReadOnlyList<Owed> Mine { get; private set; } = [];

    /// <summary>What others owe her.</summary>
    public IReadOnlyList<Owed> Others { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        var (mine, others) = (new List<Owed>(), new List<Owed>());
        await Gather("notice", "notice-receipt", "done", "通知", "/notices/{0}", mine, others, ct);
        await Gather("collection", "collection-return", "submitted", "收表", "/collections/{0}", mine, others, ct);
        (Mine, Others) = ([.. mine.OrderBy(o => o.Deadline ?? DateOnly.MaxValue)], [.. others.OrderBy(o => o.Deadline ?? DateOnly.MaxValue)]);
        return Page();
    }

    /// <summary>Open parts in what she may record, by their whole; the wholes' titles in one reading.</summary>
    private async Task Gather(string wholes, string parts, string done, string what, string address, List<Owed> mine, List<Owed> others, CancellationToken ct)
    {
        var (whole, part) = (Reference.Register(wholes)!, Reference.Register(parts)!);
        var records = Desk.User.Scope(whole.Permission("record"));
        var rows = new List<(Guid Whole, long Org, DateOnly? Deadline, bool Done)>();
        var asked = new Query(Desk.Session, part.Shape, records).Where(new Filter.Range("date", Desk.Today.AddDays(-Days), null)).Where(EntryStates.Count);
        await foreach (var row in asked.Stream([part.Whole!.Key, "org", "deadline", done], [new("org")], ct)) rows.Add(((Guid)row[0]!, (long)row[1]!, row[2] as DateOnly?, row[3] is DateOnly));
        var open = rows.GroupBy(r => r.Whole).Where(g => g.Any(r => !r.Done)).ToList();
        var titles = new Dictionary<Guid, (string Title, long Org)>();
        foreach (var chunk in open.Select(g => g.Key).Chunk(200))
        {
            var named = new Query(Desk.Session, whole.Shape, Scope.Whole("titles of what was sent to her")).Where(new Filter.In("id", [.. chunk.Cast<object>()]));
            await foreach (var row in named.Stream(["id", "title", "org"], [], ct)) titles[(Guid)row[0]!] = ((string)row[1]!, (long)row[2]!);
        }
        foreach (var group in open.Where(g => titles.ContainsKey(g.Key)))
        {
            var (title, org) = titles[group.Key];
            var owed = new Owed(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, group.Key), title, what, group.First().Deadline, [.. group.Where(r => !r.Done).Select(r => r.Org)], group.Count());
            if (records.Contains(org)) others.Add(owed);
            else mine.Add(owed with { All = 0 });
        }
    }
}
