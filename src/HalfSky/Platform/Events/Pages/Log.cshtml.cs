using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Events.Pages;

/// <summary>One line of the log: who did what to which entry. Contents stay with the entry.</summary>
public sealed record LogLine(EventRow Event, string Who, string What, string Where, string? Address);

/// <summary>The log 日志 of a reader's organisations, newest first: who, when, what; whether it is sealed into the chain.</summary>
[Needs("admin.log")]
public sealed class LogPage(Desk desk) : AppPage(desk)
{
    private const int Size = 50;

    /// <summary>Chinese words of the verbs.</summary>
    public static IReadOnlyDictionary<string, string> Verbs { get; } = new Dictionary<string, string>
    {
        ["recorded"] = "记下", ["drafted"] = "存草稿", ["edited"] = "改动", ["counted"] = "随明细变", ["verified"] = "核验", ["returned"] = "退回", ["withdrawn"] = "撤销", ["revealed"] = "看加密项",
        ["attached"] = "加附件", ["exported"] = "导出", ["form-added"] = "加表样", ["form-bound"] = "改表样", ["form-removed"] = "删表样", ["defined"] = "定义台账", ["kind-added"] = "加类别", ["kind-hidden"] = "停用类别", ["kind-shown"] = "恢复类别", ["erased"] = "依法删除", ["made"] = "建账号",
        ["place-added"] = "加地点", ["place-renamed"] = "改地点名称", ["place-merged"] = "撤并地点", ["setting-changed"] = "改设置", ["reported"] = "报出",
    };

    /// <summary>Lines.</summary>
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>Verb chosen.</summary>
    public string? Verb { get; private set; }

    /// <summary>Day chosen: events up to its end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public DateTime? Before { get; private set; }

    /// <summary>Shows a page of the log.</summary>
    public async Task<IActionResult> OnGetAsync(string? verb, DateOnly? until, long? before, CancellationToken ct)
    {
        await Take(ct);
        (Verb, Until) = (string.IsNullOrEmpty(verb) ? null : verb, until);
        var end = before is { } ticks && ticks is > 0 and < 3_155_378_975_999_999_999 ? new DateTime(ticks, DateTimeKind.Utc)
            : until is { Year: < 9999 } day ? Desk.Clock.StartOf(day.AddDays(1)) : Desk.Clock.Now.AddMinutes(1);
        var rows = new List<EventRow>();
        foreach (var branch in Desk.User.Scope("admin.log").Branches)
        {
            var (low, high) = (branch.Low, branch.High);
            var query = Desk.Session.Db.Set<EventRow>().AsNoTracking().Where(e => e.Org >= low && e.Org < high && e.At < end);
            if (Verb is not null) query = query.Where(e => e.Verb == Verb);
            rows.AddRange(await query.OrderByDescending(e => e.At).Take(Size + 1).ToListAsync(ct));
        }
        rows = [.. rows.OrderByDescending(r => r.At).Take(Size + 1)];
        if (rows.Count > Size) Before = rows[Size - 1].At;
        var page = rows.Take(Size).ToList();
        var actors = page.Select(r => r.Actor).Distinct().ToList();
        var names = await Desk.Session.Db.Set<Account>().AsNoTracking().Where(a => actors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        Lines = [.. page.Select(r =>
        {
            var register = Reference.Register(r.Register);
            var open = register is not null && r.Entry != Guid.Empty && Desk.Sees(register).Contains(r.Org);
            return new LogLine(r, names.GetValueOrDefault(r.Actor, "系统"), Verbs.GetValueOrDefault(r.Verb, r.Verb) + " · " + (register?.Label ?? (r.Register == "account" ? "账号" : r.Register == "measure" ? "数字" : r.Register)),
                Reference.Organizations.NameOf(r.Org), open ? $"/r/{r.Register}/{r.Entry}" : null);
        })];
        return Page();
    }
}
