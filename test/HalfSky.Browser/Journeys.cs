using HalfSky.Platform.Registers;
using HalfSky.Platform.Search;
using HalfSky.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>The paths people walk, in a real browser over a real database.</summary>
public sealed class Journeys(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_visit_recorded_once_on_a_phone_shows_up_everywhere_and_goes_everywhere_when_returned()
    {
        await using var county = await County.Start(listen: true);
        var village = county.Village1;
        var care = village.Care[0];
        var name = village.People.First(w => w.Id == care.Person).Name;
        var officer = await chromium.Page(county, Persona.Officer);
        var before = await Figures(officer, village.Place);
        var due = await OpenDuty(officer, name);
        Assert.NotNull(due);

        // The exec: her phone opens on her families; every touch is counted.
        var phone = await chromium.Page(county, Persona.Exec, 390, 844);
        var touches = 0;
        async Task Touch(ILocator what)
        {
            await what.First.TapAsync();
            touches++;
        }
        await phone.GotoAsync("/");
        await Touch(phone.Locator($"a[href*='/r/visit/new'][href*='{care.Person}']"));
        await phone.WaitForURLAsync("**/r/visit/new**");
        await Touch(phone.Locator("label.opt:has(input[name=mode][value=home])"));
        await Touch(phone.Locator("textarea[name=note]"));
        await phone.Keyboard.TypeAsync("孩子的助听器坏了，已约周三去修。");
        await Touch(phone.Locator("button[value=save]"));
        await phone.WaitForURLAsync(u => !u.Contains("/new", StringComparison.Ordinal));
        Assert.True(touches <= 6, $"{touches} touches");
        await phone.Locator("text=已存下").First.WaitForAsync();

        // The officer: the ledger, by initials and by two characters of the note.
        foreach (var words in new[] { Pinyin.Initials(name), "助听" })
        {
            await officer.GotoAsync("/r/visit?q=" + Uri.EscapeDataString(words));
            await officer.Locator("table[data-keys] tbody tr", new() { HasText = name }).First.WaitForAsync();
        }
        var address = await officer.Locator("table[data-keys] tbody tr a[data-open]").First.GetAttributeAsync("href");
        await officer.GotoAsync($"/households/{care.Household}");
        await officer.Locator("text=助听器").First.WaitForAsync();
        Assert.Null(await OpenDuty(officer, name));
        var after = await Figures(officer, village.Place);
        Assert.Equal(before.Visits + 1, after.Visits);
        Assert.Equal(before.Covered + 1, after.Covered);
        await officer.GotoAsync($"/measures/visit.times/entries?place={village.Place}&period=2026");
        await officer.Locator("tr", new() { HasText = name }).First.WaitForAsync();
        await officer.GotoAsync($"/summary?place={village.Place}&period=2026");
        Assert.Contains($"走访联系{after.Visits}次", await officer.Locator("article.paper").InnerTextAsync(), StringComparison.Ordinal);
        await officer.Locator("article.paper a.f[href*='/measures/visit.times']").First.ClickAsync();
        await officer.WaitForURLAsync("**/measures/visit.times**");

        // Returned: the duty is open again with its old date, the figures are less one.
        await officer.GotoAsync(address!);
        await officer.FillAsync("form[action$='/return'] input[name=reason]", "没写谁在家");
        await officer.ClickAsync("form[action$='/return'] button");
        await officer.Locator(".note.late", new() { HasText = "没写谁在家" }).First.WaitForAsync();
        Assert.Equal(due, await OpenDuty(officer, name));
        Assert.Equal(before, await Figures(officer, village.Place));
    }

    [Fact]
    public async Task Who_scans_the_code_on_the_wall_signs_in_and_the_wall_counts_her()
    {
        await using var county = await County.Start(listen: true);
        var activity = await county.Recorded(Persona.Exec, "activity", ("title", "亲子阅读"), ("kind", "shared-reading"));
        var wall = await chromium.Page(county, Persona.Exec);
        await wall.GotoAsync($"/activities/{activity.Id}/sign-in");
        Assert.Equal("0", await wall.Locator(".wall-count b").InnerTextAsync());

        var code = new Modules.Activities.SignInCode(activity.Id, county.Facts.Signed[Persona.Exec].Account, county.Clock.Today);
        var phone = await chromium.Page(county, null, 390, 844);
        await phone.GotoAsync("/s/" + code.Write(county.Services.GetRequiredService<Platform.Sealing.Vault>()));
        await phone.FillAsync("#Name", "阿依古丽·买买提");
        await phone.ClickAsync("form.stack button");
        await phone.Locator("text=签到了").First.WaitForAsync();
        await wall.Locator(".wall-count b", new() { HasText = "1" }).WaitForAsync(new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task A_county_defines_a_register_and_has_all_a_shipped_one_has_without_a_restart()
    {
        await using var county = await County.Start(listen: true);
        var page = await chromium.Page(county, Persona.CountyStaff);
        await page.GotoAsync("/admin/registers/new");
        await page.FillAsync("#label", "姐妹驿站活动");
        await Field(page, 0, "主题", "Text");
        await Field(page, 1, "形式", "Kind", "读书\n手工\n义诊");
        await Field(page, 2, "参加人数", "Number");
        await page.ClickAsync("button[value=field]");
        await Field(page, 3, "带头人", "person");
        await page.ClickAsync("button[value=field]");
        await Field(page, 4, "花费", "Money");
        await page.ClickAsync("button[value=field]");
        await Field(page, 5, "联系电话", "Phone");
        await page.ClickAsync("button[value=field]");
        await page.FillAsync("#m0-label", "驿站活动人次");
        await page.SelectOptionAsync("#m0-count", "sum:参加人数");
        await page.SelectOptionAsync("#m0-unit", "人次");
        await page.ClickAsync("button[value=save]");
        await page.WaitForURLAsync("**/r/own-**");
        var key = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        Assert.Contains("姐妹驿站活动台账", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        // Recorded by two execs of two villages, on the form the definition gave.
        foreach (var (who, people, topic) in new[] { (Persona.Exec, 23, "端午缝香囊"), (Persona.Exec2, 19, "亲子读绘本") })
        {
            var exec = await chromium.Page(county, who, 390, 844);
            await exec.GotoAsync($"/r/{key}/new");
            await exec.GetByLabel("主题").FillAsync(topic);
            await exec.Locator("label.opt", new() { HasText = "手工" }).TapAsync();
            await exec.GetByLabel("参加人数").FillAsync(people.ToString());
            await exec.GetByLabel("花费").FillAsync("86.50");
            await exec.GetByLabel("联系电话").FillAsync("13900001234");
            await exec.Locator("button[value=save]").TapAsync();
            await exec.Locator("text=已存下").First.WaitForAsync();
            await exec.Context.CloseAsync();
        }

        await page.GotoAsync($"/r/{key}?q={Uri.EscapeDataString("香囊")}");
        Assert.Equal(1, await page.Locator("table[data-keys] tbody tr").CountAsync());
        await page.GotoAsync($"/r/{key}");
        Assert.Equal(2, await page.Locator("table[data-keys] tbody tr").CountAsync());
        Assert.DoesNotContain("13900001234", await page.ContentAsync(), StringComparison.Ordinal);

        using var http = new HttpClient { BaseAddress = new(county.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", county.Facts.Signed[Persona.CountyStaff].Token);
        var csv = await (await page.Context.APIRequest.GetAsync($"/r/{key}/export.csv")).TextAsync();
        Assert.Contains("端午缝香囊", csv, StringComparison.Ordinal);
        var entries = await http.GetStringAsync($"/api/v1/registers/{key}/entries");
        Assert.Contains("亲子读绘本", entries, StringComparison.Ordinal);
        Assert.DoesNotContain("13900001234", entries, StringComparison.Ordinal);

        var measure = (await county.Reference()).Register(key)!.Measures[0].Key;
        await page.GotoAsync($"/measures/{measure}?period=2026&by=village");
        var text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("42", text, StringComparison.Ordinal);
        Assert.Contains(county.Village1.Name, text, StringComparison.Ordinal);
        Assert.Contains(county.Village2.Name, text, StringComparison.Ordinal);
    }

    private static async Task Field(IPage page, int i, string label, string type, string? kinds = null)
    {
        await page.FillAsync($"#f{i}-label", label);
        await page.SelectOptionAsync($"#f{i}-type", type);
        if (kinds is not null) await page.FillAsync($"#f{i}-kinds", kinds);
    }

    private static async Task<(int Visits, int Covered)> Figures(IPage page, long village)
    {
        var token = await page.Context.APIRequest.GetAsync($"/api/v1/measures/visit.times?place={village}&period=2026");
        var visits = (await token.JsonAsync())!.Value.GetProperty("value").GetInt32();
        var covered = await page.Context.APIRequest.GetAsync($"/api/v1/measures/care.visited?place={village}&period=2026Q4");
        return (visits, (await covered.JsonAsync())!.Value.GetProperty("value").GetInt32());
    }

    /// <summary>The due date of the person's open visit duty as the to-do page shows it; null when none is open.</summary>
    private static async Task<string?> OpenDuty(IPage page, string name)
    {
        await page.GotoAsync("/todo?of=org&show=all");
        var row = page.Locator("main .due", new() { HasText = name, Has = page.Locator("a[href*='/r/visit/new']") });
        return await row.CountAsync() == 0 ? null : (await row.First.Locator(".cue").InnerTextAsync()).Trim();
    }
}
