using System.Net;
using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Measures;
using HalfSky.Tests.Platform.Api;

namespace HalfSky.Tests.Platform.Measures;

public sealed class OwnMeasureTests
{
    private static (string, string)[] Festival(params (string, string)[] more) =>
        [("register", "visit"), ("label", "节日慰问走访"), ("count", "entries"), ("unit", "次"), ("validFrom", "2026-01-01"), ("only.kind", "festival"), .. more];

    [Fact]
    public async Task A_county_defines_a_measure_on_a_page_and_it_counts_at_once()
    {
        await using var county = await County.Start(jobs: false);
        await Refused(county, "请给数字起个名字", [("register", "visit"), ("label", ""), ("unit", "次"), ("validFrom", "2026-01-01")]);
        await Refused(county, "已经有一个数字叫“走访到的户”", [("register", "visit"), ("label", "走访到的户"), ("unit", "次"), ("validFrom", "2026-01-01")]);
        await Refused(county, "加总金额，单位要选“元”", [("register", "visit"), ("label", "慰问金"), ("count", "sum:given"), ("unit", "次"), ("validFrom", "2026-01-01")]);
        await Refused(county, "请写从哪天起用", [("register", "visit"), ("label", "甲"), ("unit", "次"), ("validFrom", "明天")]);
        Assert.Equal(HttpStatusCode.NotFound, (await county.PostForm(Persona.Officer, "/admin/measures", Festival(), "/r/visit/new")).StatusCode);

        var v1 = county.Village1;
        await county.Recorded(Persona.Exec, "visit", ("person", v1.People[0].Id), ("kind", "festival"), ("note", "中秋"));
        await county.Recorded(Persona.Exec, "visit", ("person", v1.People[1].Id), ("kind", "monthly"), ("note", "月联系"));
        var saved = await county.PostForm(Persona.CountyStaff, "/admin/measures", Festival(), "/admin/measures?register=visit");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var key = Regex.Match(saved.Headers.Location!.ToString(), "own\\.[0-9a-f]+").Value;

        await county.As(Persona.CountyStaff, async (r, s) =>
        {
            var reference = await r.Reference(default);
            var measure = reference.Measure(key)!;
            var reading = await new Evaluator(s, reference, r.Clock.Today).Read(measure, new(Branch.Root, Period.Year(2026), ["kind"]), r.User.Scope("visit.measure"));
            Assert.Equal((1L, "次", "festival"), (reading.Value!.Value, measure.Unit.Label, reading.Slices.Single().Keys[0]));
            Assert.Contains(Wording.Of(measure, reference), w => w.Text.Contains("只数类型是“节日慰问”的", StringComparison.Ordinal));
        });
        Assert.Contains("节日慰问走访", await county.Browser(Persona.Officer).GetStringAsync("/measures"), StringComparison.Ordinal);
        using var program = county.Program(Persona.CountyStaff);
        Assert.Contains("\"value\":1", (await program.GetStringAsync($"/api/v1/measures/{key}?period=2026")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_is_in_effect_from_its_day_and_the_old_one_till_then()
    {
        await using var county = await County.Start(jobs: false);
        var saved = await county.PostForm(Persona.CountyStaff, "/admin/measures", Festival(), "/admin/measures?register=visit");
        var key = Regex.Match(saved.Headers.Location!.ToString(), "own\\.[0-9a-f]+").Value;
        Assert.Contains("新的一版要晚于", await (await county.PostForm(Persona.CountyStaff, "/admin/measures/" + key, Festival(), "/admin/measures/" + key)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var tomorrow = county.Clock.Today.AddDays(1);
        var changed = Festival(("only.kind", "return")).Where(f => f.Item1 != "validFrom").Append(("validFrom", tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, (await county.PostForm(Persona.CountyStaff, "/admin/measures/" + key, changed, "/admin/measures/" + key)).StatusCode);
        Assert.Equal(1, (await county.Reference()).Measure(key)!.Version);
        county.Clock.MoveTo(county.Clock.Today.AddDays(1));
        Assert.Equal(2, (await county.Reference()).Measure(key)!.Version);
    }

    private static async Task Refused(County county, string sentence, IEnumerable<(string, string)> fields)
    {
        var answer = await county.PostForm(Persona.CountyStaff, "/admin/measures", fields, "/admin/measures?register=visit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
