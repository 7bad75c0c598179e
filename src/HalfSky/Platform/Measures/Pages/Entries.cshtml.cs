using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>The entries behind a figure 明细, in pages; the same question as the figure's own page.</summary>
[Needs("any.measure")]
public sealed class EntriesPage(Desk desk, Names names) : AskPage(desk)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>The rows.</summary>
    public EntryRows Entries { get; private set; } = null!;

    /// <summary>Conditions in words, with the address without each.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Conditions { get; private set; } = [];

    /// <summary>Page, from 1. Read by hand: “page” is the name of a route value of Razor Pages.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Last page.</summary>
    public int Last => (int)Math.Max(1, (Entries.Total + Size - 1) / Size);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        await Take(ct);
        if (Reference.Measure(key) is not { } measure || Desk.Counts(measure.Register).IsEmpty) return NotFound();
        Measure = measure;
        await Ask(measure, Period.YearOf(Desk.Today), ct);
        Number = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, 100_000) : 1;
        Entries = await EntryRows.Read(Desk, names, measure, Query.Ask, (Number - 1) * Size, Size, ct);
        Conditions = await ConditionWords.Of(Query, measure, Reference, names, Desk.Counts(measure.Register), ct);
        return Page();
    }
}
