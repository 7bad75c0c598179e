using HalfSky.Tests;
using HalfSky.Tests.Modules.Notices;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>A table from above, through the villages and back, in a real browser.</summary>
public sealed class CollectionJourneys(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_table_from_above_goes_to_the_villages_and_comes_back_as_the_same_workbook()
    {
        await using var county = await County.Start(listen: true);
        var officer = await chromium.Page(county, Persona.Officer);

        // The notice: recorded, sent to all villages in one press.
        await officer.GotoAsync("/r/notice/new");
        await officer.GetByLabel("标题").FillAsync("关于摸清底数的通知");
        await officer.GetByLabel("要回复什么").FillAsync("填好附表");
        await officer.GetByLabel("回复期限").FillAsync(county.Clock.Today.AddDays(7).ToString("yyyy-MM-dd"));
        await officer.ClickAsync("button[value=save]");
        await officer.Locator("a[href^='/notices/']").First.ClickAsync();
        await officer.ClickAsync("button[name=all][value=true]");
        await officer.Locator("table tbody tr", new() { HasText = county.Village1.Name }).First.WaitForAsync();

        // The table that came with it: chosen, its columns confirmed, given out.
        await officer.ClickAsync("a[href^='/collections/new']");
        await officer.SetInputFilesAsync("#file", new FilePayload { Name = "摸底表.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = SampleWorkbook.People() });
        await officer.FillAsync("#Deadline", county.Clock.Today.AddDays(7).ToString("yyyy-MM-dd"));
        await officer.ClickAsync(".next button");
        await officer.WaitForURLAsync("**/columns");
        Assert.Equal("village", await officer.Locator("select[name=fills]").Nth(1).InputValueAsync());
        await officer.ClickAsync("button[name=all][value=true]");
        await officer.WaitForURLAsync(u => !u.Contains("/columns", StringComparison.Ordinal));
        var address = new Uri(officer.Url).AbsolutePath;

        // The exec on her phone: from what she owes to the form, a wrong cell, put right, handed in.
        var phone = await chromium.Page(county, Persona.Exec, 390, 844);
        await phone.GotoAsync("/notices");
        await phone.Locator($"a.btn[href='{address}']").TapAsync();
        await phone.FillAsync("#c-0-2", "王小花");
        await phone.FillAsync("#c-0-5", "很多");
        await phone.Locator("button[value=submit]").TapAsync();
        await phone.Locator("td.bad").First.WaitForAsync();
        Assert.Equal("王小花", await phone.InputValueAsync("#c-0-2"));
        await phone.FillAsync("#c-0-5", "80");
        await phone.Locator("button[value=submit]").TapAsync();
        await phone.Locator("text=交上去了，1 行").First.WaitForAsync();

        // The second village has nothing; the third is pasted by the township.
        var second = await chromium.Page(county, Persona.Exec2, 390, 844);
        await second.GotoAsync(address);
        await second.Locator("button[value=zero]").TapAsync();
        await second.Locator("dialog.ask button[value=yes]").TapAsync();
        await second.Locator("text=零报告交上去了").First.WaitForAsync();
        await officer.GotoAsync(address);
        await officer.ClickAsync("#spread summary");
        await officer.FillAsync("#spread textarea", $"{county.Facts.Villages[2].Name}\t李四\t\t\t60\n{county.Facts.Villages[2].Name}\t王五\t\t\t70\n");
        await officer.ClickAsync("#spread button");
        Assert.Contains("3 个组织都交了", await officer.Locator("[data-copies] textarea").InputValueAsync(), StringComparison.Ordinal);

        await officer.GotoAsync(address + "/merge");
        var download = await officer.RunAndWaitForDownloadAsync(() => officer.ClickAsync("form button.primary"));
        var filled = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal(["王小花", "李四", "王五", "合计", "=SUM(F4:F6)"], new[] { "C4", "C5", "C6", "A7", "F7" }.Select(c => SampleWorkbook.Cell(filled, SampleWorkbook.Sheet, c)));
    }
}
