using HalfSky.Tests;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>What is due, in a real browser: a plan up to its first quarter with a supervision answered, and a week of an exec.</summary>
public sealed class DutyJourneys(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_plan_begun_from_last_years_shows_who_is_behind_in_its_first_quarter_and_a_supervision_is_answered()
    {
        await using var county = await County.Start(listen: true);
        var township = county.Facts.Townships[0];
        var plan = await county.Recorded(Persona.Officer, "plan", ("title", "2026 年工作计划"), ("kind", "year"), ("date", "2026-01-05"), ("from", "2026-01-01"), ("to", "2027-01-01"));
        var objective = await county.Recorded(Persona.Officer, "objective", ("plan", plan.Id), ("text", "关爱到人到户"));
        await county.Recorded(Persona.Officer, "target", ("plan", plan.Id), ("objective", objective.Id), ("measure", "visit.times"), ("period", "2026"), ("place", township.Place), ("value", 400));
        var officer = await chromium.Page(county, Persona.Officer, 1440, 900);

        // Next year's from this year's: a draft, looked through, handed in.
        await officer.GotoAsync($"/plans/{plan.Id}");
        await officer.ClickAsync("form[action$='/next'] button");
        await officer.Locator("h1", new() { HasText = "2027 年工作计划" }).WaitForAsync();
        var next = new Uri(officer.Url).AbsolutePath;
        await officer.ClickAsync(".note.soon a[href$='/edit']");
        await officer.ClickAsync("button[value=save]");
        await officer.WaitForURLAsync(u => !u.EndsWith("/edit", StringComparison.Ordinal));

        // The first quarter is over: one visit of four hundred.
        await county.Move(new(2027, 3, 31));
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));
        await officer.GotoAsync(next);
        Assert.Equal(0, await officer.Locator(".note.soon", new() { HasText = "还是草稿" }).CountAsync());
        var row = officer.Locator("section[aria-label='进度'] ~ section tr", new() { HasText = "走访" }).First;
        await row.Locator(".cue.late", new() { HasText = "落后" }).WaitForAsync();
        Assert.Contains("1", await row.Locator("a.fig").InnerTextAsync(), StringComparison.Ordinal);

        // Supervision from that line, of the village that is behind.
        await row.Locator("a[href^='/r/supervision/new']").ClickAsync();
        await officer.SelectOptionAsync("select[name=org]", county.Village1.Org.ToString());
        Assert.StartsWith("指标落后", await officer.InputValueAsync("#f-title"), StringComparison.Ordinal);
        await officer.FillAsync("#f-demand", "四月十日前把没走到的补上。");
        await officer.FillAsync("#f-deadline", "2027-04-10");
        await officer.ClickAsync("button[value=save]");
        await officer.WaitForURLAsync(u => !u.Contains("/new", StringComparison.Ordinal));

        // The chair of the village finds it among her to-dos and answers; a blank answer is refused.
        var chair = await chromium.Page(county, Persona.Chair, 390, 844);
        await chair.GotoAsync("/todo");
        await chair.Locator("nav[aria-label='看哪些'] a", new() { HasText = "全部" }).TapAsync();
        await chair.Locator(".due", new() { HasText = "答复督办" }).Locator("a.btn").TapAsync();
        await chair.WaitForURLAsync(u => u.Contains("/supervisions/", StringComparison.Ordinal));
        await chair.Locator("button.huge").TapAsync();
        await chair.Locator(".err").WaitForAsync();
        await chair.FillAsync("textarea[name=Reply]", "四月五日前走完第一网格，其余十日前走完。");
        await chair.Locator("button.huge").TapAsync();
        await chair.Locator("text=答复交了").First.WaitForAsync();
        await chair.GotoAsync("/todo?show=all");
        Assert.Equal(0, await chair.Locator(".due", new() { HasText = "答复督办" }).CountAsync());

        await officer.GotoAsync("/r/supervision");
        await officer.Locator("table[data-keys] tbody tr a[data-open]", new() { HasText = "指标落后" }).First.ClickAsync();
        await officer.Locator("text=四月五日前走完第一网格").First.WaitForAsync();
    }

    [Fact]
    public async Task An_exec_does_her_week_on_her_phone()
    {
        await using var county = await County.Start(listen: true);
        await county.Move(new(2026, 11, 26));
        var village = county.Village1;
        foreach (var name in new[] { "赵春兰", "孙玉梅", "周红霞" }) await DutyScenes.Family(county, name, village.Grids[0]);
        await county.Recorded(Persona.Officer, "contact-area", ("exec", village.ExecPost), ("place", village.Grids[0]), ("women", 20), ("from", "2026-01-01"), ("org", village.Org));
        var list = await DutyScenes.Open(county, "contact-area.monthly", village.Org);
        var phone = await chromium.Page(county, Persona.Exec, 390, 844);
        var touches = 0;
        async Task Touch(ILocator what)
        {
            await what.First.TapAsync();
            touches++;
        }

        // Her workbench: what is to be done above, her families below.
        await phone.GotoAsync("/");
        var (todo, family) = (await phone.Locator("a.ptodo").First.BoundingBoxAsync(), await phone.Locator(".fam").First.BoundingBoxAsync());
        Assert.True(todo!.Y < family!.Y);

        // A visit from her to-dos, every touch counted.
        await Touch(phone.Locator("nav.tabs a[href='/todo']"));
        await phone.WaitForURLAsync("**/todo");
        var (open, visits) = (await Open(phone), await Visits(phone, village.Place));
        await Touch(phone.Locator("nav[aria-label='看哪些'] a", new() { HasText = "全部" }));
        await Touch(phone.Locator(".due a.btn[href^='/r/visit/new']"));
        await phone.WaitForURLAsync("**/r/visit/new**");
        await Touch(phone.Locator("label.opt:has(input[name=mode][value=home])"));
        await Touch(phone.Locator("textarea[name=note]"));
        await phone.Keyboard.TypeAsync("老人腿好些了，煤已经送到。");
        await Touch(phone.Locator("button[value=save]"));
        await phone.Locator("text=已存下").First.WaitForAsync();
        Assert.True(touches <= 6, $"{touches} touches");
        await phone.GotoAsync("/todo?show=all");
        Assert.True(await Open(phone) < open);
        Assert.Equal(visits + 1, await Visits(phone, village.Place));

        // Her monthly checklist: nobody ticked is refused; two families ticked are two visits.
        await phone.Locator($".due a[href='/todo/{list}'].btn").TapAsync();
        await phone.Locator(".check").First.WaitForAsync();
        var families = await phone.Locator(".check").CountAsync();
        Assert.Equal(5, families);
        await phone.Locator(".pinned button.primary").TapAsync();
        await phone.Locator(".note.late", new() { HasText = "请先勾上" }).WaitForAsync();
        await phone.Locator("label.check").Nth(0).TapAsync();
        await phone.Locator("label.check").Nth(1).TapAsync();
        await phone.Locator(".pinned button.primary").TapAsync();
        await phone.Locator("text=记下了 2 户").First.WaitForAsync();
        Assert.Equal($"2/{families} 户", await phone.Locator("form.card .ch .right").InnerTextAsync());
        Assert.Equal(visits + 3, await Visits(phone, village.Place));

        // The sheet of the week has what is left.
        await phone.GotoAsync("/todo/week");
        await phone.Locator("tr", new() { HasText = $"月联系 2/{families}" }).First.WaitForAsync();

        // Typed, not saved, the page lost: it is there again. Two presses are one visit.
        var form = $"/r/visit/new?person={village.People[0].Id}";
        await phone.GotoAsync(form);
        await phone.FillAsync("textarea[name=note]", "信号断了之前写的半句");
        await phone.WaitForTimeoutAsync(700);
        await phone.ReloadAsync();
        await phone.Locator("text=已恢复上次没存的内容").WaitForAsync();
        Assert.Equal("信号断了之前写的半句", await phone.InputValueAsync("textarea[name=note]"));
        await phone.Locator("label.opt:has(input[name=mode][value=home])").TapAsync();
        await phone.Locator("button[value=save]").DblClickAsync();
        await phone.Locator("text=已存下").First.WaitForAsync();
        Assert.Equal(visits + 4, await Visits(phone, village.Place));
        await phone.GotoAsync(form);
        Assert.Equal("", await phone.InputValueAsync("textarea[name=note]"));
    }

    /// <summary>What the tab “all” says is open.</summary>
    private static async Task<int> Open(IPage page) =>
        int.Parse(await page.Locator("nav[aria-label='看哪些'] a", new() { HasText = "全部" }).Locator("span").InnerTextAsync());

    private static async Task<int> Visits(IPage page, long village) =>
        (await (await page.Context.APIRequest.GetAsync($"/api/v1/measures/visit.times?place={village}&period=2026")).JsonAsync())!.Value.GetProperty("value").GetInt32();
}
