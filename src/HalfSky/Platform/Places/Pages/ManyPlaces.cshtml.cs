using System.Globalization;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Places.Pages;

/// <summary>一次加很多: the townships and villages of a county from its own list, looked at first and then added together.</summary>
[Needs("admin.places")]
public sealed class ManyPlacesPage(Desk desk, PlaceBook book) : PlacesPage(desk)
{
    private static readonly Problem Nothing = new("place.list-none", "请先粘贴地名，或者选一个文件。", "text");

    /// <summary>The place the list is of.</summary>
    public Node At { get; private set; } = null!;

    /// <summary>What was read; null before.</summary>
    public PlaceList? List { get; private set; }

    /// <summary>The list as text, cells parted by tabs.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Day typed.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Asks for the list.</summary>
    public async Task<IActionResult> OnGetAsync(string? at, CancellationToken ct)
    {
        if (!await Open(at, ct)) return NotFound();
        // Last year's ledgers count under them.
        From = new DateOnly(Desk.Today.Year - 1, 1, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>Looks at a list, pasted or in a file.</summary>
    public async Task<IActionResult> OnPostAsync(string? at, IFormFile? file, CancellationToken ct)
    {
        if (!await Open(at, ct)) return NotFound();
        try
        {
            List = await Listed(file, ct);
        }
        catch (Refusal refusal)
        {
            return Refused("many", refusal);
        }
        return Page();
    }

    /// <summary>Adds what was looked at.</summary>
    public async Task<IActionResult> OnPostAddAsync(string? at, CancellationToken ct)
    {
        if (!await Open(at, ct)) return NotFound();
        try
        {
            List = await Listed(null, ct);
            var added = await book.AddMany(At.Number, List.Fresh, From, ct);
            Toast = $"加上了 {added} 个地点，表单里马上能选。";
        }
        catch (Refusal refusal)
        {
            return Refused("many", refusal);
        }
        return Redirect("/admin/places?at=" + At.Number);
    }

    private async Task<PlaceList> Listed(IFormFile? file, CancellationToken ct)
    {
        if (file is { Length: > 0 })
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            var read = SourceBook.Read(content.ToArray(), Path.GetFileName(file.FileName));
            // What is confirmed is what is shown: the file is read once, as the text it holds.
            Text = string.Join('\n', (read.Sheets.FirstOrDefault(s => !s.Hidden && s.Rows.Count > 0)?.Rows ?? []).Select(r => string.Join('\t', r.Cells.Select(c => (c.Text ?? "").ReplaceLineEndings("").Replace('\t', ' ')))));
            return PlaceList.Read(read, At.Number, Reference);
        }
        if (string.IsNullOrWhiteSpace(Text)) throw new Refusal(Nothing);
        return PlaceList.Read(SourceBook.Read(Encoding.UTF8.GetBytes(Text), Text.Contains('\t', StringComparison.Ordinal) ? "地名.tsv" : "地名.csv"), At.Number, Reference);
    }

    private async Task<bool> Open(string? at, CancellationToken ct)
    {
        var places = (await Take(ct)).Places;
        if ((string.IsNullOrEmpty(at) ? places.All.FirstOrDefault() : Reference.Place(at)) is not { Ended: false } node || node.Number.Depth >= Branch.MaxDepth) return false;
        At = node;
        return true;
    }
}
