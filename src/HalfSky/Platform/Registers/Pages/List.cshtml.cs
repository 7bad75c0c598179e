using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>One row of a list.</summary>
public sealed record ListRow(Guid Id, EntryState State, bool Late, IReadOnlyList<object?> Values);

/// <summary>A count of a list by village or month.</summary>
public sealed record ListCount(string Label, string Address, long Count);

/// <summary>The list of any register: filters, order, columns, saved views, pages, side panel, verification in bulk.</summary>
[SignedIn]
public sealed class ListPage(Desk desk, Recording recording, Names names, Vault vault) : AppPage(desk)
{
    /// <summary>Days after which an entry counts as recorded late 补录 (D18).</summary>
    public const int LateAfterDays = 7;

    /// <summary>The register.</summary>
    public Register Register { get; private set; } = null!;

    /// <summary>What was asked.</summary>
    public ListQuery Query { get; private set; } = null!;

    /// <summary>Fields shown as columns.</summary>
    public IReadOnlyList<Field> Columns { get; private set; } = [];

    /// <summary>Rows of the page.</summary>
    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    /// <summary>How many in all.</summary>
    public long Total { get; private set; }

    /// <summary>Names of what the rows point at.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Counts by village or month, when asked.</summary>
    public IReadOnlyList<ListCount> Counts { get; private set; } = [];

    /// <summary>“village” or “month” when counts are shown.</summary>
    public string? By { get; private set; }

    /// <summary>Saved views of the reader.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>May she verify here?</summary>
    public bool MayVerify => Desk.User.May(Register.Permission("verify")) && Reference.Reviewed(Register);

    /// <summary>May she record here?</summary>
    public bool MayRecord => Desk.User.May(Register.Permission("record")) && Register is not DefinedRegister { Closed: true };

    /// <summary>Filters shown above the list.</summary>
    public IEnumerable<Field> Filters => Register.Fields.Where(f => f.Filterable && f.Type is FieldType.Kind or FieldType.Kinds or FieldType.Flag);

    /// <summary>Fields that can be columns.</summary>
    public IEnumerable<Field> Choosable => Register.Fields.Where(f => f.Sealed is null && f.Type is not FieldType.LongText && (!f.Derived || f.Listed));

    /// <summary>Villages or townships offered as places.</summary>
    public IEnumerable<Node> Places => Reference.Places.All.Where(n => n.Number.Depth <= 3 && !n.Ended && Scope.Branches.Any(b => b.Contains(n.Number) || n.Number.Contains(b)));

    private Scope Scope => Desk.Sees(Register);

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(string key, string? by, string? cols, CancellationToken ct)
    {
        if (await Open(key, ct) is null) return NotFound();
        await Fill(by, cols, ct);
        return Page();
    }

    /// <summary>Verifies the chosen entries, each in its own transaction.</summary>
    public Task<IActionResult> OnPostVerifyAsync(string key, Guid[] chosen, CancellationToken ct) =>
        Each(key, chosen, id => recording.Verify(key, id, ct), "核验", ct);

