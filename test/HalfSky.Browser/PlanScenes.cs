using HalfSky.Platform.Registers;
using HalfSky.Tests;

namespace HalfSky.Browser;

/// <summary>Plans, shares, the calendar, supervision and assessment: full, empty, with long names, refused, on paper.</summary>
internal static class PlanScenes
{
    private const string LongTask = "在全镇七十一个村（社区）的妇女之家各办一场“石榴籽”家庭教育进万家暨假期儿童防溺水防性侵安全教育宣讲，并建好到场台账";

    public static async Task<IReadOnlyList<Scene>> Of(County county, string text)
    {
        var (village, township, today) = (county.Village1, county.Facts.Townships[0], county.Clock.Today);
        Task<Entry> By(string register, params (string, object?)[] values) => county.Recorded(Persona.Officer, register, values);
        var full = await By("plan", ("title", "青禾镇妇联 2026 年工作计划"), ("kind", "year"), ("date", "2026-01-05"), ("from", "2026-01-01"), ("to", "2027-01-01"));
        var empty = await By("plan", ("title", "2025 年专项方案"), ("kind", "campaign"), ("date", "2025-01-05"), ("from", "2025-01-01"), ("to", "2026-01-01"));
        var top = await By("objective", ("plan", full.Id), ("text", "建强阵地和队伍"), ("position", 1));
        var below = await By("objective", ("plan", full.Id), ("text", "每村一个能用的妇女之家"), ("above", top.Id));
        var second = await By("objective", ("plan", full.Id), ("text", "关爱到人到户"), ("position", 2));
        await By("plan-task", ("plan", full.Id), ("objective", below.Id), ("text", LongTask), ("due", "2026-10-31"), ("owner", village.Org), ("aim", 71));
        await By("plan-task", ("plan", full.Id), ("objective", below.Id), ("text", "补齐妇女之家工作制度上墙"), ("due", "2026-12-10"), ("owner", county.Village2.Org));
        await By("plan-task", ("plan", full.Id), ("objective", second.Id), ("text", "春节慰问困难妇女"), ("due", "2026-02-10"), ("done", "2026-02-08"), ("owner", township.Org));
        await By("plan-task", ("plan", full.Id), ("text", "年终总结"), ("due", "2026-12-31"), ("owner", township.Org));
        foreach (var (measure, value, direction) in new[] { ("visit.times", 400, "at-least"), ("care.coverage", 90, "at-least"), ("activity.sessions", 10, "at-least"), ("activity.cost", 20000, "at-most") })
            await By("target", ("plan", full.Id), ("measure", measure), ("period", "2026"), ("place", township.Place), ("value", value), ("direction", direction));
        await By("plan-share", ("plan", full.Id), ("org", village.Org), ("place", village.Place), ("signedOn", "2026-01-10"), ("signer", "王桂兰"));
        await county.Recorded(Persona.Officer, "planned-activity", ("title", LongTask[..40]), ("date", today.AddDays(-3)), ("kind", "talk"));
        await county.Recorded(Persona.Officer, "planned-activity", ("title", "反家暴宣讲"), ("date", "2026-11-25"), ("kind", "talk"), ("festival", "end-violence"));
        await county.Recorded(Persona.Exec, "planned-activity", ("title", "反家暴宣讲进村"), ("date", today), ("kind", "talk"), ("festival", "end-violence"));
        await county.Recorded(Persona.Exec, "planned-activity", ("title", "重阳后补办的敬老"), ("date", today.AddDays(-10)), ("kind", "celebration"), ("festival", "double-ninth"));
        await By("problem", ("text", "三个村的走访记录写得太简单，只有“去了”两个字"), ("found", "inspection"), ("owner", village.Org), ("date", "2026-11-01"), ("deadline", "2026-12-01"));
        var late = await By("supervision", ("title", "任务逾期：" + LongTask), ("org", village.Org), ("date", "2026-11-01"), ("deadline", "2026-11-15"), ("demand", text));
        var soon = await By("supervision", ("title", "走访落后"), ("org", village.Org), ("date", "2026-11-20"), ("deadline", "2026-11-28"));
        await county.Recorded(Persona.Exec, "problem", ("text", "儿童之家没有暖气"), ("found", "self"), ("owner", village.Org), ("deadline", "2026-12-20"));
        var rubric = await By("rubric", ("title", "青禾镇 2026 年妇联工作目标考核"), ("year", 2026));
        await By("rubric-item", ("rubric", rubric.Id), ("text", "走访关爱对象"), ("position", 1), ("points", 40), ("kind", "measure"), ("measure", "visit.times"), ("full", 80));
        await By("rubric-item", ("rubric", rubric.Id), ("text", "走访覆盖率"), ("position", 2), ("points", 40), ("kind", "measure"), ("measure", "care.coverage"), ("full", 90));
        await By("rubric-item", ("rubric", rubric.Id), ("text", "特色工作和创新做法（有佐证材料）"), ("position", 3), ("points", 20), ("kind", "manual"));
        var bare = await By("rubric", ("title", "2025 年考核"), ("year", 2025));
        return
        [
            new("plan", Persona.Officer, $"/plans/{full.Id}"),
            new("plan-print", Persona.Officer, $"/plans/{full.Id}", Print: true),
            new("plan-empty", Persona.Officer, $"/plans/{empty.Id}"),
            new("plan-comparison", Persona.Officer, $"/plans/{full.Id}/comparison"),
            new("plan-comparison-print", Persona.Officer, $"/plans/{full.Id}/comparison", Print: true),
            new("plan-shares", Persona.Officer, $"/plans/{full.Id}/shares"),
            new("plan-shares-error", Persona.Officer, $"/plans/{full.Id}/shares", async p => { await p.FillAsync(".shares input >> nth=0", "40"); await p.ClickAsync("form.card button"); await p.WaitForLoadStateAsync(); }),
            new("plan-shares-empty", Persona.Officer, $"/plans/{empty.Id}/shares"),
            new("plan-sheets-print", Persona.Officer, $"/plans/{full.Id}/shares/sheets", Print: true),
            new("plan-sheets", Persona.Officer, $"/plans/{full.Id}/shares/sheets?org={village.Org}"),
            new("plan-calendar", Persona.Officer, "/calendar?month=2026-11"),
            new("plan-calendar-all", Persona.Officer, "/calendar?month=2026-11&of=all"),
            new("plan-calendar-exec", Persona.Exec, "/calendar?month=2026-11"),
            new("plan-calendar-print", Persona.Officer, "/calendar?month=2026-11", Print: true),
            new("plan-calendar-quiet", Persona.Officer2, "/calendar?month=2027-02"),
            new("plan-occasion-new", Persona.CountyStaff, "/r/occasion/new?name=重阳节&rule=农历九月初九"),
            new("plan-problems", Persona.Officer, "/r/problem"),
            new("plan-supervisions", Persona.Officer, "/r/supervision"),
            new("plan-reply-late", Persona.Exec, $"/supervisions/{late.Id}"),
            new("plan-reply-error", Persona.Exec, $"/supervisions/{soon.Id}", async p => { await p.ClickAsync("button.huge"); await p.WaitForLoadStateAsync(); }),
            new("plan-supervision-new", Persona.Officer, $"/r/supervision/new?org={village.Org}&title=走访落后"),
            new("plan-assessment", Persona.Officer, $"/plans/assessment/{rubric.Id}"),
            new("plan-assessment-error", Persona.Officer, $"/plans/assessment/{rubric.Id}", async p => { await p.FillAsync("#Points", "15"); await p.ClickAsync("form button.primary"); await p.WaitForLoadStateAsync(); }),
            new("plan-assessment-empty", Persona.Officer, $"/plans/assessment/{bare.Id}"),
        ];
    }
}
