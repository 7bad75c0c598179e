using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Duties.Pages;

/// <summary>Duty rules 待办规则 as data (D23): what is asked of whom how often, switched on and off and changed from a day on; a county's own beside the shipped.</summary>
[Needs("admin.settings")]
public sealed class RulesPage(Desk desk, Vault vault) : AppPage(desk)
{
    private const int MostLetters = 20, MostDays = 1000, MostTimes = 31;

    /// <summary>What a cycle can be chosen as.</summary>
    public static readonly (DutyCycle Cycle, string Label)[] Cycles = [(DutyCycle.Month, "每个自然月"), (DutyCycle.Quarter, "每个自然季度"), (DutyCycle.Year, "每年"), (DutyCycle.Days, "离上一次满多少天")];

    /// <summary>The rule being changed; null for a new one.</summary>
    public RuleHistory? Given { get; private set; }

    /// <summary>Register whose entries make the duties; null while only the list is shown.</summary>
    public Register? Source { get; private set; }

    /// <summary>What is typed or stood there.</summary>
    public DutyRule Said { get; private set; } = new("", "", DutyCycle.Month);

    /// <summary>From which day it holds, as typed.</summary>
    public string From { get; private set; } = "";

    /// <summary>Numbers as typed.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The act chosen, as “register.field”.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Registers one may ask something of.</summary>
    public IEnumerable<Register> Sources => Reference.Registers.Where(r => r.Held is not null && r.Whole is null && r.TitleField is not null);

    /// <summary>Kinds a condition may name.</summary>
    public IEnumerable<Field> Conditions => Source!.Fields.Where(f => f is { Sealed: null, Type: FieldType.Kind or FieldType.Kinds } && f.Key != "programmes" && Reference.KindsOf(f).Items.Count > 0);

    /// <summary>Acts that can point at the same thing.</summary>
    public IEnumerable<(string Key, string Label)> Acts => Reference.Registers.Where(r => r.Whole is null && r != Source).SelectMany(r => r.Fields
        .Where(f => f.Type is FieldType.LookUp && (f.Target == Source!.Key || Source.Find(f.Key) is { Type: FieldType.LookUp } same && same.Target == f.Target)
            || f.Key == "org" && Source!.IsOrganizationTree)
        .Select(f => ($"{r.Key}.{f.Key}", $"{r.Label}（{f.Label}是它）")));

    /// <summary>Shows the list, or the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? key, string? register, CancellationToken ct)
    {
        if (!await Open(key, register, ct)) return NotFound();
        if (Given is not null) Said = Given.Rule;
        From = Desk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Act = Said.Act is { } act ? $"{act.Register}.{act.Field}" : "";
        Typed = new Dictionary<string, string> { ["days"] = Said.Days == 0 ? "" : $"{Said.Days}", ["times"] = $"{Said.Times}", ["escalate"] = $"{Said.Escalate}" };
        return Page();
    }

    /// <summary>Saves a new version; what is due already stays as it was.</summary>
    public async Task<IActionResult> OnPostAsync(string? key, string? register, CancellationToken ct)
    {
        if (!await Open(key, register, ct) || Source is null) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        From = form["from"].ToString();
        Act = form["act"].ToString();
        Typed = new[] { "days", "times", "escalate" }.ToDictionary(k => k, k => form[k].ToString().Trim());
        var only = Only.Write(Conditions.Select(f => (f.Key, (IReadOnlyList<string>)[.. form["only." + f.Key].OfType<string>().Where(c => Reference.KindsOf(f).Items.Any(i => i.Code == c))])));
        Said = (Given?.Rule ?? new("own." + Uuid.New(Desk.Clock.Now).ToString("N")[..12], "", DutyCycle.Month)) with
        {
            Only = only.Length == 0 ? null : only, Off = form["off"] == "true",
            Within = Reference.Organizations.All.FirstOrDefault(n => n.Number.Value.ToString(CultureInfo.InvariantCulture) == form["within"])?.Number is { Depth: > 1 } within ? within.Value : 0,
        };
        Problems = [.. Judge(form, out var from)];
        if (Problems.Count > 0)
        {
            Response.StatusCode = 422;
            return Page();
        }
        await Desk.Session.Write(c => Save(from, c), ct);
        Toast = $"“{Said.Label}”{(Said.Off ? "关了" : "存下了")}，从 {from:yyyy-MM-dd} 起按新的。";
        return Redirect("/admin/duties");
    }

