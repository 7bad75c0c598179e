using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Sheets.Forms.Pages;

/// <summary>传一张空表: the workbook is handed in empty, as it came; its columns are read, nothing is typed anew.</summary>
[SignedIn]
public sealed class NewFormPage(Desk desk, FormShelf shelf) : AppPage(desk)
{
    /// <summary>Identifier of the new form.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>Key of the register its rows come from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Register { get; set; }

    /// <summary>What it is called; the file's name when left empty.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Registers she may bring a form for.</summary>
    public IReadOnlyList<Register> Offered { get; private set; } = [];

    /// <summary>May she bring a form of that register? Who exports for a township or the county may.</summary>
    public static bool MayAdd(CurrentUser user, Register register) => user.Scope(register.Permission("export")).Branches.Any(b => b.Depth <= 2);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Open(ct)) return NotFound();
        Id = Uuid.New(Desk.Clock.Now);
        return Page();
    }

    /// <summary>Takes the workbook and proposes what fills it.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!await Open(ct) || Offered.FirstOrDefault(r => r.Key == Register) is not { } register) return NotFound();
        if (file is null || file.Length == 0) throw new Refusal(WorkbookProblems.NoFile);
        if (file.Length > AttachmentFiles.Limit) throw new Refusal(WorkbookProblems.TooLarge);
        if (!Uuid.IsAcceptable(Id)) throw new Refusal(EntryProblems.BadId);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var scope = Desk.User.Scope(register.Permission("export"));
        var org = Desk.User.Home is { Depth: <= 2 } home && scope.Contains(home.Value) ? home : scope.Branches.First(b => b.Depth <= 2);
        var name = string.IsNullOrWhiteSpace(Name) ? Path.GetFileNameWithoutExtension(file.FileName) : Name.Trim();
        await shelf.Add(new WorkbookForm { Id = Id, Register = register.Key, Name = name, Org = org.Value }, register, content.ToArray(), file.FileName, ct);
        return Redirect($"/forms/{Id}");
    }

    private async Task<bool> Open(CancellationToken ct)
    {
        await Take(ct);
        Offered = [.. (await shelf.Exported(ExportReach.Whom(Desk.User), ct)).Where(r => MayAdd(Desk.User, r))];
        return Offered.Count > 0 && (string.IsNullOrEmpty(Register) || Offered.Any(r => r.Key == Register));
    }
}
