using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers.Pages;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Registers.Grid.Pages;

/// <summary>What a pasted batch became: its entries, and taking them all back.</summary>
[SignedIn]
public sealed class PastedPage(Desk desk, Recording recording, Names names) : AppPage(desk)
{
    /// <summary>The register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>Identifier of the batch.</summary>
    public Guid Batch { get; private set; }

    /// <summary>Fields shown.</summary>
    public IReadOnlyList<Field> Columns { get; private set; } = [];

    /// <summary>Entries, in the order of the table.</summary>
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    /// <summary>Names of what they point at.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Why taking back was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>Rows there were in the paste, as the page before said; 0 when it is not known.</summary>
    public int InAll { get; private set; }

    /// <summary>Rows left out.</summary>
    public int Skipped { get; private set; }

    /// <summary>Entries that still stand.</summary>
    public int Standing => Rows.Count(r => r.State is not EntryState.Withdrawn);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string key, Guid batch, int rows, int skipped, CancellationToken ct)
    {
        (InAll, Skipped) = (Math.Clamp(rows, 0, GridSheet.Most), Math.Clamp(skipped, 0, GridSheet.Most));
        return await Open(key, batch, ct) ? Page() : NotFound();
    }

    /// <summary>Takes the batch back.</summary>
    public async Task<IActionResult> OnPostAsync(string key, Guid batch, string? reason, int rows, int skipped, CancellationToken ct)
    {
        if (!await Open(key, batch, ct)) return NotFound();
        if (string.IsNullOrWhiteSpace(reason))
        {
            (Refused, Response.StatusCode) = (EntryProblems.ReasonMissing.Text, 422);
            return Page();
        }
        var (done, problems) = await PastedBatch.TakeBack(Desk, recording, Register, batch, reason, ct);
        Toast = $"撤回了 {done} 条" + (problems.Count > 0 ? $"，{problems.Count} 条没撤成：{problems[0].Text}" : "，数字和待办都退回到贴之前。");
        return LocalRedirect($"/r/{key}/pasted/{batch}?rows={rows}&skipped={skipped}");
    }

    private async Task<bool> Open(string key, Guid batch, CancellationToken ct)
    {
        if ((await Take(ct)).Register(key) is not { } register || !PasteGrid.MayPaste(Desk.User, register)) return false;
        (Register, Batch) = (register, batch);
        Columns = [.. register.Fields.Where(f => f is { Listed: true, Sealed: null }).OrderBy(f => f.Key == "date" ? 0 : f.Key == "place" ? 1 : f == register.TitleField ? 2 : 3).Take(6)];
        var order = PastedBatch.Ids(batch).Index().ToDictionary(i => i.Item, i => i.Index);
        var found = new List<ListRow>();
        await foreach (var row in PastedBatch.Of(Desk, register, batch).Stream(["id", "state", .. Columns.Select(c => c.Key)], [], ct))
            found.Add(new((Guid)row[0]!, Enum.Parse<EntryState>((string)row[1]!), false, row[2..]));
        if (found.Count == 0) return false;
        Rows = [.. found.OrderBy(r => order[r.Id])];
        Titles = await names.Of(Reference, Rows.SelectMany(r => Columns.Select((c, i) => (c, r.Values[i]))), Desk.Sees(register), ct);
        return true;
    }
}
