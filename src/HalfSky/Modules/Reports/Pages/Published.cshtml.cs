using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>A published report: the text as it was, each figure then and now; the second signature; the packet of figures that goes up.</summary>
[Needs("report.read")]
public sealed class PublishedPage(Desk desk, Recording recording, Reporting reporting) : ReportPage(desk, recording, reporting)
{
    /// <summary>The publication.</summary>
    public Publication Publication { get; private set; } = null!;

    /// <summary>All publications, newest first.</summary>
    public IReadOnlyList<Publication> All { get; private set; } = [];

    /// <summary>Its figures then and now.</summary>
    public IReadOnlyList<ThenAndNow> Figures { get; private set; } = [];

    /// <summary>The hash holds.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>May she sign as the second person?</summary>
    public bool MayCountersign => Publication.SignedBy is null && Publication.By != Desk.User.Account && Desk.User.Scope("report.verify").Contains(Report.Org);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken ct) => await Show(id, number, ct) ? Page() : NotFound();

    /// <summary>Signs.</summary>
    public async Task<IActionResult> OnPostSignAsync(Guid id, int number, CancellationToken ct)
    {
        if (!await Show(id, number, ct) || !Desk.User.Scope("report.verify").Contains(Report.Org)) return NotFound();
        await Publisher.Countersign(Publication.Id, ct);
        Toast = "复核过了，可以导出交上去。";
        return Redirect($"/reports/{id}/published/{number}");
    }

    /// <summary>The packet of figures: no names, what a root above can check and add.</summary>
    public async Task<IActionResult> OnGetPacketAsync(Guid id, int number, CancellationToken ct)
    {
        if (!await Show(id, number, ct)) return NotFound();
        var packet = new JsonObject
        {
            ["format"] = "halfsky.figures/1", ["title"] = Publication.Title, ["place"] = Reference.Places.Find(Publication.Place)?.Code, ["placeName"] = PlaceName, ["federation"] = Signer, ["period"] = Publication.Period,
            ["number"] = Publication.Number, ["published"] = Publication.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), ["countersigned"] = Publication.SignedBy is not null, ["sha256"] = Convert.ToHexStringLower(Publication.Hash),
            ["figures"] = new JsonArray([.. Figures.Select(f => new JsonObject
            {
                ["measure"] = f.Figure.Measure, ["label"] = f.Figure.Label, ["version"] = f.Figure.Version, ["wording"] = f.Figure.Wording, ["conditions"] = f.Figure.Conditions, ["place"] = Reference.Places.Find(f.Figure.Place)?.Code,
                ["from"] = Iso(f.Figure.From), ["to"] = Iso(f.Figure.Through), ["value"] = f.Figure.Value, ["unit"] = f.Measure?.Unit.Label, ["entries"] = f.Figure.Entries, ["sha256"] = Convert.ToHexStringLower(f.Figure.Hash),
            })]),
        };
        return File(System.Text.Encoding.UTF8.GetBytes(JsonText.Of(packet, indented: true)), "application/json", $"{Publication.Title}-数字包-第{Publication.Number}版.json");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<bool> Show(Guid id, int number, CancellationToken ct)
    {
        if (!await Open(id, ct)) return false;
        All = await Publisher.Of(id, ct);
        if (All.FirstOrDefault(p => p.Number == number) is not { } one) return false;
        Publication = one;
        Figures = await Publisher.Figures(one, ct);
        IsWhole = Publisher.IsWhole(one, Figures);
        return true;
    }
}
