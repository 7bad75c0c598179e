using System.Net;
using HalfSky.Kernel;
using HalfSky.Modules.Reports;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Modules.Reports;

/// <summary>Reports begun and published through their pages, and what stands of them in the database.</summary>
internal static class Drafts
{
    /// <summary>Begins a report through the page; without a template it is empty.</summary>
    public static async Task<Guid> Begin(County county, Persona persona, long place, string template = "empty", string period = "2026", string kind = "annual")
    {
        var id = Uuid.New(new Clock(county.Clock).Now);
        using var answer = await county.PostForm(persona, "/reports/new", [("Id", id.ToString()), ("Kind", kind), ("Place", place.ToString()), ("Period", period), ("Template", template)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return id;
    }

    /// <summary>A report with that text, written as templates are.</summary>
    public static async Task<Guid> Written(County county, Persona persona, long place, string text, string period = "2026")
    {
        var id = await Begin(county, persona, place, period: period);
        await county.As(persona, async services =>
        {
            await new ReportBook(services.GetRequiredService<Desk>(), services.GetRequiredService<Recording>()).Change(id, "改", _ => ReportBlock.Parse(text), default);
            return true;
        });
        return id;
    }

    /// <summary>Publishes through the page.</summary>
    public static async Task<Publication> Publish(County county, Persona persona, Guid report)
    {
        using var answer = await Publishing(county, persona, report, Uuid.New(new Clock(county.Clock).Now));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await Publications(county, report))[^1];
    }

    /// <summary>The answer of the page that publishes.</summary>
    public static Task<HttpResponseMessage> Publishing(County county, Persona persona, Guid report, Guid next) =>
        county.PostForm(persona, $"/reports/{report}/publish", [("next", next.ToString())]);

    /// <summary>Publications of a report, oldest first.</summary>
    public static Task<List<Publication>> Publications(County county, Guid report) =>
        county.As(Persona.CountyStaff, (_, s) => s.Db.Set<Publication>().AsNoTracking().Where(p => p.Report == report).OrderBy(p => p.Number).ToListAsync());

    /// <summary>Versions of its text, oldest first.</summary>
    public static Task<List<ReportText>> Versions(County county, Guid report) =>
        county.As(Persona.CountyStaff, (_, s) => s.Db.Set<ReportText>().AsNoTracking().Where(t => t.Report == report).OrderBy(t => t.Number).ToListAsync());

    /// <summary>Blocks of its newest text.</summary>
    public static async Task<IReadOnlyList<ReportBlock>> Blocks(County county, Guid report) => (await Versions(county, report))[^1].Blocks;

    /// <summary>Work with what publishes, as the county's staff.</summary>
    public static Task<T> WithPublisher<T>(County county, Func<Publisher, Desk, Task<T>> work) => county.As(Persona.CountyStaff, services =>
    {
        var desk = services.GetRequiredService<Desk>();
        return work(new Publisher(desk, services.GetRequiredService<Reporting>(), services.GetRequiredService<Recording>()), desk);
    });
}
