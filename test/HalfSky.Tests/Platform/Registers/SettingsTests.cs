using System.Net;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Platform.Registers;

public sealed class SettingsTests
{
    private const string Page = "/admin/settings";

    [Fact]
    public async Task A_county_says_its_own_numbers_and_what_cannot_be_one_loses_nothing_typed()
    {
        await using var county = await County.Start(jobs: false);
        Assert.Equal(HttpStatusCode.NotFound, (await county.PostForm(Persona.Officer, Page, [("contact-area.people", "30")], "/r/visit/new")).StatusCode);
        foreach (var wrong in new[] { "0", "-3", "很久", "12.5", "10000" })
        {
            var refused = await county.PostForm(Persona.CountyStaff, Page, [("contact-area.people", wrong), ("contact-area.special", "200"), ("review.visit", "none")]);
            var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("“一位执委一般联系妇女儿童”要填 1 到 9999 的整数", html, StringComparison.Ordinal);
            Assert.Matches($"value=\"{wrong}\"", html);
            Assert.Matches("value=\"200\"", html);
            Assert.Matches("name=\"review.visit\" value=\"none\" checked", html);
        }
        Limit People(Reference reference) => reference.Catalog.Limits.Single(l => l.Key == "contact-area.people");
        var before = await county.Reference();
        Assert.Equal(50, before.Limit(People(before)));

        Assert.Equal(HttpStatusCode.Redirect, (await county.PostForm(Persona.CountyStaff, Page, [("contact-area.people", "30")])).StatusCode);
        var after = await county.Reference();
        Assert.Equal(30, after.Limit(People(after)));
        Assert.Contains("改设置", await county.Browser(Persona.CountyStaff).GetStringAsync("/admin/log"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await county.PostForm(Persona.CountyStaff, Page, [("contact-area.people", "")])).StatusCode);
        var again = await county.Reference();
        Assert.Equal(50, again.Limit(People(again)));
    }

    [Fact]
    public async Task What_holds_between_two_days_ends_after_it_began_in_every_register()
    {
        await using var county = await County.Start(jobs: false);
        var v1 = county.Village1;
        var verdict = await county.Record(Persona.Exec, "member", ("household", v1.Households[0]), ("person", v1.People[0].Id), ("relation", "head"), ("from", "2026-03-01"), ("to", "2026-03-01"));
        var problem = Assert.Single(verdict.Problems);
        Assert.Equal(("member.span", "到哪天要晚于从哪天。", "to"), (problem.Code, problem.Text, problem.Field));
    }
}
