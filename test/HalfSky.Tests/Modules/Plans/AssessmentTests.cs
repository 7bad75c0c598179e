using System.Net;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Modules.Plans.Assessments;
using HalfSky.Platform.Data;

namespace HalfSky.Tests.Modules.Plans;

public sealed class AssessmentTests
{
    [Fact]
    public async Task An_item_without_what_it_is_scored_by_and_a_score_without_evidence_are_refused()
    {
        await using var county = await County.Start(jobs: false);
        var rubric = await Rubric(county);
        Assert.Equal("rubric-item.measure", PlanTests.Code(await county.Record(Persona.Officer, "rubric-item", ("rubric", rubric), ("text", "走访"), ("points", 50), ("kind", "measure"), ("full", 3))));
        Assert.Equal("rubric-item.full", PlanTests.Code(await county.Record(Persona.Officer, "rubric-item", ("rubric", rubric), ("text", "走访"), ("points", 50), ("kind", "measure"), ("measure", "visit.times"))));
        Assert.Equal("rubric-item.measure", PlanTests.Code(await county.Record(Persona.Officer, "rubric-item", ("rubric", rubric), ("text", "走访"), ("points", 50), ("kind", "measure"), ("full", 3), ("measure", "没有的口径"))));
        var item = await county.Recorded(Persona.Officer, "rubric-item", ("rubric", rubric), ("text", "特色工作"), ("points", 20), ("kind", "manual"));
        Assert.Equal("assessment-score.evidence", PlanTests.Code(await county.Record(Persona.Officer, "assessment-score", ("rubric", rubric), ("item", item.Id), ("org", county.Village1.Org), ("points", 15))));
        using var page = await Score(county, rubric, item.Id, county.Village1.Org, "15", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Contains("请选一个佐证文件", await page.Content.ReadAsStringAsync());
        using var many = await Score(county, rubric, item.Id, county.Village1.Org, "21", "证明");
        Assert.Contains("满分 20 分", await many.Content.ReadAsStringAsync());
        Assert.Null(await PlanTests.Only(county, "assessment-score", new Filter.Is("rubric", rubric)));
        Assert.Equal(HttpStatusCode.NotFound, (await county.Browser(Persona.Officer2).GetAsync($"/plans/assessment/{rubric}")).StatusCode);
    }

    [Fact]
    public async Task Scores_by_measure_follow_the_entries_and_scores_by_hand_bear_their_evidence()
    {
        await using var county = await County.Start(jobs: false);
        var rubric = await Rubric(county);
        await county.Recorded(Persona.Officer, "rubric-item", ("rubric", rubric), ("text", "走访"), ("position", 1), ("points", 60), ("kind", "measure"), ("measure", "visit.times"), ("full", 4));
        var item = await county.Recorded(Persona.Officer, "rubric-item", ("rubric", rubric), ("text", "特色工作"), ("position", 2), ("points", 40), ("kind", "manual"));
        for (var i = 0; i < 3; i++) await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[i].Id));
        using var given = await Score(county, rubric, item.Id, county.Village1.Org, "35.5", "证明");
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        var rows = (await county.Page(Persona.Officer, $"/plans/assessment/{rubric}")).QuerySelectorAll(".scores tbody tr").ToList();
        Assert.Equal(["槐荫村妇联", "柳溪村妇联", "石桥村妇联"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Equal(["45", "35.5", "80.5"], rows[0].QuerySelectorAll("td").Select(c => c.QuerySelector("a, b")!.TextContent));
        Assert.Contains("没评完", rows[1].TextContent);
        Assert.StartsWith("/measures/visit.times?place=" + county.Village1.Place, rows[0].QuerySelector("a.fig")!.GetAttribute("href"));

        // Computed anew each time: one visit more and nothing else is written.
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[3].Id));
        Assert.Equal("60", (await county.Page(Persona.Officer, $"/plans/assessment/{rubric}")).QuerySelector(".scores tbody a.fig")!.TextContent);
        var score = (AssessmentScore)(await PlanTests.Only(county, "assessment-score", new Filter.Is("rubric", rubric)))!;
        Assert.Contains("证明.pdf", (await county.Page(Persona.Officer, $"/r/assessment-score/{score.Id}")).Body!.TextContent);
        using var again = await Score(county, rubric, item.Id, county.Village1.Org, "36", "再证明");
        Assert.Contains("已经打过分了", await again.Content.ReadAsStringAsync());
        using var sheet = await county.Browser(Persona.Officer).GetAsync($"/plans/assessment/{rubric}/sheet");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<Guid> Rubric(County county) => (await county.Recorded(Persona.Officer, "rubric", ("title", "2026 年目标考核"), ("year", 2026))).Id;

    private static async Task<HttpResponseMessage> Score(County county, Guid rubric, Guid item, long org, string points, string? evidence)
    {
        var path = $"/plans/assessment/{rubric}";
        var token = (await county.Page(Persona.Officer, path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = new MultipartFormDataContent { { new StringContent(item.ToString()), "Item" }, { new StringContent(org.ToString()), "Org" }, { new StringContent(points), "Points" }, { new StringContent(token), "__RequestVerificationToken" } };
        if (evidence is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"%PDF-1.4\n% {evidence}\n%%EOF\n")), "file", evidence + ".pdf");
        return await county.Browser(Persona.Officer).PostAsync(path, form);
    }
}
