using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using HalfSky.Kernel;
using HalfSky.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Api;

public sealed class ExportTests : IAsyncLifetime
{
    private County county = null!;

    public async ValueTask InitializeAsync() => county = await County.Start(jobs: false);

    public ValueTask DisposeAsync() => county.DisposeAsync();

    [Fact]
    public async Task Who_may_not_export_finds_nothing_and_who_may_not_unseal_gets_masked_names_only()
    {
        await county.Visited(Persona.Exec, county.Village1);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Exec).GetAsync("/r/visit/export.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Auditor).GetAsync("/r/visit/export.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Officer).GetAsync("/r/nothing/export.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Officer).GetAsync("/r/visit/export.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await county.Browser(Persona.Officer).GetAsync("/r/visit/export.csv?colour=red")).StatusCode);
        Assert.Empty(await Exported());
    }

    [Fact]
    public async Task Text_and_workbook_hold_what_the_list_shows()
    {
        var name = county.Village1.People.First(p => p.Id == county.Village1.Care[0].Person).Name;
        await county.Visited(Persona.Exec, county.Village1, "2026-11-20", "monthly", "=1+1");
        await county.Visited(Persona.Exec, county.Village1, "2026-10-20", "quarterly", "不在这个月");
        await county.Visited(Persona.Exec2, county.Village2, "2026-11-19", "monthly", "别的村");
        var bytes = await county.Browser(Persona.Officer).GetByteArrayAsync($"/r/visit/export.csv?month=2026-11&place={county.Village1.Place}");
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        var rows = Csv.Read(new StringReader(text)).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains("'=1+1", text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        Assert.Equal(NameMask.Of(name), rows[1][rows[0].ToList().IndexOf("对象")]);
        Assert.Equal("月联系", rows[1][rows[0].ToList().IndexOf("类型")]);
        var lines = text.Split("\r\n");
        Assert.StartsWith("共 1 条，姓名已打码。", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines[1] + "\r\n"))), lines[2], StringComparison.Ordinal);

        var workbook = await county.Browser(Persona.Officer).GetByteArrayAsync($"/r/visit/export.xlsx?month=2026-11&place={county.Village1.Place}");
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Path?.XPath + " " + e.Description));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var cells = sheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList()).ToList();
        Assert.Equal(3, cells.Count);
        Assert.Equal(rows[0], cells[0].Select(c => c.InnerText));
        var date = cells[1][rows[0].ToList().IndexOf("走访日期")];
        Assert.Equal((46346, null), ((int)double.Parse(date.CellValue!.Text), date.DataType?.Value.ToString()));
        Assert.Equal("=1+1", cells[1][rows[0].ToList().IndexOf("情况")].InnerText);
        Assert.Equal(lines[2].Split('：')[^1], cells[2][0].InnerText.Split('：')[^1]);
        Assert.Equal(OrientationValues.Landscape, sheet.GetFirstChild<PageSetup>()!.Orientation!.Value);
    }

    [Fact]
    public async Task Full_names_and_sealed_fields_only_unmasked_and_it_is_written_down()
    {
        var number = IdNumbers.Valid("110101", "19900307", "122");
        await county.Recorded(Persona.Officer, "person", ("name", "欧阳小雪"), ("sex", "female"), ("idNumber", number), ("place", county.Village1.Place), ("org", county.Village1.Org));
        var masked = await county.Browser(Persona.Officer).GetStringAsync($"/r/person/export.csv?idNumber={number}");
        Assert.Contains("欧**", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("小雪", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("身份证号", masked, StringComparison.Ordinal);
        var full = await county.Browser(Persona.Officer).GetStringAsync($"/r/person/export.csv?idNumber={number}&unmasked=1");
        Assert.Contains("欧阳小雪", full, StringComparison.Ordinal);
        Assert.Contains(number + "\t", full, StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(new MemoryStream(await county.Browser(Persona.Officer).GetByteArrayAsync($"/r/person/export.xlsx?idNumber={number}&unmasked=1")), false);
        Assert.Equal(CellValues.InlineString, document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Single(c => c.InnerText == number).DataType!.Value);
        var events = await Exported();
        Assert.Equal([false, true, true], events.Select(e => (bool)e["unmasked"]!));
        Assert.All(events, e => Assert.Equal(1, (int)e["count"]!));
        Assert.All(events, e => Assert.DoesNotContain(number, e.ToJsonString(), StringComparison.Ordinal));
    }

    private Task<List<JsonNode>> Exported() => county.As(Persona.Admin, async (_, s) =>
        (await s.Db.Set<EventRow>().AsNoTracking().Where(e => e.Verb == "exported").OrderBy(e => e.At).Select(e => e.Payload).ToListAsync()).Select(p => JsonNode.Parse(p!)!).ToList());
}
