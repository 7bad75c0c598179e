using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Registers.Grid.Pages;

/// <summary>Pastes many rows into a register 粘贴多行: checked cell by cell, corrected in place, the good ones recorded first.</summary>
[SignedIn]
public sealed class PastePage(Desk desk, Recording recording) : AppPage(desk)
{
    /// <summary>The register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>The grid; null before anything was pasted.</summary>
    public GridSheet? Sheet { get; private set; }

    /// <summary>Identifier of the batch, made with the empty page.</summary>
    public Guid Batch { get; private set; }

    /// <summary>What was pasted, where it could not be made a grid.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Values for every row the address already says.</summary>
    public IReadOnlyDictionary<string, string> ForAll { get; private set; } = new Dictionary<string, string>();

    /// <summary>How many rows were recorded just now; null when none was to be.</summary>
    public int? Recorded { get; private set; }

    /// <summary>Fields a column may go to.</summary>
    public IReadOnlyList<Field> Offered => ColumnBinding.Offered(Register, Reference);

    /// <summary>The field shown as the example of a head.</summary>
    public string Heads => string.Join("　", Offered.Where(f => f.Listed || f.Required).Take(6).Select(f => f.Key == "place" ? "村" : f.Label));

    /// <summary>The empty page.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        if (!await Open(key, ct)) return NotFound();
        Batch = Uuid.New(Desk.Clock.Now);
        ForAll = Offered.Where(f => f.Sealed is null && Request.Query.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => Request.Query[f.Key].ToString(), StringComparer.Ordinal);
        return Page();
    }

    /// <summary>What was pasted, read and judged; nothing is written.</summary>
    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct) => await Open(key, ct) ? await Show(ct) : NotFound();

    /// <summary>The same after a correction.</summary>
    public Task<IActionResult> OnPostCheckAsync(string key, CancellationToken ct) => OnPostAsync(key, ct);

    /// <summary>Records the rows that are right; the others stay to be corrected.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string key, CancellationToken ct)
    {
        if (!await Open(key, ct)) return NotFound();
        var shown = await Show(ct);
        if (Sheet is not { Problems.Count: 0 } sheet) return shown;
        Recorded = await new PasteGrid(Desk, recording).Record(sheet, ct);
        if (sheet.Rows.Any(r => r.State is GridRowState.Ready or GridRowState.Asking or GridRowState.Wrong)) return Page();
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/r/{key}/pasted/{sheet.Batch}?rows={sheet.Rows.Count}&skipped={sheet.Count(GridRowState.Skipped)}"));
    }

    private async Task<IActionResult> Show(CancellationToken ct)
    {
        var post = GridPost.Read(Request.Form);
        (Batch, ForAll, Text) = (post.Batch, post.ForAll, Request.Form["text"].ToString());
        Sheet = await new PasteGrid(Desk, recording).Read(Register, post, ct);
        if (Sheet.Problems.Count > 0) Response.StatusCode = 422;
        return Page();
    }

    private async Task<bool> Open(string key, CancellationToken ct)
    {
        if ((await Take(ct)).Register(key) is not { } register || !PasteGrid.MayPaste(Desk.User, register)) return false;
        Register = register;
        return true;
    }
}
