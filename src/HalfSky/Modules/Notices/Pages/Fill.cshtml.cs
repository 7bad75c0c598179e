using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Modules.Notices.Pages;

/// <summary>
/// A village fills its part of a collection 填表: only what nobody knows yet; on a phone one row is one card. The township may fill for her, by
/// hand or by pasting. Nothing typed is lost, whatever is wrong with it.
/// </summary>
[Needs("collection.record")]
[SealedPage]
[RequestFormLimits(ValueCountLimit = 40_000)]
public sealed class FillPage(Desk desk, Recording recording) : CollectionPage(desk, recording)
{
    private const int More = 3;

    /// <summary>What is filled.</summary>
    public CollectionReturn Return { get; private set; } = null!;

    /// <summary>Rows on the form, empty ones at the end.</summary>
    public ReturnRows Rows { get; private set; } = ReturnRows.None;

    /// <summary>Cells that are wrong.</summary>
    public IReadOnlyList<BadCell> Bad { get; private set; } = [];

    /// <summary>What is known of the village, by column.</summary>
    public IReadOnlyDictionary<int, string> Known { get; private set; } = new Dictionary<int, string>();

    /// <summary>A word about what was just done without saving.</summary>
    public string? Told { get; private set; }

    /// <summary>Minutes as typed.</summary>
    public string? Minutes { get; private set; }

    /// <summary>What was pasted.</summary>
    public string? Pasted { get; private set; }

    /// <summary>She fills it for a village: her own organisation is another.</summary>
    public bool IsFor => Manages && Desk.User.Home?.Value != Return.Org;

    /// <summary>Columns villages are asked for, and those of figures nothing was recorded for.</summary>
    public IReadOnlyList<(CollectionColumn Column, int At)> Asked => [.. Layout!.Columns.Select((c, i) => (c, i)).Where(c => IsAsked(c.c, c.i))];

    /// <summary>What is wrong with a cell, or null.</summary>
    public string? Wrong(int row, int column) => Bad.FirstOrDefault(b => b.Row == row && b.Column == column)?.Text;

    /// <summary>Shows what was filled so far.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, long? org, CancellationToken ct)
    {
        if (!await Fill(id, org, ct)) return NotFound();
        Rows = Return.Rows(Layout!, Recording.Vault);
        Minutes = Return.Minutes?.ToString(CultureInfo.InvariantCulture);
        Pad(Rows.Count == 0 || !Layout!.OnePerVillage ? 1 : 0);
        return Page();
    }

    /// <summary>Keeps, hands in, reports nothing, or adds rows; what was typed stays whatever comes of it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, long? org, string? act, int rows, string? minutes, string? pasted, CancellationToken ct)
    {
        if (!await Fill(id, org, ct)) return NotFound();
        var layout = Layout!;
        Minutes = minutes;
        Rows = Typed(Math.Clamp(rows, 0, ReturnRows.Most + 20));
        var written = Written();
        Rows = written;
        if (act is "more" or "paste") return Show(act, pasted);
        Pad(layout.OnePerVillage && written.Count > 0 ? 0 : 1);
        if (written.Count > ReturnRows.Most) throw new Refusal(NoticeProblems.TooManyRows);
        if (act == "zero" && !Collection.ZeroAllowed) throw new Refusal(NoticeProblems.ZeroNotAllowed);
        if (act == "zero" && written.Count > 0) throw new Refusal(NoticeProblems.ZeroWithRows);
        if (act == "submit" && written.Count == 0) throw new Refusal(NoticeProblems.NoRows);
        var bad = CellCheck.Tidy(layout, written, Desk.Today);
        // A draft may be half right; what is handed in may not.
        if (act == "submit" && bad.Count > 0)
        {
            Bad = bad;
            throw new Refusal(new Problem("collection.cells", $"有 {bad.Count} 格要看一下，改好再交。您写的都还在。", "rows"));
        }
        var filled = 0;
        await Recording.Act<CollectionReturn>(Parts, Return.Id, Desk.User.Scope("collection.record"), "edited", async (r, c) =>
        {
            var known = new KnownValues(Recording, layout, Desk.Today);
            filled = await known.Fill(written, r.Org, Known, c);
            r.Minutes = long.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is > 0 and < 10_000 ? m : null;
            if (act is "submit" or "zero") r.Submit(written, act == "zero", layout, Recording.Vault, Desk.Today, Desk.User.Name);
            else r.Keep(written, layout, Recording.Vault);
        }, ct);
        Toast = (act == "zero" ? "零报告交上去了。" : act == "submit" ? $"交上去了，{written.Count} 行。" : "存下了，还没有交。") + (filled > 0 ? $"台账里有的 {filled} 格替您填上了。" : "");
        return Redirect(act is "submit" or "zero" && IsFor ? $"/collections/{id}" : $"/collections/{id}/fill?org={Return.Org}");
    }

    private PageResult Show(string act, string? pasted)
    {
        if (act == "paste")
        {
            var came = CellCheck.Pasted(Layout!, pasted);
            Rows = new([.. Rows.All, .. came.All]);
            Bad = CellCheck.Tidy(Layout!, Rows, Desk.Today);
            Told = came.Count == 0 ? "没有粘贴到内容，请从电子表格里选中几行再复制。" : $"放进去 {came.Count} 行" + (Bad.Count > 0 ? $"，有 {Bad.Count} 格要看一下" : "，看过没有问题就点“交上去”") + "。现在还没有存。";
            if (Bad.Count > 0) Response.StatusCode = 422;
        }
        Pad(act == "more" ? More : 1);
        return Page();
    }

    private bool IsAsked(CollectionColumn column, int at) => column.IsAsked || (column.Measure is not null && !Known.ContainsKey(at));

    private ReturnRows Written() => new(Rows.All.Where(r => Asked.Any(a => r[a.At].Length > 0)));

    private ReturnRows Typed(int count)
    {
        var form = Request.Form;
        return new(Enumerable.Range(0, count).Select(n => Layout!.Columns.Select((c, i) => IsAsked(c, i) ? form[$"c-{n}-{i}"].ToString().Trim() : "").ToArray()).ToList());
    }

    private void Pad(int empty)
    {
        if (Layout!.OnePerVillage) empty = Rows.Count == 0 ? 1 : 0;
        Rows = new([.. Rows.All, .. Enumerable.Range(0, empty).Select(_ => Enumerable.Repeat("", Layout.Columns.Count).ToArray())]);
    }

    private async Task<bool> Fill(Guid id, long? org, CancellationToken ct)
    {
        if (!await Open(id, ct) || Layout is null || !Collection.IsOpen) return false;
        var records = Desk.User.Scope("collection.record");
        if (Returns.FirstOrDefault(r => records.Contains(r.Org) && (org is null || r.Org == org)) is not { } own) return false;
        Return = own;
        Known = await new KnownValues(Recording, Layout, Desk.Today).OfVillage(own.Org, ct);
        return true;
    }
}
