using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Sheets.Forms.Pages;

/// <summary>表样: the county's own forms, each filled from a register by a press.</summary>
[SignedIn]
public sealed class FormsPage(Desk desk, FormShelf shelf) : AppPage(desk)
{
    /// <summary>The register they are narrowed to, if any.</summary>
    public Register? Register { get; private set; }

    /// <summary>Forms she may fill.</summary>
    public IReadOnlyList<WorkbookForm> Forms { get; private set; } = [];

    /// <summary>May she bring another?</summary>
    public bool MayAdd { get; private set; }

    /// <summary>May she change that one?</summary>
    public bool Keeps(WorkbookForm form) => form.IsKeptBy(Desk.User.Scope(Reference.Register(form.Register)!.Permission("export")));

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string? register, CancellationToken ct)
    {
        await Take(ct);
        var reach = ExportReach.Whom(Desk.User);
        var hers = await shelf.Exported(reach, ct);
        Register = register is null ? null : hers.FirstOrDefault(r => r.Key == register);
        if (hers.Count == 0 || (register is not null && Register is null)) return NotFound();
        MayAdd = (Register is null ? hers : [Register]).Any(r => NewFormPage.MayAdd(Desk.User, r));
        Forms = [.. (await shelf.List(reach, ct)).Where(f => Register is null || f.Register == Register.Key)];
        return Page();
    }
}
