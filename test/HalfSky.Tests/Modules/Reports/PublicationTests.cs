using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>Publishing a report, signing it and handing it up, through its pages.</summary>
public sealed class PublicationTests
{
    [Fact]
    public async Task Nothing_written_or_nothing_verified_is_not_published()
    {
        await using var county = await County.Start(jobs: false);
        var empty = await Drafts.Begin(county, Persona.Officer, county.Facts.Townships[0].Place);
        await Refused(empty, "还没有内容");
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));
        var pending = await Written(county, "走访{visit.times}次。");
        await Refused(pending, "没有已核的数");
        await Refused(await Written(county, "今年工作很忙。"), "没有已核的数");

        async Task Refused(Guid report, string sentence)
        {
            using var answer = await Drafts.Publishing(county, Persona.Officer, report, Uuid.New(new Clock(county.Clock).Now));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            Assert.Empty(await Drafts.Publications(county, report));
        }
    }

    [Fact]
    public async Task Published_twice_with_one_id_is_one_and_published_again_both_stay()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Written(county, "人口{person.count}人。");
        var id = Uuid.New(new Clock(county.Clock).Now);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await Drafts.Publishing(county, Persona.Officer, report, id);
            Assert.Equal($"/reports/{report}/published/1", answer.Headers.Location?.ToString());
        }
        Assert.Single(await Drafts.Publications(county, report));
        // The id of one report's publication is not another's.
        using var taken = await Drafts.Publishing(county, Persona.Officer, await Written(county, "人口{person.count}人。"), id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);

        await county.Recorded(Persona.Officer, "person", ("name", "新来的人"), ("sex", "female"), ("place", county.Village1.Place), ("org", county.Village1.Org), ("from", "2026-11-01"));
        await Drafts.Publish(county, Persona.Officer, report);
        var both = await Drafts.Publications(county, report);
        Assert.Equal([1, 2], both.Select(p => p.Number));
        Assert.NotEqual(both[0].Frozen.Blocks[0].Text, both[1].Frozen.Blocks[0].Text);
        foreach (var one in both)
        {
            var page = await county.Page(Persona.Officer, $"/reports/{report}/published/{one.Number}");
            Assert.Contains(one.Frozen.Blocks[0].Text, ReportTests.Words(page.QuerySelector("article")!), StringComparison.Ordinal);
            Assert.Contains("指纹对得上", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(one.Number == 1 ? 1 : 0, page.QuerySelectorAll("article a.f.moved").Length);
        }
        await county.Page(Persona.Officer, $"/reports/{report}/published/3", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_person_cannot_countersign_and_a_second_one_can_once()
    {
        await using var county = await County.Start(jobs: false);
        var report = await Written(county, "人口{person.count}人。");
        await Drafts.Publish(county, Persona.Officer, report);
        await Refused(Persona.Officer, "复核要由第二个人来");
        Assert.Empty((await county.Page(Persona.Officer, $"/reports/{report}/published/1")).QuerySelectorAll("form[action$='/sign']"));
        foreach (var persona in new[] { Persona.Officer2, Persona.Exec, Persona.Auditor }) Assert.Equal(HttpStatusCode.NotFound, (await Sign(persona)).StatusCode);
        Assert.Null((await Drafts.Publications(county, report))[0].SignedBy);

        Assert.Single((await county.Page(Persona.CountyStaff, $"/reports/{report}/published/1")).QuerySelectorAll("form[action$='/sign']"));
        Assert.Equal(HttpStatusCode.Redirect, (await Sign(Persona.CountyStaff)).StatusCode);
        await Refused(Persona.CountyStaff, "已经复核过了");
        var signed = Assert.Single(await Drafts.Publications(county, report));
        Assert.Equal(county.Facts.Signed[Persona.CountyStaff].Account, signed.SignedBy);
        Assert.Contains("指纹对得上", (await county.Page(Persona.Officer, $"/reports/{report}/published/1")).Body!.TextContent, StringComparison.Ordinal);

        async Task<HttpResponseMessage> Sign(Persona persona) => await county.PostForm(persona, $"/reports/{report}/published/1/sign", [], from: "/me/tokens");
        async Task Refused(Persona persona, string sentence)
        {
            using var answer = await Sign(persona);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_packet_holds_figures_with_their_hashes_and_no_names()
    {
        await using var county = await County.Start(jobs: false);
        var visit = await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("note", "看望" + county.Village1.People[0].Name));
        await county.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id));
        var report = await Written(county, "人口{person.count}人，走访{visit.times}次，覆盖率{care.coverage}。");
        var publication = await Drafts.Publish(county, Persona.Officer, report);
        using var answer = await county.Browser(Persona.CountyStaff).GetAsync($"/reports/{report}/published/1/packet");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var packet = JsonNode.Parse(text)!;
        Assert.Equal(("halfsky.figures/1", "青禾镇", "2026", Convert.ToHexStringLower(publication.Hash), false), ((string)packet["format"]!, (string)packet["placeName"]!, (string)packet["period"]!, (string)packet["sha256"]!, (bool)packet["countersigned"]!));
        var figures = packet["figures"]!.AsArray().ToDictionary(f => (string)f!["measure"]!, f => f!);
        Assert.Equal(["care.coverage", "person.count", "visit.times"], figures.Keys.Order());
        Assert.Equal((1L, "次", 1, "2026-01-01", "2026-11-23"), ((long)figures["visit.times"]["value"]!, (string)figures["visit.times"]["unit"]!, (int)figures["visit.times"]["entries"]!, (string)figures["visit.times"]["from"]!, (string)figures["visit.times"]["to"]!));
        Assert.All(figures.Values, f => Assert.Matches("^[0-9a-f]{64}$", (string)f["sha256"]!));
        var names = county.Facts.Villages.SelectMany(v => v.People).Select(p => p.Name).Concat(await county.As(Persona.Admin, (_, s) => s.Db.Set<Account>().Select(a => a.DisplayName).ToListAsync())).Distinct();
        Assert.All(names, n => Assert.DoesNotContain(n, text, StringComparison.Ordinal));
        Assert.DoesNotContain(visit.Id.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_of_what_was_published_says_the_frozen_figures_after_edits_too()
    {
        await using var county = await County.Start(jobs: false);
        var visits = new List<Entry>();
        for (var i = 0; i < 3; i++) visits.Add(await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[i].Id)));
        foreach (var visit in visits) await county.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id));
        var report = await Written(county, "# 走访\n全年走访{visit.times}次。\n[table]\n各村走访\n按 村\n次数 {visit.times}\n说明");
        var table = (await Drafts.Blocks(county, report))[^1].Id;
        await ReportTests.Post(county, Persona.Officer, report, "cells", ("block", table), ("c:槐荫村|说明", "村里自报"));
        await Drafts.Publish(county, Persona.Officer, report);
        await county.As(Persona.Exec, (r, _) => r.Withdraw("visit", visits[0].Id, "记错了"));
        await county.As(Persona.Officer, (r, _) => r.Return("visit", visits[1].Id, "请补"));
        await ReportTests.Post(county, Persona.Officer, report, "cells", ("block", table), ("c:槐荫村|说明", "后来改的"));

        var published = await Document("form=docx&number=1");
        Assert.Contains("全年走访3次。", published, StringComparison.Ordinal);
        Assert.Contains("槐荫村3村里自报", published, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", published, StringComparison.Ordinal);
        var draft = await Document("form=docx");
        Assert.Contains("全年走访1次。", draft, StringComparison.Ordinal);
        Assert.Contains("槐荫村1后来改的", draft, StringComparison.Ordinal);
        Assert.Contains("草稿", draft, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Officer).GetAsync($"/reports/{report}/document?form=docx&number=2")).StatusCode);
        var page = await county.Page(Persona.Officer, $"/reports/{report}/published/1");
        Assert.Contains("全年走访3次。", ReportTests.Words(page.QuerySelector("article")!), StringComparison.Ordinal);
        Assert.Contains("报的3次，现在1次", ReportTests.Words(page.QuerySelector("aside")!), StringComparison.Ordinal);

        async Task<string> Document(string query)
        {
            using var zip = new ZipArchive(new MemoryStream(await county.Browser(Persona.Officer).GetByteArrayAsync($"/reports/{report}/document?{query}")));
            using var document = zip.GetEntry("word/document.xml")!.Open();
            return string.Concat(XDocument.Load(document).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
        }
    }

    private static Task<Guid> Written(County county, string text) => Drafts.Written(county, Persona.Officer, county.Facts.Townships[0].Place, text);
}
