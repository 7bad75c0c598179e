using System.IO.Compression;
using HalfSky.Platform.Documents;
using HalfSky.Tests;

namespace HalfSky.Browser;

/// <summary>The year's summary in a real browser: from last year's document to one that is published, signed by a second person and exported.</summary>
public sealed class ReportJourneys(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Last_years_document_becomes_this_years_published_countersigned_exported_summary()
    {
        await using var county = await County.Start(listen: true);
        var village = county.Village1;
        foreach (var (person, days) in new[] { (0, 3), (1, 40), (2, 41), (0, 70), (1, 370), (2, 380) })
            await Visited(person, days);
        var file = Path.Combine(Path.GetTempPath(), $"last-{Guid.NewGuid():n}.docx");
        await File.WriteAllBytesAsync(file, OfficialWriter.Write(new()
        {
            Title = "镇妇联2025年工作总结", Date = new(2025, 12, 20), Signer = "镇妇联",
            Blocks =
            [
                new Heading(1, "关心关爱有温度"), new Paragraph("2025年，全镇各级妇联走访联系妇女儿童和困难家庭2次，其中季走访2次，把关怀送到家门口。"),
                new Paragraph("举办剪纸兴趣课8场，大家说好。"), new Heading(1, "下一步打算"), new Paragraph("继续把走访做实。"),
            ],
        }), TestContext.Current.CancellationToken);
        var officer = await chromium.Page(county, Persona.Officer, 1440, 900);

        // Nothing chosen: the form says so and keeps what was typed.
        await officer.GotoAsync("/reports/new");
        await officer.CheckAsync("input[name=Template][value=file]");
        await officer.FillAsync("#Title", "青石镇妇联2026年工作总结");
        await officer.ClickAsync("button.primary");
        await officer.Locator(".err", new() { HasText = "请选一份去年的总结" }).WaitForAsync();
        Assert.Equal("青石镇妇联2026年工作总结", await officer.InputValueAsync("#Title"));

        // Last year's words are kept; its numbers are recognised and confirmed at once.
        await officer.CheckAsync("input[name=Template][value=file]");
        await officer.SetInputFilesAsync("input[name=file]", file);
        await officer.ClickAsync("button.primary");
        await officer.WaitForURLAsync("**/learn");
        Assert.Equal(3, await officer.Locator(".learnt").CountAsync());
        await officer.Locator(".learnt").Nth(0).Locator("label:has(b:text-is('走访'))").ClickAsync();
        await officer.Locator(".learnt").Nth(1).Locator("label:has(b:text-is('走访（季走访）'))").ClickAsync();
        await officer.Locator(".learnt").Nth(2).Locator("label").Last.ClickAsync();
        await officer.ClickAsync("button.primary");
        await officer.WaitForURLAsync(u => !u.EndsWith("/learn", StringComparison.Ordinal));
        var address = new Uri(officer.Url).AbsolutePath;
        Assert.Contains("把关怀送到家门口", await officer.InnerTextAsync(".paper"), StringComparison.Ordinal);
        Assert.Equal("4", await officer.Locator(".paper a.f").First.InnerTextAsync());
        await officer.Locator(".ck", new() { HasText = "1 处没出处" }).WaitForAsync();

        // A sentence of her own with a figure found by two words.
        await officer.Locator("a.gap").Nth(2).ClickAsync();
        await officer.Locator("#add .chips").ClickAsync();
        await officer.Keyboard.TypeAsync("走访到的家庭有");
        await officer.FillAsync("#add .find input", "走访户");
        await officer.Locator("#add [data-insert]", new() { HasText = "插进来" }).First.WaitForAsync();
        await officer.Locator("#add [data-insert='{visit.households}']").First.ClickAsync();
        await officer.ClickAsync("#add form.o1 .btn.dark");
        await officer.Locator(".paper p", new() { HasText = "走访到的家庭有" }).WaitForAsync();

        // The county remarks on it, on the township's paper but not with its pen.
        var county2 = await chromium.Page(county, Persona.CountyStaff, 1440, 900);
        await county2.GotoAsync(address);
        Assert.Equal(0, await county2.Locator(".blk .edit").CountAsync());
        await county2.FillAsync("#say textarea", "剪纸课有没有台账？没有就别写场数。");
        await county2.ClickAsync("#say form:last-of-type button");
        await officer.ReloadAsync();
        await officer.Locator("#say", new() { HasText = "剪纸课有没有台账" }).WaitForAsync();
        await officer.Locator(".blk", new() { HasText = "剪纸" }).Locator(".edit").ClickAsync();
        await officer.Locator(".adder .chips").FillAsync("办了剪纸兴趣课，大家说好。");
        await officer.Locator(".adder .btn.dark").ClickAsync();
        await officer.ClickAsync("#say form[action$='/dealt'] button");
        Assert.Equal(0, await officer.Locator(".ck", new() { HasText = "没出处" }).CountAsync());

        // Published: locked; she cannot sign for herself, the second person can.
        await officer.ClickAsync("a.btn.primary[href$='/publish']");
        await officer.ClickAsync("aside button.primary");
        await officer.ClickAsync("dialog[open] button[value=yes]");
        await officer.WaitForURLAsync("**/published/1");
        Assert.Equal(0, await officer.Locator("form[action$='/sign']").CountAsync());
        await county2.GotoAsync(address + "/published/1");
        await county2.ClickAsync("form[action$='/sign'] button");
        await county2.Locator(".ck", new() { HasText = "复核过" }).WaitForAsync();

        // What comes later is told, the paper stays.
        await Visited(0, 9);
        await officer.ReloadAsync();
        Assert.Equal("4", await officer.Locator(".paper a.f").First.InnerTextAsync());
        await officer.Locator(".ck", new() { HasText = "变了" }).WaitForAsync();
        await officer.Locator(".paper a.f.moved").First.ClickAsync();
        await officer.Locator("text=补录").First.WaitForAsync();
        await officer.GoBackAsync();

        var download = await officer.RunAndWaitForDownloadAsync(() => officer.ClickAsync("a[href*='form=docx']"));
        Assert.EndsWith(".docx", download.SuggestedFilename, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(await download.PathAsync());
        using var document = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var words = System.Text.RegularExpressions.Regex.Replace(await document.ReadToEndAsync(TestContext.Current.CancellationToken), "<[^>]+>", "");
        Assert.Contains("困难家庭4次，其中季走访4次", words, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", words, StringComparison.Ordinal);
        File.Delete(file);

        // Verified: only what is verified is published.
        async Task Visited(int person, int days)
        {
            var visit = await county.Recorded(Persona.Officer, "visit", ("person", village.Care[person % village.Care.Count].Person), ("date", county.Clock.Today.AddDays(-days)), ("kind", "quarterly"), ("mode", "home"));
            await county.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id));
        }
    }
}
