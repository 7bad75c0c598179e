using HalfSky.Kernel;
using HalfSky.Modules.Activities;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Browser;

/// <summary>Organisations, venues, books, sign-in and maps: full, empty, with long names, on paper.</summary>
internal static class Grounds
{
    private const string LongVenue = "槐荫村党群服务中心“石榴籽”妇女儿童之家暨家长学校亲子阅读基地";

    public static async Task<IReadOnlyList<Scene>> Of(County county, string text)
    {
        var (village, today) = (county.Village1, county.Clock.Today);
        var township = county.Facts.Townships[0];
        var organizations = (await county.Reference()).Organizations;
        Task<Entry> Held(string register, string title, string kind, int days, Guid venue, int? people, params (string, object?)[] more) => county.Recorded(Persona.Exec, register,
            [("title", title), ("kind", kind), ("date", today.AddDays(-days)), ("venue", venue), (register == "meeting" ? "present" : "participants", people), .. more]);
        for (var i = 0; i < 5; i++)
        {
            var role = i == 0 ? "vice" : i < 4 ? "exec" : "group-leader";
            await county.Recorded(Persona.Officer, "post", ("person", village.People[i].Id), ("org", village.Org), ("role", role), ("means", "elected"), ("from", "2024-03-01"), ("to", i % 2 == 0 ? "2027-03-01" : "2029-03-01"));
        }
        await county.Recorded(Persona.Officer, "post", ("person", village.People[6].Id), ("org", village.Org), ("role", "exec"), ("from", "2019-03-01"), ("to", "2024-03-01"));
        Task<Entry> Venue(string name, string kind, long org, long place, string opened) => county.Recorded(Persona.Officer, "venue", ("name", name), ("kind", kind), ("org", org), ("place", place), ("opened", opened),
            ("rules", 6), ("hours", "周二、周四 14:00—17:00，寒暑假天天开"), ("offers", "reading,homework,council,counselling"), ("area", 120), ("equipment", "投影一台，桌椅二十套，图书八百册"));
        var full = await Venue(LongVenue, "women-home", village.Org, village.Place, "2023-05-01");
        var quiet = await Venue("老井微家", "micro-home", village.Org, village.Place, "2024-01-01");
        await county.Recorded(Persona.Officer, "venue-level", ("venue", full.Id), ("level", "county"), ("from", "2023-12-01"), ("to", "2025-06-01"));
        await county.Recorded(Persona.Officer, "venue-level", ("venue", full.Id), ("level", "city"), ("from", "2025-06-01"));
        foreach (var (title, kind) in new[] { ("妇女之家工作制度", "women-home"), ("执委轮值制度", "exec"), ("妇女议事会议制度", "council") })
            await county.Recorded(Persona.Officer, "work-rule", ("title", title), ("kind", kind), ("org", village.Org), ("place", village.Place), ("from", "2024-01-01"));
        for (var i = 0; i < 9; i++)
        {
            await Held("meeting", i % 3 == 0 ? "执委碰头会" : "村里修路占了谁家的地、庭院评比怎么评、公益岗给谁，大家坐下来议一议", i % 3 == 0 ? "execs" : i % 3 == 1 ? "study" : "council", i * 30, full.Id, 8 + i, ("agenda", text), ("resolutions", i % 2 == 0 ? "同意，下周办。" : null));
            await Held("activity", i == 0 ? "庭院小课堂" : $"第 {i} 场亲子阅读", i % 4 == 1 ? "training" : "shared-reading", i * 25, full.Id, 20 + i, ("note", i % 2 == 0 ? text : null));
        }
        var now = await Held("activity", "“书香润万家”亲子阅读分享会暨假期安全教育第一课", "shared-reading", 0, full.Id, null, ("starts", "14:00"));
        foreach (var woman in village.People.Take(6)) await county.Recorded(Persona.Exec, "sign-in", ("activity", now.Id), ("person", woman.Id));
        var past = await Held("activity", "重阳敬老", "celebration", 35, full.Id, 40);
        for (var i = 0; i < 14; i++) await county.Recorded(Persona.Officer, "activity", ("title", "宣讲" + i), ("kind", "talk"), ("date", today.AddDays(-i)), ("org", county.Village2.Org), ("place", county.Village2.Place), ("participants", 5));
        var token = new SignInCode(now.Id, county.Facts.Signed[Persona.Exec].Account, today).Write(county.Services.GetRequiredService<Vault>());
        string File(long org) => $"/organizations/{organizations.Find(org)!.Entry}";
        return
        [
            new("organization-village", Persona.Exec, File(village.Org)),
            new("organization-township", Persona.Officer, File(township.Org)),
            new("organization-empty", Persona.Officer2, File(county.Facts.Villages[5].Org)),
            new("organization-print", Persona.Officer, File(village.Org), Print: true),
            new("chart", Persona.CountyStaff, "/organizations/chart"),
            new("chart-folded", Persona.CountyStaff, "/organizations/chart?fold=true"),
            new("chart-village", Persona.Exec, "/organizations/chart"),
            new("chart-print", Persona.CountyStaff, "/organizations/chart", Print: true),
            new("venue", Persona.Exec, $"/venues/{full.Id}"),
            new("venue-quiet", Persona.Officer, $"/venues/{quiet.Id}"),
            new("book-meetings", Persona.Exec, $"/venues/{full.Id}/books/meetings?period=2026"),
            new("book-studies-print", Persona.Exec, $"/venues/{full.Id}/books/studies?period=2026", Print: true),
            new("book-activities-print", Persona.Exec, $"/venues/{full.Id}/books/activities?period=2026", Print: true),
            new("book-empty", Persona.Officer, $"/venues/{quiet.Id}/books/activities?period=2026"),
            new("sign-in-screen", Persona.Exec, $"/activities/{now.Id}/sign-in"),
            new("sign-in-past", Persona.Exec, $"/activities/{past.Id}/sign-in"),
            new("sign-in-paper", Persona.Exec, $"/activities/{now.Id}/sign-in/paper"),
            new("sign-in-paper-print", Persona.Exec, $"/activities/{now.Id}/sign-in/paper?phone=true", Print: true),
            new("sign-in-phone", null, $"/s/{token}"),
            new("sign-in-phone-error", null, $"/s/{token}", async p => { await p.FillAsync("#Name", "7"); await p.ClickAsync("form.stack button"); await p.WaitForLoadStateAsync(); }),
            new("sign-in-phone-over", null, "/s/nonsense", _ => Task.CompletedTask),
            new("map", Persona.CountyStaff, "/measures/activity.participants/map?period=2026"),
            new("map-share", Persona.CountyStaff, "/measures/care.coverage/map?period=2026Q4"),
            new("map-township", Persona.Officer, "/measures/visit.times/map?period=2026"),
            new("map-village", Persona.Exec, "/measures/visit.times/map?period=2026"),
            new("map-print", Persona.CountyStaff, "/measures/activity.sessions/map?period=2026", Print: true),
            new("activity-details", Persona.Exec, $"/r/activity/{now.Id}"),
        ];
    }
}
