using System.Net;

namespace HalfSky.Tests.Imports;

public sealed class FirstImportTests
{
    [Fact]
    public async Task A_list_of_places_is_refused_with_its_row_looked_at_and_added_once_with_the_federations_of_its_villages()
    {
        await using var county = await County.Start(jobs: false);
        Task<(HttpStatusCode, string)> Send(string handler, string text) => Sent(county, $"/admin/places/many{handler}", text);
        foreach (var (text, why) in new[] { ("", "请先粘贴地名"), ("村\t代码\n上河村\t\n", "没有乡镇一列"), ("乡镇\t村\n\t孤村\n", "没有写上级") })
        {
            var (refused, answer) = await Send("", text);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
            Assert.Contains(why, answer, StringComparison.Ordinal);
        }
        var (bad, told) = await Send("/add", "乡镇\t村\t代码\n新河镇\t上河村\t12345\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad);
        Assert.Contains("第 2 行“上河村”：区划代码应为12位数字", told, StringComparison.Ordinal);

        // A township once above its villages; one village is there already, called without its 村.
        var (known, township) = (county.Village1.Name, county.Facts.Townships[0].Name);
        var list = $"序号\t乡镇\t村\n1\t{township}\t{known.TrimEnd('村')}\n2\t新河镇\t上河村\n3\t\t下河村\n\t合计\t3\n";
        var (_, page) = await Send("", list);
        Assert.Contains("要加上 1 个乡镇、2 个村。", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Send("/add", list)).Item1);
        Assert.Contains("都已经有了", (await Send("", list)).Item2, StringComparison.Ordinal);

        using var founded = await county.PostForm(Persona.CountyStaff, "/imports/organizations", [], from: "/imports");
        Assert.Equal(HttpStatusCode.Redirect, founded.StatusCode);
        var chart = (await county.Page(Persona.CountyStaff, "/organizations/chart")).Body!.TextContent;
        Assert.All(["新河镇妇联", "上河村妇联", "下河村妇联"], name => Assert.Contains(name, chart, StringComparison.Ordinal));
        Assert.DoesNotContain("建好这", (await county.Page(Persona.CountyStaff, "/imports")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode, string)> Sent(County county, string path, string text)
    {
        using var answer = await county.PostForm(Persona.CountyStaff, path, [("Text", text), ("From", "2025-01-01")], from: "/admin/places/many");
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
