using System.Text;
using HalfSky.Tests;
using HalfSky.Tests.Modules.Notices;
using Microsoft.Playwright;

namespace HalfSky.Browser;

/// <summary>A table from above, through the villages and back, in a real browser.</summary>
public sealed class CollectionJourneys(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Villages = 71;

    [Fact]
    public async Task A_table_from_above_goes_to_71_villages_and_comes_back_as_the_same_workbook()
    {
        await using var county = await County.Start(listen: true);
        var others = await ManyVillages.Grow(county, Villages);
        var names = county.Facts.Townships[0].Villages.Select(v => v.Name).Concat(others.Select(o => o.Name)).ToList();
        var (incoming, deadline) = (SampleWorkbook.People(spoil: SampleWorkbook.ForPaper), county.Clock.Today.AddDays(7));
        var officer = await chromium.Page(county, Persona.Officer);

        // The notice: recorded, sent to all villages in one press.
        await officer.GotoAsync("/r/notice/new");
        await officer.GetByLabel("标题").FillAsync("关于摸清底数的通知");
        await officer.GetByLabel("要回复什么").FillAsync("填好附表");
        await officer.GetByLabel("回复期限").FillAsync(deadline.ToString("yyyy-MM-dd"));
        await officer.ClickAsync("button[value=save]");
        await officer.Locator("a[href^='/notices/']").First.ClickAsync();
        await officer.ClickAsync("button[name=all][value=true]");
        await Says(officer, $"回复 0/{Villages}");

        // The table that came with it: chosen, its columns confirmed, given out.
        await officer.ClickAsync("a[href^='/collections/new']");
        await officer.SetInputFilesAsync("#file", new FilePayload { Name = "摸底表.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = incoming });
        await officer.FillAsync("#Deadline", deadline.ToString("yyyy-MM-dd"));
        await officer.ClickAsync(".next button");
        await officer.WaitForURLAsync("**/columns");
        Assert.Equal("village", await officer.Locator("select[name=fills]").Nth(1).InputValueAsync());
        await officer.ClickAsync("button[name=all][value=true]");
        await Says(officer, $"交了 0/{Villages}");
        var address = new Uri(officer.Url).AbsolutePath;

        // Sixty-six villages send theirs while the others are at work; the last two let the day pass.
        var scores = others.Select((_, i) => 40 + i % 50).ToList();
        Task HandIn(int i) => others[i].Post(address + "/fill", ("rows", "1"), ("c-0-2", others[i].Exec), ("c-0-4", $"139000{i:00000}"), ("c-0-5", scores[i].ToString()), ("act", "submit"));
        var sending = Task.Run(async () => { for (var i = 0; i < others.Count - 2; i++) await HandIn(i); });

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
        await Says(phone, "交上去了，1 行");

        // The second village's is sent back with a reason, put right and handed in again.
        var second = await chromium.Page(county, Persona.Exec2, 390, 844);
        await second.GotoAsync(address);
        await second.FillAsync("#c-0-2", "李四");
        await second.FillAsync("#c-0-5", "6");
        await second.Locator("button[value=submit]").TapAsync();
        await Says(second, "交上去了，1 行");
        await officer.GotoAsync(address);
        await Row(officer, names[1]).Locator("summary", new() { HasText = "退回" }).ClickAsync();
        await Row(officer, names[1]).Locator("input[name=reason]").FillAsync("分少写了一位，请对照评分表");
        await Row(officer, names[1]).Locator("form[action$='/return'] button").ClickAsync();
        await Row(officer, names[1]).Locator(".cue", new() { HasText = "退回要改" }).WaitForAsync();
        await second.GotoAsync(address);
        await Says(second, "分少写了一位，请对照评分表");
        Assert.Equal("李四", await second.InputValueAsync("#c-0-2"));
        await second.FillAsync("#c-0-5", "65");
        await second.Locator("button[value=submit]").TapAsync();
        await Says(second, "交上去了，1 行");

        // The third's list is pasted into its grid by the township.
        await Row(officer, names[2]).Locator("a.lnk").ClickAsync();
        await officer.ClickAsync("details.fold summary");
        await officer.FillAsync("textarea[name=pasted]", "姓名\t身份证号\t联系电话\t困难程度（分）\n王五\t11010119900307213X\t139 8765 4321\t70\n");
        await officer.ClickAsync("button[value=paste]");
        await Says(officer, "放进去 1 行");
        await officer.ClickAsync("button[value=submit]");
        await sending;
        await officer.GotoAsync(address);
        await Says(officer, $"交了 {Villages - 2}/{Villages}");

        // Two days too late: who owes stands on top and in the words for the group. One sends it herself, the other's is pasted beside its name.
        await county.Move(deadline.AddDays(2));
        await officer.GotoAsync(address);
        Assert.Equal([names[^2] + "妇联", names[^1] + "妇联"], await officer.Locator("tbody tr:has(.cue:has-text('没交，过期 2 天')) td.title").AllInnerTextsAsync());
        Assert.Contains($"还没交的 2 个：{names[^2]}妇联、{names[^1]}妇联", await officer.Locator("[data-copies] textarea").InputValueAsync(), StringComparison.Ordinal);
        await HandIn(others.Count - 2);
        await officer.ClickAsync("#spread summary");
        await officer.FillAsync("#spread textarea", $"{names[^1]}\t{others[^1].Exec}\t\t139000{others.Count - 1:00000}\t{scores[^1]}\n");
        await officer.ClickAsync("#spread button");
        await Says(officer, $"交了 {Villages}/{Villages}");
        await officer.Locator(".cue.late", new() { HasText = "晚交 2" }).WaitForAsync();
        Assert.Equal([names[^2] + "妇联", names[^1] + "妇联"], await officer.Locator("tbody tr:has(.cue.late:has-text('晚了')) td.title").AllInnerTextsAsync());
        Assert.Contains($"{Villages} 个组织都交了", await officer.Locator("[data-copies] textarea").InputValueAsync(), StringComparison.Ordinal);

        // Looked through, put together, sent up.
        await officer.ClickAsync("form.p[action$='/check'] button");
        await Says(officer, "核过 71 个");
        await officer.ClickAsync("a.btn.primary[href$='/merge']");
        await Says(officer, $"共 {Villages} 行");
        var total = 80 + 65 + 70 + scores.Sum();
        await officer.Locator("dl.kv dd", new() { HasText = total.ToString("#,##0") }).First.WaitForAsync();
        var download = await officer.RunAndWaitForDownloadAsync(() => officer.ClickAsync("form button.primary"));
        var filled = await File.ReadAllBytesAsync(await download.PathAsync());
        SameWorkbook(incoming, filled);
        string[][] rows =
        [
            ["1", names[0], "王小花", "", "", "80"], ["2", names[1], "李四", "", "", "65"], ["3", names[2], "王五", "11010119900307213X", "13987654321", "70"],
            .. others.Select((o, i) => new[] { (i + 4).ToString(), o.Name, o.Exec, "", $"139000{i:00000}", scores[i].ToString() }),
        ];
        Assert.Equal(rows, Block(filled));

        if (!LibreOffice.IsHere) return;
        // Another program opens it, computes the totals and saves the same table.
        var saved = await LibreOffice.Convert(filled, "xlsx");
        Assert.Equal(rows, Block(saved));
        Assert.Equal([SampleWorkbook.Sheet, "说明"], SampleWorkbook.SheetNames(saved));
        Assert.Equal(SampleWorkbook.Merges(filled, SampleWorkbook.Sheet), SampleWorkbook.Merges(saved, SampleWorkbook.Sheet));
        var lines = Encoding.UTF8.GetString(await LibreOffice.Convert(saved, "csv")).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(rows.Select(r => string.Join(',', r)), lines.Skip(3).Take(Villages));
        Assert.Equal($"合计,,{Villages},,,{total}", lines[3 + Villages]);
    }

    /// <summary>Sheets, styles, views, columns and paper as they came; only the block has grown, and what lies beneath has moved down with its ranges.</summary>
    private static void SameWorkbook(byte[] came, byte[] goes)
    {
        const int more = Villages - 3;
        Assert.Equal(SampleWorkbook.Faults(came), SampleWorkbook.Faults(goes));
        Assert.Equal(SampleWorkbook.Frame(came, SampleWorkbook.Sheet), SampleWorkbook.Frame(goes, SampleWorkbook.Sheet));
        Assert.Equal(["A1:F1", $"A{8 + more}:F{8 + more}"], SampleWorkbook.Merges(goes, SampleWorkbook.Sheet));
        Assert.Equal([$"_xlnm.Print_Area {SampleWorkbook.Sheet}!$A$1:$F${8 + more}", $"_xlnm.Print_Titles {SampleWorkbook.Sheet}!$1:$3"], SampleWorkbook.Names(goes));
        var (before, after) = (SampleWorkbook.Lines(came, SampleWorkbook.Sheet), SampleWorkbook.Lines(goes, SampleWorkbook.Sheet));
        Assert.Equal(before.Take(3), after.Take(3));
        Assert.Equal([.. before.Skip(3).Take(2).Select(Styles), .. Enumerable.Repeat(Styles(before[4]), more), .. before.Skip(5).Select(Styles)], after.Skip(3).Select(Styles));
        Assert.Equal(["合计", "", $"=COUNTA(C4:C{6 + more})", "", "", $"=SUM(F4:F{6 + more})"], after[^2].Select(c => c.Text));
        Assert.Equal(before[^1], after[^1]);

        static uint?[] Styles(IReadOnlyList<(string Text, uint? Style)> line) => [.. line.Select(c => c.Style)];
    }

    /// <summary>The rows between the heads and the total.</summary>
    private static IEnumerable<string[]> Block(byte[] workbook) => SampleWorkbook.Lines(workbook, SampleWorkbook.Sheet).Skip(3).TakeWhile(l => l[0].Text != "合计").Select(l => l.Take(6).Select(c => c.Text).ToArray());

    private static Task Says(IPage page, string text) => page.GetByText(text).First.WaitForAsync();

    private static ILocator Row(IPage page, string village) => page.Locator("tbody tr", new() { HasText = village });
}
