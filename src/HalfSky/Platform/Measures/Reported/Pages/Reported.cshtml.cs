using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Reported.Pages;

/// <summary>One entry of a frozen list as it is now.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Register">Its register.</param>
/// <param name="Date">The day it happened.</param>
/// <param name="Place">Village.</param>
/// <param name="Title">What names it.</param>
/// <param name="State">State now.</param>
/// <param name="Change">What it changes since the report; null for none.</param>
public sealed record FrozenLine(Guid Id, Register Register, DateOnly Date, string Place, string Title, EntryState State, Change? Change);

/// <summary>A reported figure: value then and now, the differences entry by entry, the frozen list, and whether it is untouched.</summary>
[Needs("any.measure")]
public sealed class ReportedPage(Desk desk, Reporting reporting, Names names) : AppPage(desk)
{
    private const int Size = 50, MostChanges = 200;

    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>The report.</summary>
    public ReportedFigure Figure { get; private set; } = null!;

    /// <summary>Held against what is known now; null when the list cannot be read.</summary>
    public Difference? Difference { get; private set; }

    /// <summary>Who reported it.</summary>
    public string Who { get; private set; } = "";

    /// <summary>The hash holds.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Entries that make the difference, as far as the reader may see them.</summary>
    public IReadOnlyList<FrozenLine> Changed { get; private set; } = [];

    /// <summary>How many more make a difference but are not the reader's.</summary>
    public int HiddenChanges { get; private set; }

    /// <summary>A page of the frozen list.</summary>
    public IReadOnlyList<FrozenLine> Lines { get; private set; } = [];

    /// <summary>How many of the page are not the reader's.</summary>
    public int HiddenLines { get; private set; }

    /// <summary>Page of the list, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Last page of the list.</summary>
    public int Last => Math.Max(1, ((Difference?.List.Part.Count ?? 0) + Size - 1) / Size);

    /// <summary>Name of the place.</summary>
    public string Place => Reference.Places.NameOf(Figure.Place);

    /// <summary>The figure now at the same place and period.</summary>
    public string Address => $"/measures/{Measure.Key}{AskQuery.Address(new Branch(Figure.Place), Period.Parse(Figure.Period, null))}{(Figure.Conditions.Length > 0 ? "&" + Figure.Conditions : "")}";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string key, Guid id, CancellationToken ct)
    {
        await Take(ct);
        if (Reference.Measure(key) is not { } measure || Desk.Counts(measure.Register).IsEmpty || await reporting.Find(measure, id, ct) is not { } figure) return NotFound();
        (Measure, Figure, IsWhole) = (measure, figure, figure.IsWhole());
        Who = await Desk.Session.Db.Set<Account>().AsNoTracking().Where(a => a.Id == figure.ReportedBy).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? "";
        Number = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, 100_000) : 1;
        try
        {
            Difference = await Difference.Read(Desk, figure, measure, ct);
        }
        catch (InvalidDataException)
        {
            return Page();
        }
        var changes = Difference.Changes.DistinctBy(c => (c.Entry, c.Register)).ToDictionary(c => (c.Entry, c.Register.Key));
        foreach (var group in Difference.Changes.Take(MostChanges).GroupBy(c => c.Register))
            Changed = [.. Changed, .. await Read(group.Key, [.. group.Select(c => c.Entry)], changes, ct)];
        HiddenChanges = Difference.Changes.Count - Changed.Count;
        var register = (measure.Kind is MeasureKind.Ratio ? Reference.Measure(measure.Part!)! : measure).Register;
        var page = Difference.List.Part.Skip((Number - 1) * Size).Take(Size).Select(r => r.Id).ToList();
        Lines = await Read(register, page, changes, ct);
        HiddenLines = page.Count - Lines.Count;
        return Page();
    }

    /// <summary>A value of the measure as it stands in a cell.</summary>
    public string Shown(long? value) => value is { } v ? new Figure(v, Measure.Unit).Number : "—";

    private async Task<IReadOnlyList<FrozenLine>> Read(Register register, IReadOnlyList<Guid> ids, IReadOnlyDictionary<(Guid, string), Change> changes, CancellationToken ct)
    {
        var scope = Desk.Sees(register);
        if (ids.Count == 0 || scope.IsEmpty) return [];
        List<string> columns = ["id", "date", "place", "state"];
        if (register.TitleField is { } title) columns.Add(title.Key);
        var rows = new List<object?[]>();
        await foreach (var row in new Query(Desk.Session, register.Shape, scope).Where(new Filter.In("id", [.. ids.Distinct().Cast<object>()])).Stream(columns, [new("date", true), new("id")], ct)) rows.Add(row);
        var known = register.TitleField is { } field ? await names.Of(Reference, rows.Select(r => (field, r[4])), scope, ct) : [];
        return [.. rows.Select(r => new FrozenLine((Guid)r[0]!, register, (DateOnly)r[1]!, Reference.Places.VillageOf((long)r[2]!),
            register.TitleField is { } f && FieldValue.Show(f, r[4], Reference, known) is { Length: > 0 } name ? name : register.Label,
            Enum.Parse<EntryState>((string)r[3]!), changes.GetValueOrDefault(((Guid)r[0]!, register.Key))))];
    }
}
