using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Pages;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Measures.Reported.Pages;

/// <summary>Asks whether a figure is to be reported 报出这个数, and does it: what is reported cannot be changed.</summary>
[Needs(Reporting.Permission)]
public sealed class ReportPage(Desk desk, Reporting reporting, Names names) : AskPage(desk)
{
    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>What would be reported.</summary>
    public Reading Value { get; private set; } = null!;

    /// <summary>The figure at work, pending entries counted too.</summary>
    public Reading Working { get; private set; } = null!;

    /// <summary>Conditions in words.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Conditions { get; private set; } = [];

    /// <summary>Identifier of the report, made with the page.</summary>
    public Guid Id { get; private set; }

    /// <summary>Why it cannot be reported; null where it can.</summary>
    public Problem? Refused { get; private set; }

    /// <summary>Shows what would be frozen.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        Id = Uuid.New(Desk.Clock.Now);
        return await Open(key, ct) ? Page() : NotFound();
    }

    /// <summary>Freezes it.</summary>
    public async Task<IActionResult> OnPostAsync(string key, Guid id, CancellationToken ct)
    {
        if (!await Open(key, ct)) return NotFound();
        Id = id;
        if (Query.Problems.Count > 0) return Page();
        try
        {
            var figure = await reporting.Report(id, Measure, Query, ct);
            Toast = $"报出了：{Measure.Label} {new Figure(figure.Value, Measure.Unit).Number} {Measure.Unit.Label}。以后补录、更正，这个数不变，差多少、为什么，都看得到。";
            return LocalRedirect($"/measures/{key}/reported/{figure.Id}");
        }
        catch (Refusal refusal)
        {
            (Refused, Response.StatusCode) = (refusal.Problems[0], 422);
            return Page();
        }
    }

    private async Task<bool> Open(string key, CancellationToken ct)
    {
        await Take(ct);
        if (Reference.Measure(key) is not { } measure || Desk.Counts(measure.Register).IsEmpty) return false;
        Measure = measure;
        await Ask(measure, Period.YearOf(Desk.Today), ct);
        Value = await reporting.Preview(measure, Query, ct);
        Working = await (await Desk.Evaluator(ct)).Read(measure, Reporting.AskOf(Query, Desk.Today) with { Published = false }, Desk.Counts(measure.Register), ct);
        Conditions = await ConditionWords.Of(Query, measure, Reference, names, Desk.Counts(measure.Register), ct);
        Refused = Reporting.Refused(Query) ?? (Value.IsSilent || Value.Value is null ? Reporting.Nothing : null);
        return true;
    }
}
