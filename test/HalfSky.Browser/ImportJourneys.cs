using System.Text;
using HalfSky.Platform.Imports;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Tests;
using HalfSky.Tests.Modules.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Browser;

/// <summary>Workbooks in a real browser: last year moved in by the guide, and the county's own form filled each month.</summary>
public sealed class ImportJourneys(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Last_year_is_moved_in_by_the_guide_and_the_months_form_is_filled()
    {
        await using var county = await County.Start(listen: true);
        var village = county.Village1.Name;
        var officer = await chromium.Page(county, Persona.Officer, 1440, 900);
        var folder = Directory.CreateTempSubdirectory("halfsky-import-").FullName;
        async Task<string> File(string name, string text)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, name), text, Encoding.UTF8, TestContext.Current.CancellationToken);
            return Path.Combine(folder, name);
        }

        // The guide says what is missing and leads on; a file of something else is refused beside its field.
        await officer.GotoAsync("/imports");
        await officer.Locator("tr", new() { HasText = "人员台账" }).Locator("a.btn").ClickAsync();
        await officer.SetInputFilesAsync("#file", await File("不是.csv", "颜色,大小\n红,3\n"));
        await officer.ClickAsync("main button.primary");
        await officer.Locator(".err", new() { HasText = "没有找到表头" }).WaitForAsync();

        // Last year's list of people: looked at, a column chosen otherwise, then written.
        await officer.SetInputFilesAsync("#file", await File("人员.csv", $"2025年妇女儿童花名册,,,,\n序号,姓名,性别,出生年月日,所在村,学历情况\n1,金小满,女,1985.3.8,{village},初中\n2,金大暑,女,1990年7月23日,{village},高中\n3,金冬至,女,十二月,{village},小学\n合计,3人,,,,\n"));
        await officer.ClickAsync("main button.primary");
        await officer.Locator(".note", new() { HasText = "3 行 = 可以导入 2 行" }).WaitForAsync();
        await officer.Locator("tr", new() { HasText = "学历情况" }).Locator("select").SelectOptionAsync("education");
        await officer.ClickAsync("button:has-text('按这样再看一遍')");
        await officer.Locator("tr", new() { HasText = "学历情况" }).Locator("td", new() { HasText = "初中" }).WaitForAsync();
        await officer.ClickAsync("button:has-text('导入 2 行')");
        await county.Services.GetRequiredService<ImportJob>().Run(TestContext.Current.CancellationToken);
        await officer.ReloadAsync();
        await officer.Locator(".note", new() { HasText = "3 行 = 导入 2 行 + 没有导入 1 行" }).WaitForAsync();
        await officer.GotoAsync("/r/person?q=金小满");
        await officer.Locator("#ledger", new() { HasText = "金小满" }).WaitForAsync();

        // Last year's visits to them.
        await officer.GotoAsync("/r/visit/import");
        await officer.SetInputFilesAsync("#file", await File("走访.csv", $"2025年走访台账,,,\n走访对象,所属村,走访时间,走访方式\n金小满,{village},3月8日,入户\n金大暑,{village},3月9日,电话\n"));
        await officer.ClickAsync("main button.primary");
        await officer.ClickAsync("button:has-text('导入 2 行')");
        await county.Services.GetRequiredService<ImportJob>().Run(TestContext.Current.CancellationToken);
        await officer.ReloadAsync();
        await officer.Locator(".note", new() { HasText = "2 行 = 导入 2 行" }).WaitForAsync();
        await officer.GotoAsync("/imports");
        Assert.Equal("2", await officer.Locator("tr", new() { HasText = "走访台账" }).Locator("td.num").InnerTextAsync());

        // The county's own form, handed in once, filled for a month.
        var form = Path.Combine(folder, "月报.xlsx");
        await System.IO.File.WriteAllBytesAsync(form, SampleWorkbook.People(["序号", "地点", "对象", "走访日期", "方式"]), TestContext.Current.CancellationToken);
        await officer.GotoAsync("/forms/new?register=visit");
        await officer.SelectOptionAsync("select[name=Register]", "visit");
        await officer.SetInputFilesAsync("input[type=file]", form);
        await officer.ClickAsync("main button.primary");
        await officer.ClickAsync("button:has-text('存下，以后照这样填')");
        await officer.GotoAsync("/forms?register=visit");
        await officer.Locator("a[href$='/fill']").First.ClickAsync();
        await officer.FillAsync("input[name=from]", "2025-03-01");
        await officer.FillAsync("input[name=to]", "2025-03-31");
        var download = await officer.RunAndWaitForDownloadAsync(() => officer.ClickAsync("main button.primary"));
        var filled = SourceBook.Read(await System.IO.File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken), "月报.xlsx").Sheets[0];
        Assert.Equal(["2025-03-08", "2025-03-09"], filled.Rows.SelectMany(r => r.Cells).Where(c => c.Type is SourceType.Day || c.Text?.StartsWith("2025-03", StringComparison.Ordinal) == true).Select(c => c.Text).Order());
        Directory.Delete(folder, recursive: true);
    }
}