    private IEnumerable<Problem> Judge(IFormCollection form, out DateOnly from)
    {
        var problems = new List<Problem>();
        int Number(string key, int most, string label, int standard)
        {
            var typed = Typed[key];
            if (typed.Length == 0) return standard;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
            problems.Add(new("duty.number", $"“{label}”要填 1 到 {most} 的整数。", key));
            return standard;
        }
        if (Given is null)
        {
            var label = form["label"].ToString().Trim();
            if (label.Length is 0 or > MostLetters) problems.Add(new("duty.label", $"请给待办起个名字，最多 {MostLetters} 个字。", "label"));
            if (Acts.All(a => a.Key != Act)) problems.Add(new("duty.act", "请选办了什么就算办了。", "act"));
            else Said = Bound(label, Act.Split('.', 2));
        }
        if (Cycles.Any(c => c.Cycle == Said.Cycle) && Said.Each is null && Enum.TryParse<DutyCycle>(form["cycle"], out var cycle) && Cycles.Any(c => c.Cycle == cycle)) Said = Said with { Cycle = cycle };
        Said = Said with { Times = Number("times", MostTimes, "几次", 1), Escalate = Number("escalate", MostDays, "上报", DutyRule.Patience), Days = Number("days", MostDays, "天数", Said.Days) };
        if (Said is { Cycle: DutyCycle.Days, Days: 0 }) problems.Add(new("duty.days", "请填满多少天。", "days"));
        if (!DateOnly.TryParseExact(From, "yyyy-MM-dd", out from)) problems.Add(new("duty.from", "请写从哪天起用。", "from"));
        else
        {
            from = Said.Effective(from);
            if (from < Desk.Today) problems.Add(new("duty.past", "从哪天起用不能早于今天：过去的待办按当时的规矩算。", "from"));
            else if (Given is not null && Given.Versions[^1].From >= from) problems.Add(new("duty.order", $"新的一版要晚于 {Given.Versions[^1].From:yyyy-MM-dd}（现在最新一版的起用日期）。", "from"));
        }
        return problems;
    }

    /// <summary>A county's own rule: the act points at the entry itself, at its organisation, or at what both point at; her post answers where the entry names one.</summary>
    private DutyRule Bound(string label, string[] act)
    {
        var field = Reference.Register(act[0])![act[1]];
        var subject = field.Target == Source!.Key ? "id" : act[1] == "org" ? "org" : act[1];
        return Said with
        {
            Label = label, Subject = subject, Acts = [new(act[0], act[1])],
            Owner = Source.Fields.FirstOrDefault(f => f.Type is FieldType.LookUp && f.Target == Reference.Catalog.Posts.Key && !f.Derived)?.Key ?? (Source == Reference.Catalog.Posts ? "id" : null),
        };
    }

    private async Task<int> Save(DateOnly from, CancellationToken ct)
    {
        var db = Desk.Session.Db;
        db.Add(new RuleChange { Key = Said.Key, From = from, Register = Source!.Key, Json = RuleChange.Write(Said with { From = from }), SetBy = Desk.User.Account, SetAt = Desk.Clock.Now });
        db.Add(EventRow.Make(vault, Desk.Clock, Desk.User.Account, Source.Key, Guid.Empty, (Desk.User.Home ?? Branch.Root).Value, 0, "duty-rule-changed", 0,
            new JsonObject { ["rule"] = Said.Key, ["from"] = $"{from:yyyy-MM-dd}", ["off"] = Said.Off }.ToJsonString()));
        await db.SaveChangesAsync(ct);
        await ReferenceSource.Touch(Desk.Session, ct);
        // What takes effect today is asked for today.
        return await new DutyBook(Desk.Session, await Desk.Source.Take(Desk.Session, ct), Desk.Clock).Adopt(Said.Key, ct);
    }

    private async Task<bool> Open(string? key, string? register, CancellationToken ct)
    {
        await Take(ct);
        Given = key is null ? null : Reference.Duty(key);
        if (key is not null && Given is null) return false;
        Source = Given?.Register ?? (register is null ? null : Sources.FirstOrDefault(r => r.Key == register));
        return (key ?? register) is null || Source is not null;
    }
}
