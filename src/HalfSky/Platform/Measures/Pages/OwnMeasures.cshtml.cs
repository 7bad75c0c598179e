using System.Globalization;
using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures.Own;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>A county's own measures: the list, and the form that defines one or gives it another version.</summary>
[Needs("admin.measures")]
public sealed class OwnMeasuresPage(Desk desk, Vault vault) : AppPage(desk)
{
    private const int MostLetters = 30;

    /// <summary>Units offered: all but the ratio.</summary>
    public static IEnumerable<string> Units => Kernel.Unit.All.Where(u => u.Kind != "ratio").Select(u => u.Label);

    /// <summary>Register chosen; null while only the list is shown.</summary>
    public Register? Register { get; private set; }

    /// <summary>The definition another version is made of; null for a new measure.</summary>
    public MeasureDefinition? Given { get; private set; }

    /// <summary>What is typed or stood there.</summary>
    public MeasureDefinition.Said Said { get; private set; } = new("", "", Kernel.Unit.Times.Label, DefinedCount.Entries, null, false, new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>From which day it holds, as typed.</summary>
    public string ValidFrom { get; private set; } = "";

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Registers one may count in.</summary>
    public IEnumerable<Register> Registers => Reference.Registers.Where(r => !Desk.Counts(r).IsEmpty);

    /// <summary>Fields a condition may name.</summary>
    public IEnumerable<Field> Conditions => Register!.Fields.Where(f => f.Sealed is null && (f.Type is FieldType.Flag || (f.Type is FieldType.Kind or FieldType.Kinds && Reference.KindsOf(f).Items.Count > 0)));

    /// <summary>Ways of counting, as “entries”, “sum:field”, “distinct:field”.</summary>
    public IEnumerable<(string Key, string Label)> Counts => Register!.Fields.Where(f => f.Sealed is null).SelectMany(f => f.Type switch
    {
        FieldType.Number or FieldType.Money => [($"sum:{f.Key}", $"把“{f.Label}”加起来")],
        FieldType.LookUp => [($"distinct:{f.Key}", $"不同的“{f.Label}”（去重）")],
        _ => Array.Empty<(string, string)>(),
    }).Prepend(("entries", "每条算一个"));

    /// <summary>The way of counting chosen.</summary>
    public string Count => Said.Count is DefinedCount.Entries ? "entries" : (Said.Count is DefinedCount.Sum ? "sum:" : "distinct:") + Said.Field;

    /// <summary>Shows the list, or the form when a register or a measure is named.</summary>
    public async Task<IActionResult> OnGetAsync(string? key, string? register, CancellationToken ct)
    {
        if (!await Open(key, register, ct)) return NotFound();
        if (Given is not null) Said = Given.Read();
        ValidFrom = Desk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>Saves a measure, or another version of it.</summary>
    public async Task<IActionResult> OnPostAsync(string? key, string? register, string? label, string? unit, string? count, bool stock, string? validFrom, CancellationToken ct)
    {
        if (!await Open(key, register, ct) || Register is null) return NotFound();
        var counted = Counts.Select(c => c.Key).Contains(count) ? count!.Split(':') : ["entries"];
        var only = Conditions.Select(f => (f.Key, Codes: (IReadOnlyList<string>)[.. Request.Form["only." + f.Key].OfType<string>().Where(c => f.Type is FieldType.Flag ? c is "true" or "false" : Reference.KindsOf(f).Items.Any(i => i.Code == c))]))
            .Where(f => f.Codes.Count > 0).ToDictionary(f => f.Key, f => f.Codes);
        Said = new((label ?? "").Trim(), Register.Key, unit ?? "", counted[0] switch { "sum" => DefinedCount.Sum, "distinct" => DefinedCount.Distinct, _ => DefinedCount.Entries },
            counted.ElementAtOrDefault(1), stock && Register.Held is not null, only);
        ValidFrom = validFrom ?? "";
        Problems = [.. Judge(out var from)];
        if (Problems.Count > 0)
        {
            Response.StatusCode = 422;
            return Page();
        }
        var made = Given?.Key ?? "own." + Uuid.New(Desk.Clock.Now).ToString("N")[..12];
        await Save(made, d => (d.ValidFrom, d.Json) = (from, JsonSerializer.Serialize(Said, Definition.Options)), another: true, ct);
        Toast = Given is null ? $"“{Said.Label}”建好了，现在就数。" : $"“{Said.Label}”有了新的一版，{ValidFrom} 起用。";
        return Redirect(from <= Desk.Today ? $"/measures/{made}" : "/admin/measures");
    }

    /// <summary>Takes a measure out of use, or back into it.</summary>
    public async Task<IActionResult> OnPostCloseAsync(string key, CancellationToken ct)
    {
        if (!await Open(key, null, ct) || Given is null) return NotFound();
        await Save(key, d => d.Closed = !d.Closed, another: false, ct);
        Toast = Given.Closed ? "重新启用了。" : "停用了，“数字”里不再列出。";
        return Redirect("/admin/measures");
    }

    private IEnumerable<Problem> Judge(out DateOnly from)
    {
        var problems = new List<Problem>();
        if (Said.Label.Length is 0 or > MostLetters) problems.Add(new("measure.label", $"请给数字起个名字，最多 {MostLetters} 个字。", "label"));
        if (Reference.Measures.Any(m => m.Label == Said.Label && m.Key != Given?.Key)) problems.Add(new("measure.twice", $"已经有一个数字叫“{Said.Label}”，请换个名字，免得两处对不上。", "label"));
        if (!Units.Contains(Said.Unit)) problems.Add(new("measure.unit", "请从列表里选单位。", "unit"));
        else if (Said.Count is DefinedCount.Sum && Register!.Find(Said.Field!) is { } sum)
        {
            var digits = sum.Type is FieldType.Money ? 2 : sum.Digits;
            if (Kernel.Unit.Of(Said.Unit).Digits != digits) problems.Add(new("measure.unit", sum.Type is FieldType.Money ? "加总金额，单位要选“元”。" : $"“{sum.Label}”是{(digits == 0 ? "整数" : "带小数的数")}，不能用“{Said.Unit}”做单位。", "unit"));
        }
        else if (Kernel.Unit.Of(Said.Unit).Digits != 0) problems.Add(new("measure.unit", $"数条数、数人不能用“{Said.Unit}”做单位。", "unit"));
        if (!DateOnly.TryParseExact(ValidFrom, "yyyy-MM-dd", out from)) problems.Add(new("measure.from", "请写从哪天起用。", "validFrom"));
        else if (Given is not null && from <= Given.ValidFrom) problems.Add(new("measure.order", $"新的一版要晚于 {Given.ValidFrom:yyyy-MM-dd}（现在这一版的起用日期）。", "validFrom"));
        return problems;
    }

    private async Task<bool> Open(string? key, string? register, CancellationToken ct)
    {
        await Take(ct);
        Given = key is null ? null : Reference.OwnMeasures.FirstOrDefault(d => d.Key == key);
        if (key is not null && Given is null) return false;
        register = Given?.Read().Register ?? register;
        Register = register is null ? null : Registers.FirstOrDefault(r => r.Key == register);
        return register is null || Register is not null;
    }

    private Task Save(string key, Action<MeasureDefinition> change, bool another, CancellationToken ct) => Desk.Session.Write(async c =>
    {
        var db = Desk.Session.Db;
        var last = await db.Set<MeasureDefinition>().Where(d => d.Key == key).OrderByDescending(d => d.Version).FirstOrDefaultAsync(c);
        var row = last;
        if (another || row is null) db.Add(row = new() { Key = key, Version = (last?.Version ?? 0) + 1, DefinedBy = Desk.User.Account, DefinedAt = Desk.Clock.Now });
        change(row);
        db.Add(EventRow.Make(vault, Desk.Clock, Desk.User.Account, row.Key, Guid.Empty, (Desk.User.Home ?? Branch.Root).Value, 0, "defined", row.Version, row.Json));
        await db.SaveChangesAsync(c);
        await ReferenceSource.Touch(Desk.Session, c);
    }, ct);
}
