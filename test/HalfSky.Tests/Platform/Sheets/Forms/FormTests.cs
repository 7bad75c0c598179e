using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using HalfSky.Browser;
using HalfSky.Kernel;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets.Forms;
using HalfSky.Tests.Modules.Notices;
using HalfSky.Tests.Platform.Api;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Sheets.Forms;

/// <summary>The county's own form, uploaded empty once, comes back filled from the ledgers cell for cell.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private const int Rows = 300, By = Rows - (SampleForm.Last - SampleForm.First + 1), Total = SampleForm.Total + By;
    private County county = null!;

    public async ValueTask InitializeAsync() => county = await County.Start(jobs: false);

    public ValueTask DisposeAsync() => county.DisposeAsync();

    [Fact]
    public async Task Who_may_not_export_finds_no_form_and_what_is_no_form_is_refused()
    {
        foreach (var persona in new[] { Persona.Exec, Persona.Auditor, Persona.Stranger })
            foreach (var path in new[] { "/forms", "/forms/new", "/forms?register=visit" }) await county.Page(persona, path, HttpStatusCode.NotFound);
        await county.Page(Persona.Chair, "/forms/new", HttpStatusCode.NotFound);
        await county.Page(Persona.Officer, "/forms/new?register=nothing", HttpStatusCode.NotFound);
        Assert.Contains("还没有表样", (await county.Page(Persona.Chair, "/forms?register=visit")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var (content, says) in new[] { (WithMacros(), "宏"), ([1, 2, 3], "xlsx"), (SampleWorkbook.People(heads: ["一", ""], spoil: WithoutCaptions), "没有找到要填的地方"), (SampleWorkbook.People(spoil: d => d.WorkbookPart!.AddNewPart<ConnectionsPart>().Connections = new()), "断开链接") })
        {
            using var answer = await Upload(content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var other = await Upload(SampleForm.Make(), register: "nothing")) Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

        var id = await Uploaded(SampleForm.Make());
        using (var twice = await Upload(SampleForm.Make())) Assert.Contains("叫这个名字", await twice.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Not looked at yet: nobody fills it, who brought it is led to it.
        await county.Page(Persona.Chair, $"/forms/{id}/fill", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.Redirect, (await county.Browser(Persona.Officer).GetAsync($"/forms/{id}/fill")).StatusCode);
        using (var unknown = await Bind(id, ("other:慰问支出（万元）", "没有这个数"))) Assert.Contains("没有叫“没有这个数”的数字", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var bad = await Bind(id, ("last", "3"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        using (var bound = await Bind(id)) Assert.Equal($"/forms/{id}/fill", bound.Headers.Location!.ToString());
        foreach (var persona in new[] { Persona.Exec, Persona.Officer2, Persona.Auditor })
            foreach (var path in new[] { $"/forms/{id}", $"/forms/{id}/fill", $"/forms/{id}/fill?place={county.Village1.Place}" }) await county.Page(persona, path, HttpStatusCode.NotFound);
        using (var chair = await county.PostForm(Persona.Chair, $"/forms/{id}/remove", [], from: "/me/tokens")) Assert.Equal(HttpStatusCode.NotFound, chair.StatusCode);
        Assert.Equal($"/forms/{id}/fill", (await county.Browser(Persona.Chair).GetAsync($"/forms/{id}")).Headers.Location!.ToString());
        Assert.Contains("早于开始日期", (await county.Page(Persona.Chair, $"/forms/{id}/fill?from=2026-11-02&to=2026-11-01", HttpStatusCode.UnprocessableEntity)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await Events(), e => e.Verb == "exported");
        using (var gone = await county.PostForm(Persona.Officer, $"/forms/{id}/remove", [], from: $"/forms/{id}")) Assert.Equal("/forms", gone.Headers.Location!.ToString());
        await county.Page(Persona.Officer, $"/forms/{id}", HttpStatusCode.NotFound);
        Assert.Equal(["form-added", "form-bound", "form-removed"], (await Events()).Where(e => e.Verb.StartsWith("form-", StringComparison.Ordinal)).Select(e => e.Verb));
    }

    [Fact]
    public async Task A_form_of_three_sheets_is_filled_with_300_rows_cell_for_cell_and_style_for_style()
    {
        var (empty, visits) = (SampleForm.Make(), await Visits());
        var id = await Uploaded(empty);
        var proposed = await county.Page(Persona.Officer, $"/forms/{id}");
        Assert.Equal(["serial", "village", "field:date", "field:person", "field:person.sex", "field:kind", "field:given", "field:note", "computed", "computed"], Chosen(proposed).Take(10));
        Assert.Equal(["serial", "village", "measure:visit.times"], Chosen(proposed).Skip(10).Take(3));
        using (var bound = await Bind(id)) Assert.Equal(HttpStatusCode.Redirect, bound.StatusCode);
        var filled = await Filled(Persona.Officer, id, $"place={county.Facts.Townships[0].Place}&from=2026-11-01&to=2026-11-10");
        Assert.Equal(ReadBook.Faults(empty), ReadBook.Faults(filled));
        var (was, now) = (ReadBook.Sheets(empty), ReadBook.Sheets(filled));
        OutsideTheBlock(was[SampleForm.List], now[SampleForm.List]);
        WithinTheBlock(was[SampleForm.List], now[SampleForm.List], visits);
        Around(was, now, filled);
        var sum = visits.Sum(v => v.Given);
        Assert.Equal((300m, 3m), (now[SampleForm.Cover].Number("B3"), now[SampleForm.Villages].Number("A6")));
        Assert.Equal(("青禾镇妇联", "2026年11月1日至11月10日"), (now[SampleForm.Cover]["B2"].Text, now[SampleForm.Cover]["D2"].Text));
        Assert.Equal(visits.GroupBy(v => v.Village).OrderBy(g => g.Key).Select(g => (decimal)g.Count()), Enumerable.Range(4, 3).Select(r => now[SampleForm.Villages].Number("C" + r)));
        Assert.Equal(visits.GroupBy(v => v.Village).OrderBy(g => g.Key).Select(g => g.Sum(v => v.Given) / 10_000), Enumerable.Range(4, 3).Select(r => now[SampleForm.Villages].Number("D" + r)));

        // A preview that computes nothing shows the totals too.
        var (shown, cover) = (now[SampleForm.List], now[SampleForm.Cover]);
        Assert.Equal((300m, sum, sum * 2, sum, sum), (shown.Number("C305"), shown.Number("G305"), shown.Number("J305"), shown.Number("K307"), cover.Number("B4")));
        Assert.Equal((visits.Max(v => v.Given), 300m, 100m), (cover.Number("D4"), cover.Number("B5"), cover.Number("B6")));
        Assert.SkipUnless(LibreOffice.IsHere, "LibreOffice is not installed here");
        Recalculated(now, filled, await LibreOffice.Convert(filled, "xlsx"), ReadBook.Sheets(await LibreOffice.Convert(empty, "xlsx")), sum);
    }

    [Fact]
    public async Task Names_are_masked_and_sealed_fields_left_out_unless_permitted_and_each_export_is_written_down_and_marked()
    {
        var number = IdNumbers.Valid("110101", "19900307", "122");
        var woman = await county.Recorded(Persona.Officer, "person", ("name", "欧阳小雪"), ("sex", "female"), ("idNumber", number), ("place", county.Village1.Place), ("org", county.Village1.Org));
        await county.Recorded(Persona.Exec, "visit", ("person", woman.Id), ("date", "2026-11-20"), ("kind", "monthly"), ("note", "=1+1"));
        var id = await Uploaded(SampleForm.Make());
        using (var bound = await Bind(id, ("fills:性别", "field:person.idNumber"))) Assert.Equal(HttpStatusCode.Redirect, bound.StatusCode);
        var masked = await Filled(Persona.Chair, id, "from=2026-11-01&to=2026-11-30");
        var list = ReadBook.Sheets(masked)[SampleForm.List];
        Assert.Equal(("欧**", "", "=1+1", null), (list["D5"].Text, list["E5"].Text, list["H5"].Text, list["H5"].Formula));
        // One row of five: the others stay, empty, and totals stay where they were.
        Assert.Equal(("", "=", "SUM(G5:G9)"), (list["A6"].Text, list["J9"].Formula is null ? "" : "=", list["G10"].Formula));
        Assert.False(Platform.Sealing.Place.Holds(county.Folder.Path, number));
        Assert.Equal(HttpStatusCode.OK, (await county.Browser(Persona.Officer).GetAsync($"/forms/{id}/fill?unmasked=1")).StatusCode);
        var full = ReadBook.Sheets(await Filled(Persona.Officer, id, "unmasked=1"))[SampleForm.List];
        Assert.Equal(("欧阳小雪", number), (full["D5"].Text, full["E5"].Text));
        var events = (await Events()).Where(e => e.Verb == "exported").Select(e => JsonNode.Parse(e.Payload!)!).ToList();
        Assert.Equal([false, true, true], events.Select(e => (bool)e["unmasked"]!));
        Assert.All(events, e => Assert.Equal(("form", id.ToString()), ((string)e["format"]!, (string)e["form"]!)));
        // The form's own footer stays beside the mark.
        Assert.StartsWith("&L", list.Footer, StringComparison.Ordinal);
        Assert.Contains("2026-11-23 14:30 导出，姓名已打码，编号 ", list.Footer, StringComparison.Ordinal);
        Assert.EndsWith("&C第 &P 页，共 &N 页", list.Footer, StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(new MemoryStream(masked), false);
        Assert.Contains("导出，姓名已打码", document.CustomFilePropertiesPart!.Properties.InnerText, StringComparison.Ordinal);
        Assert.Null(document.WorkbookPart!.CalculationChainPart);
        Assert.True(document.WorkbookPart.Workbook.CalculationProperties!.FullCalculationOnLoad!.Value);
    }

    [Fact]
    public async Task A_download_that_broke_off_is_taken_up_where_it_was()
    {
        var id = await Uploaded(SampleForm.Make());
        using (var bound = await Bind(id)) Assert.Equal(HttpStatusCode.Redirect, bound.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/forms/{id}/fill?from=2026-11-01&to=2026-11-30");
        request.Headers.Range = new RangeHeaderValue(0, 99);
        using var answer = await county.Browser(Persona.Officer).SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, 100), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task The_command_line_exports_a_register_and_fills_a_form()
    {
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("date", "2026-11-20"), ("kind", "monthly"), ("note", "都好"));
        await county.Recorded(Persona.Exec2, "visit", ("person", county.Village2.People[0].Id), ("date", "2026-10-20"), ("kind", "monthly"), ("note", "都好"));
        var id = await Uploaded(SampleForm.Make());
        Assert.SkipWhen(county.DatabaseName != "sqlite", "one database file is enough for the command");
        var folder = Directory.CreateTempSubdirectory("halfsky-export-").FullName;
        string At(string name) => Path.Combine(folder, name);
        async Task<(int Code, string Text)> Run(params string[] words)
        {
            using var text = new StringWriter();
            return (await Host.Commands.Run(["export", .. words, "--data", county.Folder.Path], text, TextWriter.Null), text.ToString());
        }
        Assert.Equal((1, ""), await Run("nothing", At("a.csv")));
        Assert.Equal((1, ""), await Run("visit", At("a.pdf")));
        Assert.Equal((1, ""), await Run("visit", At("a.csv"), "--place", "没有"));
        Assert.Equal((1, ""), await Run("visit", At("a.xlsx"), "--form", "走访表"));
        using (var bound = await Bind(id)) Assert.Equal(HttpStatusCode.Redirect, bound.StatusCode);
        Assert.Equal((1, ""), await Run("visit", At("a.csv"), "--form", "走访表"));
        Assert.Empty(Directory.GetFiles(folder));

        var (code, text) = await Run("visit", At("a.csv"), "--from", "2026-11-01", "--json");
        var said = JsonNode.Parse(text)!;
        var lines = (await File.ReadAllTextAsync(At("a.csv"))).TrimEnd().Split("\r\n");
        Assert.Equal((0, 1, At("a.csv")), (code, (int)said["rows"]!, (string)said["file"]!));
        Assert.StartsWith("共 1 条，姓名已打码。命令行于", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith((string)said["sha256"]!, lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(county.Village1.People[0].Name, lines[1], StringComparison.Ordinal);
        (code, text) = await Run("visit", At("b.xlsx"), "--unmasked");
        Assert.Equal(0, code);
        Assert.StartsWith("导出了 2 条，写到了", text, StringComparison.Ordinal);
        using (var book = SpreadsheetDocument.Open(At("b.xlsx"), false)) Assert.Contains(county.Village1.People[0].Name, book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText, StringComparison.Ordinal);
        (code, text) = await Run("visit", At("c.xlsx"), "--form", "走访表", "--place", "990101000000", "--json");
        Assert.Equal((0, 5), (code, (int)JsonNode.Parse(text)!["rows"]!));
        var filled = ReadBook.Sheets(await File.ReadAllBytesAsync(At("c.xlsx")));
        Assert.Equal(("2026", "石桥村", NameMask.Of(county.Village1.People[0].Name)), (filled[SampleForm.Cover]["D2"].Text[..4], filled[SampleForm.Villages]["B6"].Text, filled[SampleForm.List]["D5"].Text));
        Assert.Equal(3, (await Events()).Count(e => e.Verb == "exported" && e.Actor == Guid.Empty));
        Directory.Delete(folder, recursive: true);
    }

    private static void OutsideTheBlock(ReadSheet was, ReadSheet now)
    {
        var formulas = new Dictionary<string, string>
        {
            ["C10"] = "COUNTA(C5:C304)", ["G10"] = "SUM(G5:G304)", ["J10"] = "SUM(J5:J304)", ["K10"] = "SUM(K5:K304)", ["K12"] = "J305-G305",
        };
        var bound = new Dictionary<string, string> { ["A2"] = "填报单位：青禾镇妇联　　填报人：", ["B12"] = "" };
        foreach (var (at, cell) in was.Cells.Where(c => RowOf(c.Key) is < SampleForm.First or > SampleForm.Last))
        {
            var moved = now[Moved(at)];
            Assert.Equal((at, cell.Style), (at, moved.Style));
            if (cell.Formula is not null) Assert.Equal((at, formulas[at]), (at, moved.Formula));
            else if (bound.TryGetValue(at, out var text)) Assert.StartsWith(text, moved.Text, StringComparison.Ordinal);
            else Assert.Equal((at, cell.Text), (at, moved.Text));
        }
        Assert.EndsWith("2026年11月23日", now["A2"].Text, StringComparison.Ordinal);
        Assert.Equal(was.Heights.Where(h => h.Key is < SampleForm.First or > SampleForm.Last).Select(h => (h.Key < SampleForm.First ? h.Key : h.Key + By, h.Value)), now.Heights.Where(h => h.Key is < SampleForm.First or >= Total).Select(h => (h.Key, h.Value)));
        Assert.Equal(was.Widths, now.Widths);
        Assert.Equal(was.Cells.Count + By * 11, now.Cells.Count);
    }

    private static void WithinTheBlock(ReadSheet was, ReadSheet now, IReadOnlyList<Visit> visits)
    {
        for (var i = 0; i < Rows; i++)
        {
            var (row, model) = (SampleForm.First + i, i < 4 ? SampleForm.First + i : i == Rows - 1 ? SampleForm.Last : SampleForm.Last - 1);
            foreach (var letter in "ABCDEFGHIJK") Assert.Equal((row, letter, was[$"{letter}{model}"].Style), (row, letter, now[$"{letter}{row}"].Style));
            Assert.Equal(20, now.Heights[row]);
            var v = visits[i];
            Assert.Equal(((i + 1).ToString(CultureInfo.InvariantCulture), v.VillageName, (v.Date.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), NameMask.Of(v.Name), v.Sex, "月联系"),
                (now[$"A{row}"].Text, now[$"B{row}"].Text, now[$"C{row}"].Text, now[$"D{row}"].Text, now[$"E{row}"].Text, now[$"F{row}"].Text));
            Assert.Equal((v.Given, v.Note, ""), (now.Number($"G{row}"), now[$"H{row}"].Text, now[$"I{row}"].Text));
            Assert.Equal(($"G{row}*2", $"G{row}/G$305"), (now[$"J{row}"].Formula, now[$"K{row}"].Formula));
        }
    }

    private static void Around(IReadOnlyDictionary<string, ReadSheet> was, IReadOnlyDictionary<string, ReadSheet> now, byte[] filled)
    {
        var (list, cover, villages) = (now[SampleForm.List], now[SampleForm.Cover], now[SampleForm.Villages]);
        Assert.Equal(new[] { "A1:K1", "A2:K2", "A3:A4", "B3:B4", "C3:F3", "G3:G4", "H3:I4", "J3:J4", "K3:K4", "A305:B305", "A306:K306" }.Concat(Enumerable.Range(5, Rows).Select(r => $"H{r}:I{r}")).Order(StringComparer.Ordinal), list.Merges);
        Assert.Equal(["F5:F304 list 封面!$H$2:$H$4", "G5:G304 decimal 0 $G$305"], list.Choices);
        Assert.Equal(["A5:K304 $G5>$G$305/10"], list.Colours);
        Assert.Equal(was[SampleForm.List].Page.Select(p => p.Replace("id=\"10\"", "id=\"305\"", StringComparison.Ordinal)), list.Page);
        Assert.Equal(["_xlnm.Print_Area 走访名单!$A$1:$K$307", "_xlnm.Print_Titles 走访名单!$1:$4", "名单金额 走访名单!$G$5:$G$304"], ReadBook.Names(filled));
        // Formulas of other sheets that look into the ones that grew.
        Assert.Equal(["走访名单!G305", "MAX(走访名单!G5:G304)", "COUNTA(走访名单!$C$5:$C$304)", "SUM(名单金额)/B5", "AVERAGE('各村情况'!C4:C6)", "\"走访名单!G9：\"&走访名单!$K$305"],
            new[] { "B4", "D4", "B5", "D5", "B6", "D6" }.Select(a => cover[a].Formula));
        Assert.Equal(was[SampleForm.Cover].Cells.Select(c => (c.Key, c.Value.Style)), cover.Cells.Select(c => (c.Key, c.Value.Style)));
        Assert.Equal((was[SampleForm.Cover].Merges, was[SampleForm.Cover].Widths), (cover.Merges, cover.Widths), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
        Assert.Equal(["SUM(C4:C6)", "SUM(D4:D6)", "SUM(E4:E6)"], new[] { "C7", "D7", "E7" }.Select(a => villages[a].Formula));
        Assert.Equal(["槐荫村", "柳溪村", "石桥村"], new[] { "B4", "B5", "B6" }.Select(a => villages[a].Text));
        Assert.Equal([3u, 3u, 4u, 11u], new[] { "C4", "C5", "C6", "C7" }.Select(a => villages[a].Style));
        Assert.Equal(["A1:E1", "A7:B7"], villages.Merges);
    }

    /// <summary>What LibreOffice opened, computed and saved holds the same, and the totals.</summary>
    private static void Recalculated(IReadOnlyDictionary<string, ReadSheet> now, byte[] filled, byte[] saved, IReadOnlyDictionary<string, ReadSheet> empty, decimal sum)
    {
        var again = ReadBook.Sheets(saved);
        Assert.Equal(now.Keys, again.Keys);
        foreach (var (name, sheet) in now)
        {
            foreach (var (at, cell) in sheet.Cells.Where(c => c.Value.Formula is null)) Assert.Equal((name, at, cell.Text), (name, at, again[name][at].Text), (a, b) => a.Item3 == b.Item3 || (decimal.TryParse(a.Item3, out var x) && decimal.TryParse(b.Item3, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && Math.Abs(x - y) < 0.000001m));
            Assert.Equal(sheet.Cells.Count(c => c.Value.Formula is not null), again[name].Cells.Count(c => c.Value.Formula is not null));
            Assert.Equal(sheet.Merges, again[name].Merges);
            Assert.Equal(sheet.Choices.Count, again[name].Choices.Count);
            // It measures columns by a font of its own; those of the empty form alike.
            Assert.Equal(empty[name].Widths, again[name].Widths);
            Assert.All(sheet.Heights, h => Assert.InRange(again[name].Heights[h.Key], h.Value - 0.1, h.Value + 0.1));
        }
        Assert.Equal(now[SampleForm.List].Colours.Count, again[SampleForm.List].Colours.Count);
        Assert.Equal(ReadBook.Names(filled), ReadBook.Names(saved).Where(n => !n.Contains("FilterDatabase", StringComparison.Ordinal)));
        var (list, cover) = (again[SampleForm.List], again[SampleForm.Cover]);
        Assert.Equal((300m, sum, sum * 2), (list.Number("C305"), list.Number("G305"), list.Number("J305")));
        Assert.Equal(1m, Math.Round(list.Number("K305"), 6));
        Assert.Equal((sum, 300m, 100m), (cover.Number("B4"), cover.Number("B5"), Math.Round(cover.Number("B6"), 6)));
        Assert.Equal(sum / 300, Math.Round(cover.Number("D5"), 6), 4);
    }

    private sealed record Visit(long Village, string VillageName, DateOnly Date, string Name, string Sex, decimal Given, string Note);

    /// <summary>300 visits to the women of the first township, in the order the form has them.</summary>
    private async Task<IReadOnlyList<Visit>> Visits()
    {
        var made = new List<(Visit Visit, long Place, Guid Id)>();
        var women = county.Facts.Townships[0].Villages.SelectMany(v => v.People.Take(10).Select(p => (Village: v, Woman: p))).ToList();
        await county.As(Persona.Officer, async (recording, _) =>
        {
            var people = (await recording.Reference(default)).Register("person")!;
            var sexes = new Dictionary<Guid, string>();
            foreach (var (_, woman) in women) sexes[woman.Id] = (string?)people["sex"].Read((await recording.Find(people, woman.Id, recording.User.Scope("person.read")))!) == "male" ? "男" : "女";
            for (var i = 0; i < Rows; i++)
            {
                var (village, woman) = women[i % women.Count];
                var (date, given, note) = (new DateOnly(2026, 11, 1).AddDays(i / women.Count), 100m + i / 2m, i % 7 == 0 ? $"-{i} 号家都好" : $"第{i}次");
                var verdict = await recording.Create("visit", Uuid.New(recording.Clock.Now), County.Typed(("person", woman.Id), ("date", date), ("kind", "monthly"), ("given", given.ToString(CultureInfo.InvariantCulture)), ("note", note)) with { Confirmed = true });
                Assert.True(verdict.Outcome is Outcome.Accepted, string.Join("; ", verdict.Problems.Select(p => p.Text)));
                made.Add((new(village.Place, village.Name, date, woman.Name, sexes[woman.Id], given, note), verdict.Entry!.Place, verdict.Entry.Id));
            }
        });
        return [.. made.OrderBy(m => m.Place).ThenBy(m => m.Visit.Date).ThenBy(m => m.Id.ToString("N"), StringComparer.Ordinal).Select(m => m.Visit)];
    }

    private static string Moved(string at) => RowOf(at) is var row && row < SampleForm.First ? at : at[..1] + (row + By).ToString(CultureInfo.InvariantCulture);

    private static int RowOf(string at) => int.Parse(at[1..], CultureInfo.InvariantCulture);

    private static void WithoutCaptions(SpreadsheetDocument document)
    {
        foreach (var row in document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>()).Where(r => r.RowIndex! == 2u).ToList()) row.Remove();
    }

    private static byte[] WithMacros()
    {
        using var memory = new MemoryStream();
        memory.Write(SampleForm.Make());
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true)) zip.CreateEntry("xl/vbaProject.bin").Open().Dispose();
        return memory.ToArray();
    }

    internal static async Task<HttpResponseMessage> Upload(County county, byte[] workbook, string register = "visit")
    {
        var page = new HtmlParser().ParseDocument(await county.Browser(Persona.Officer).GetStringAsync("/forms/new"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(page.QuerySelector("input[name=Id]")!.GetAttribute("value")!), "Id" }, { new StringContent(register), "Register" }, { new StringContent("走访表"), "Name" },
            { new ByteArrayContent(workbook), "file", "form.xlsx" },
        };
        return await county.Browser(Persona.Officer).PostAsync("/forms/new", content);
    }

    internal static async Task<Guid> Uploaded(County county, byte[] workbook)
    {
        using var answer = await Upload(county, workbook);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[2]);
    }

    /// <summary>Keeps what is proposed, the money of the villages named, with changes: “last”, or “fills:” and “other:” of a head.</summary>
    internal static async Task<HttpResponseMessage> Bind(County county, Guid id, params (string What, string Value)[] changes)
    {
        var page = await county.Page(Persona.Officer, $"/forms/{id}");
        var fields = new List<(string, string)> { ("name", page.QuerySelector("input[name=name]")!.GetAttribute("value")!) };
        foreach (var name in new[] { "of", "where" }) fields.AddRange(page.QuerySelectorAll($"[name={name}]").Select(s => (name, s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")));
        foreach (var name in new[] { "first", "last" })
            fields.AddRange(page.QuerySelectorAll($"input[name={name}]").Select(s => (name, changes.FirstOrDefault(c => c.What == name).Value ?? s.GetAttribute("value")!)));
        foreach (var row in page.QuerySelectorAll("tr").Where(r => r.QuerySelector("[name=fills]") is not null))
        {
            var head = row.QuerySelector("b")!.TextContent;
            head = head[(head.LastIndexOf('/') + 1)..];
            fields.Add(("fills", changes.FirstOrDefault(c => c.What == "fills:" + head).Value ?? row.QuerySelector("[name=fills] option[selected]")?.GetAttribute("value") ?? ""));
            fields.Add(("other", changes.FirstOrDefault(c => c.What == "other:" + head).Value ?? (head == "慰问支出（万元）" ? "走访慰问金物（元）" : "")));
        }
        return await county.PostForm(Persona.Officer, $"/forms/{id}", fields);
    }

    private Task<HttpResponseMessage> Upload(byte[] workbook, string register = "visit") => Upload(county, workbook, register);

    private Task<Guid> Uploaded(byte[] workbook) => Uploaded(county, workbook);

    private Task<HttpResponseMessage> Bind(Guid id, params (string, string)[] changes) => Bind(county, id, changes);

    private async Task<byte[]> Filled(Persona persona, Guid id, string query)
    {
        using var answer = await county.Browser(persona).GetAsync($"/forms/{id}/fill?{query}");
        Assert.True(answer.StatusCode is HttpStatusCode.OK && answer.Content.Headers.ContentDisposition is not null, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<string> Chosen(IHtmlDocument page) => page.QuerySelectorAll("select[name=fills]").Select(s => s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "");

    private Task<List<EventRow>> Events() => county.As(Persona.Admin, (_, s) => s.Db.Set<EventRow>().AsNoTracking().OrderBy(e => e.At).ToListAsync());
}