    /// <summary>Returns the chosen entries with one reason.</summary>
    public async Task<IActionResult> OnPostReturnAsync(string key, Guid[] chosen, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            if (await Open(key, ct) is null) return NotFound();
            ModelState.AddModelError("reason", EntryProblems.ReasonMissing.Text);
            Response.StatusCode = 422;
            await Fill(null, null, ct);
            return Page();
        }
        return await Each(key, chosen, id => recording.Return(key, id, reason, ct), "退回", ct);
    }

    /// <summary>Keeps the present filters, columns and order by a name.</summary>
    public async Task<IActionResult> OnPostKeepAsync(string key, string? name, CancellationToken ct)
    {
        if (await Open(key, ct) is null) return NotFound();
        if (name?.Trim() is { Length: > 0 and <= 30 } given)
        {
            var view = new SavedView
            {
                Id = Uuid.New(Desk.Clock.Now), Register = key, Name = given, Query = Request.QueryString.Value ?? "",
                Owner = Desk.User.Account, Org = Desk.User.Home?.Value ?? 0,
            };
            await Desk.Session.Write(c => { Desk.Session.Db.Add(view); return Task.CompletedTask; }, ct);
            Toast = $"视图“{given}”存下了。";
        }
        return Redirect($"/r/{key}{Request.QueryString}");
    }

    /// <summary>Forgets a saved view of her own.</summary>
    public async Task<IActionResult> OnPostForgetAsync(string key, Guid view, CancellationToken ct)
    {
        await Desk.Session.Write(c => Desk.Session.Db.Set<SavedView>().Where(v => v.Id == view && v.Owner == Desk.User.Account).ExecuteDeleteAsync(c), ct);
        return Redirect($"/r/{key}");
    }

    /// <summary>What a look-up offers, as JSON.</summary>
    public async Task<IActionResult> OnGetSuggestAsync(string key, string? q, CancellationToken ct)
    {
        if (await Open(key, ct) is null) return NotFound();
        return new JsonResult(await Suggestions.Find(Register, q ?? "", Desk, 10, ct));
    }

    /// <summary>The order a click on a column asks for.</summary>
    public string SortBy(Field field)
    {
        var now = Query.Order.Count > 0 && Query.Order[0].Key == field.Key ? Query.Order[0] : null;
        return Address(("sort", now is { Descending: false } ? "-" + field.Key : field.Key));
    }

    /// <summary>The same list with changes.</summary>
    public string Address(params IReadOnlyList<(string, string?)> changes) =>
        $"/r/{Register.Key}" + Query.Address([.. changes, .. Columns.SequenceEqual(Standard) || changes.Any(c => c.Item1 == "cols") ? [] : new (string, string?)[] { ("cols", string.Join(',', Columns.Select(c => c.Key))) }]);

    private IReadOnlyList<Field> Standard => [.. Register.Fields.Where(f => f.Listed && f.Sealed is null).OrderBy(f => f.Key == "date" ? 0 : f.Key == "place" ? 1 : f == Register.TitleField ? 2 : 3)];

    private async Task<Register?> Open(string key, CancellationToken ct)
    {
        if ((await Take(ct)).Register(key) is not { } register || !Desk.User.May(register.Permission("read"))) return null;
        return Register = register;
    }

    private async Task Fill(string? by, string? cols, CancellationToken ct)
    {
        Query = ListQuery.Parse(Register, Request.Query, Reference, Desk.User, vault, Desk.Today, "cols", "by", "handler");
        var chosen = cols?.Split(',').Select(k => Choosable.FirstOrDefault(f => f.Key == k)).OfType<Field>().ToList();
        Columns = chosen is { Count: > 0 } ? chosen : Standard;
        By = by is "village" or "month" ? by : null;
        var query = new Query(Desk.Session, Register.Shape, Scope).Where(Query.Filter);
        if (By is not null)
        {
            Counts = await Count(query, ct);
            Total = Counts.Sum(c => c.Count);
        }
        else
        {
            var columns = new[] { "id", "state", "date", "recordedAt" }.Concat(Columns.Select(c => c.Key)).ToList();
            var page = await query.List(columns, Query.Order, Query.Skip, Query.Size, ct);
            Rows = [.. page.Rows.Select(r => new ListRow((Guid)r[0]!, Enum.Parse<EntryState>((string)r[1]!), IsLate((DateOnly)r[2]!, (DateTime)r[3]!), r[4..]))];
            Total = page.Total;
            Titles = await names.Of(Reference, Rows.SelectMany(r => Columns.Select((c, i) => (c, r.Values[i]))), Scope, ct);
        }
        Views = await Desk.Session.Db.Set<SavedView>().AsNoTracking().Where(v => v.Register == Register.Key && (v.Owner == Desk.User.Account || v.Shared)).OrderBy(v => v.Name).Take(20).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<ListCount>> Count(Query query, CancellationToken ct)
    {
        var dimension = By == "month" ? new Dimension("date", Data.By.Month) : new Dimension("place", Data.By.Village, Moved: Reference.Successors);
        var rows = await query.Group([dimension], [new Aggregate.Rows()], ct);
        return [.. rows.OrderBy(r => r.Keys[0], StringComparer.Ordinal).Select(r => By == "month"
            ? new ListCount(r.Keys[0]!, Address(("month", r.Keys[0]), ("from", null), ("to", null)), r.Values[0])
            : new ListCount(Reference.Places.NameOf(long.Parse(r.Keys[0]!, System.Globalization.CultureInfo.InvariantCulture)), Address(("place", r.Keys[0])), r.Values[0]))];
    }

    private async Task<IActionResult> Each(string key, Guid[] chosen, Func<Guid, Task<Verdict>> act, string word, CancellationToken ct)
    {
        if (await Open(key, ct) is null) return NotFound();
        var verdicts = new List<Verdict>();
        foreach (var id in chosen.Distinct().Take(500)) verdicts.Add(await act(id));
        var done = verdicts.Count(v => v.IsAccepted);
        Toast = chosen.Length == 0 ? "还没有选：请先在左边勾上要办的。" : $"{word}了 {done} 条" + (done < verdicts.Count ? $"，{verdicts.Count - done} 条没办成：{verdicts.First(v => !v.IsAccepted).Problems[0].Text}" : "。");
        return Redirect($"/r/{key}{Request.QueryString}".Replace("handler=Verify", "", StringComparison.Ordinal).Replace("handler=Return", "", StringComparison.Ordinal));
    }

    private bool IsLate(DateOnly day, DateTime recorded) => Desk.Clock.DayOf(recorded).DayNumber - day.DayNumber > LateAfterDays;
}
