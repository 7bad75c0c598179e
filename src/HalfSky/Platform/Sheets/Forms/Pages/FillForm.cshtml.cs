using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HalfSky.Platform.Sheets.Forms.Pages;

/// <summary>填表: place and days are chosen, the county's form comes back filled.</summary>
[SignedIn]
[SealedPage]
public sealed class FillFormPage(Desk desk, FormShelf shelf, FormFilling filling) : AppPage(desk)
{
    /// <summary>The form.</summary>
    public WorkbookForm Form { get; private set; } = null!;

    /// <summary>Its register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>What was asked, or is proposed.</summary>
    public string Asked(string name) => Request.Query[name].ToString();

    /// <summary>May she change it?</summary>
    public bool Keeps => Form.IsKeptBy(Desk.User.Scope(Register.Permission("export")));

    /// <summary>May she have names in full?</summary>
    public bool Opens => Desk.User.May(Register.Permission("unseal"));

    /// <summary>Places she may ask for.</summary>
    public IEnumerable<Node> Places => Reference.Places.All.Where(n => n.Number.Depth <= 3 && !n.Ended && Homes.Any(h => h.Contains(n.Number)));

    /// <summary>The place chosen first: her own.</summary>
    public Branch Home { get; private set; }

    private IReadOnlyList<Branch> Homes => [.. Desk.User.Scope(Register.Permission("export")).Branches.Select(b => Reference.Organizations.Find(b.Value)?.Place ?? 0).Where(p => p > 0).Select(p => new Branch(p))];

    /// <summary>Asks for place and days, or gives the filled form when they are said.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await Take(ct);
        var reach = ExportReach.Whom(Desk.User);
        if (await shelf.Find(id, reach, ct) is not { } form) return NotFound();
        (Form, Register, Home) = (form, Reference.Register(form.Register)!, await Desk.HomePlace(ct));
        if (!form.Confirmed) return Keeps ? Redirect($"/forms/{id}") : NotFound();
        if (Request.Query.Count == 0) return Page();
        var made = await filling.Fill(form, [.. Request.Query], reach, ct);
        // A break in the line is taken up where it was, as long as it is the same file.
        return new FileContentResult(made.Content, SheetFile.MediaType("xlsx")) { FileDownloadName = made.Name, EnableRangeProcessing = true, EntityTag = new EntityTagHeaderValue($"\"{made.Number}\"") };
    }
}
