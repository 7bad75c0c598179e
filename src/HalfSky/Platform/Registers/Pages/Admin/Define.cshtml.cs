using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers.Pages.Admin;

/// <summary>A county defines its own register, or adds to it, while the program runs.</summary>
[Needs("admin.registers")]
public sealed class DefinePage(Desk desk, Store store, Recording recording) : AppPage(desk)
{
    private const string New = "new";

    /// <summary>What is typed.</summary>
    public DefinitionForm Form { get; private set; } = null!;

    /// <summary>The register extended; null when a new one is defined.</summary>
    public DefinedRegister? Register { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken ct)
    {
        if (!await Open(key, ct)) return NotFound();
        Form = Register is null ? DefinitionForm.Blank() : DefinitionForm.Of(Register.Definition);
        return Page();
    }

    /// <summary>Saves, or adds a row and shows the form again with all that was typed.</summary>
    public async Task<IActionResult> OnPostAsync(string? key, string? act, CancellationToken ct)
    {
        if (!await Open(key, ct)) return NotFound();
        Form = DefinitionForm.Read(Request.Form);
        if (act is "field" or "measure")
        {
            if (act == "field" && Form.Fields.Count < DefinitionForm.MostFields) Form.Fields.Add(new());
            if (act == "measure" && Form.Measures.Count < 10) Form.Measures.Add(new());
            return Page();
        }
        if (Form.ToDefinition(Reference, Register?.Definition) is not { } definition)
        {
            Response.StatusCode = 422;
            return Page();
        }
        await Save(definition, closed: false, ct);
        Toast = Register is null ? $"“{definition.Label}台账”建好了，现在就能记。" : "改好了。";
        return Redirect($"/r/{definition.Key}");
    }

    /// <summary>Takes the register out of use, or back into it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(string key, CancellationToken ct)
    {
        if (!await Open(key, ct) || Register is null) return NotFound();
        await Save(Register.Definition, !Register.Closed, ct);
        Toast = Register.Closed ? "重新启用了。" : "停用了：记过的还在，不能再记新的。";
        return Redirect("/admin/registers");
    }

    private async Task<bool> Open(string? key, CancellationToken ct)
    {
        await Take(ct);
        Register = key is null or New ? null : Reference.Register(key) as DefinedRegister;
        return key is null or New || Register is not null;
    }

    private Task Save(Definition definition, bool closed, CancellationToken ct) => Desk.Session.Write(async c =>
    {
        var db = Desk.Session.Db;
        var row = await db.Set<RegisterDefinition>().FirstOrDefaultAsync(d => d.Key == definition.Key, c);
        if (row is null)
        {
            db.Add(row = new() { Key = definition.Key, DefinedBy = Desk.User.Account, DefinedAt = Desk.Clock.Now });
        }
        row.Label = definition.Label;
        row.Json = JsonSerializer.Serialize(definition, Definition.Options);
        row.Version++;
        row.Closed = closed;
        var register = new DefinedRegister(definition, closed);
        await store.Create(register, await Existing(c), c);
        await new TallyBook(Desk.Session).Trust([register], c);
        var home = Desk.User.Home ?? Branch.Root;
        db.Add(EventRow.Make(recording.Vault, Desk.Clock, Desk.User.Account, definition.Key, Guid.Empty, home.Value, 0, "defined", row.Version, row.Json));
        await db.SaveChangesAsync(c);
        await ReferenceSource.Touch(Desk.Session, c);
    }, ct);

    private async Task<IReadOnlySet<string>> Existing(CancellationToken ct)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var command = Desk.Session.Command(Desk.Session.Dialect.ColumnsOfDatabase);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetString(0));
        return found;
    }
}
