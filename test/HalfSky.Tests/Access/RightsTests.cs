using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using HalfSky.Kernel;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Tests.Modules.Notices;
using HalfSky.Tests.Platform.Registers;
using HalfSky.Tests.Shape;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Access;

/// <summary>Every address × role × own, other's, nonsense id, against the table written by hand in Rights.md (“Done when” 5).</summary>
public sealed class RightsTests
{
    private static readonly Persona?[] Columns =
        [null, Persona.Stranger, Persona.Exec, Persona.Exec2, Persona.Chair, Persona.Officer, Persona.Officer2, Persona.CountyStaff, Persona.Auditor, Persona.Admin];

    private static readonly IReadOnlyList<(string Route, string Request, string[] Expected)> Table =
        [.. File.ReadAllLines(Path.Combine(Source.Root, "test/HalfSky.Tests/Access/Rights.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray()).Select(c => (c[0].Replace('¦', '|'), c[1], c[2..]))];

    [Fact]
    public async Task Every_address_stands_in_the_table()
    {
        await using var county = await County.Start(jobs: false);
        var routes = Routes(county.Services);
        Assert.Equal([], routes.Except(Table.Select(t => t.Route)));
        Assert.Equal([], Table.Select(t => t.Route).Except(routes));
    }

    [Fact]
    public async Task Every_cell_of_the_table_holds()
    {
        await using var county = await County.Start(jobs: false);
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        var own = await county.Recorded(Persona.Exec, "own-station", ("topic", "x"), ("kind", "craft"));
        var org = (await county.Reference()).Organizations.Find(county.Village1.Org)!.Entry;
        var (notice, receipt, collection) = await CollectionsTests.Given(county);
        var tokens = new Dictionary<Persona, string>();
        var wrong = new List<string>();
        foreach (var (_, asked, expected) in Table.Where(t => t.Request != "—"))
        {
            var request = asked.Replace("{notice}", notice.ToString(), StringComparison.Ordinal).Replace("{receipt}", receipt.ToString(), StringComparison.Ordinal).Replace("{collection}", collection.ToString(), StringComparison.Ordinal);
            for (var i = 0; i < Columns.Length; i++)
            {
                var filled = await Fill(county, request, own.Id, org);
                var status = await Ask(county, Columns[i], filled, tokens);
                if (status != expected[i]) wrong.Add($"{request} as {Columns[i]?.ToString() ?? "nobody"}: {status}, the table says {expected[i]}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} cells:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public async Task Verifying_in_bulk_verifies_only_what_she_may()
    {
        await using var county = await County.Start(jobs: false);
        var hers = await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id));
        var others = await county.Recorded(Persona.Officer2, "visit", ("person", county.Village4.People[0].Id));
        foreach (var persona in new[] { Persona.Exec, Persona.Exec2, Persona.Auditor, Persona.Officer })
        {
            using var answer = await county.PostForm(persona, "/r/visit/verify", [("chosen", hers.Id.ToString()), ("chosen", others.Id.ToString())], from: "/me/tokens");
            Assert.Equal(persona is Persona.Officer ? EntryState.Verified : EntryState.Submitted, await State(hers.Id));
            Assert.Equal(EntryState.Submitted, await State(others.Id));
        }

        Task<EntryState> State(Guid id) => county.As(Persona.CountyStaff, async (r, _) => (await r.Find((await r.Reference(default)).Register("visit")!, id, r.User.Scope("visit.read")))!.State);
    }

    /// <summary>Method and pattern of every address the application answers, static files aside.</summary>
    private static IReadOnlyList<string> Routes(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}")
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["PAGE"]).Select(m => $"{m} /{e.RoutePattern.RawText?.Trim('/')}"))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Fills the placeholders; a fresh visit for each question, so that none disturbs the next.</summary>
    private static async Task<string> Fill(County county, string request, Guid own, Guid org)
    {
        var village = county.Village1;
        if (request.Contains("{duty}", StringComparison.Ordinal))
        {
            var care = village.Care[0].Id;
            var duty = await county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().AsNoTracking().SingleAsync(d => d.Entry == care));
            request = request.Replace("{duty}", duty.Id.ToString(), StringComparison.Ordinal);
            await county.As(Persona.Admin, (_, s) => s.Db.Set<Duty>().Where(d => d.Id == duty.Id).ExecuteUpdateAsync(u => u.SetProperty(d => d.State, DutyState.Open)));
        }
        if (request.Contains("{visit}", StringComparison.Ordinal))
        {
            var visit = await county.Recorded(Persona.Exec, "visit", ("person", village.People[0].Id));
            request = request.Replace("{visit}", visit.Id.ToString(), StringComparison.Ordinal);
            if (request.Contains("{file}", StringComparison.Ordinal)) request = request.Replace("{file}", (await CanaryTests.Attach(county, visit, "名单.pdf", "名单内容")).ToString(), StringComparison.Ordinal);
        }
        if (request.Contains("{activity}", StringComparison.Ordinal))
            request = request.Replace("{activity}", (await county.Recorded(Persona.Exec, "activity", ("title", "宣讲" + Guid.CreateVersion7().ToString("n")[^8..]), ("kind", "talk"))).Id.ToString(), StringComparison.Ordinal);
        if (request.Contains("{venue}", StringComparison.Ordinal))
            request = request.Replace("{venue}", (await county.Recorded(Persona.Officer, "venue", ("name", "微家" + Guid.CreateVersion7().ToString("n")[^8..]), ("kind", "micro-home"), ("org", village.Org), ("place", village.Place), ("opened", "2026-01-01"))).Id.ToString(), StringComparison.Ordinal);
        request = await FillPlans(county, request);
        request = request.Replace("{word}", "新" + Guid.CreateVersion7().ToString("n")[^8..], StringComparison.Ordinal);
        return request.Replace("{none}", Uuid.New(new Clock(county.Clock).Now).ToString(), StringComparison.Ordinal).Replace("{new}", Uuid.New(new Clock(county.Clock).Now).ToString(), StringComparison.Ordinal)
            .Replace("{person}", village.People[0].Id.ToString(), StringComparison.Ordinal).Replace("{household}", village.Households[0].ToString(), StringComparison.Ordinal)
            .Replace("{care}", village.Care[0].Id.ToString(), StringComparison.Ordinal).Replace("{post}", village.ExecPost.ToString(), StringComparison.Ordinal)
            .Replace("{organization}", org.ToString(), StringComparison.Ordinal).Replace("{own}", own.ToString(), StringComparison.Ordinal)
            .Replace("{account}", county.Facts.Signed[Persona.Exec].Account.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Plans of the first village and of its township, what is asked of the village, and the township's assessment.</summary>
    private static async Task<string> FillPlans(County county, string request)
    {
        var (village, township) = (county.Village1, county.Facts.Townships[0]);
        async Task<string> Made(string mark, string register, params (string, object?)[] values) =>
            request.Contains(mark, StringComparison.Ordinal) ? request.Replace(mark, (await county.Recorded(Persona.Officer, register, values)).Id.ToString(), StringComparison.Ordinal) : request;
        (string, object?)[] plan = [("title", "计划"), ("kind", "year"), ("from", "2026-01-01"), ("to", "2027-01-01")];
        request = await Made("{plan}", "plan", [.. plan, ("org", village.Org), ("place", village.Place)]);
        request = await Made("{report}", "report", ("title", "总结" + Guid.CreateVersion7().ToString("n")[^8..]), ("kind", "annual"), ("period", "2026"), ("org", township.Org), ("place", township.Place));
        request = await Made("{townshipPlan}", "plan", [.. plan, ("org", township.Org), ("place", township.Place)]);
        request = await Made("{supervision}", "supervision", ("title", "催办"), ("org", village.Org), ("deadline", "2026-12-01"));
        return await Made("{rubric}", "rubric", ("title", "考核" + Guid.CreateVersion7().ToString("n")[^8..]), ("year", 2026));
    }

    private static async Task<string> Ask(County county, Persona? persona, string request, Dictionary<Persona, string> tokens)
    {
        var parts = request.Split(' ', 3);
        using var message = new HttpRequestMessage(HttpMethod.Parse(parts[0]), parts[1]);
        var api = parts[1].StartsWith("/api", StringComparison.Ordinal);
        if (api)
        {
            if (parts.Length > 2) message.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
            if (parts[0] is "PUT" or "POST") message.Headers.TryAddWithoutValidation("If-Match", await Version(county, parts[1]));
        }
        else if (parts[0] == "POST")
        {
            var token = persona is { } p ? tokens.TryGetValue(p, out var known) ? known : tokens[p] = await Token(county, p) : "none";
            var body = (parts.Length > 2 ? parts[2] + "&" : "") + "__RequestVerificationToken=" + Uri.EscapeDataString(token);
            message.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        }
        using var program = persona is null ? county.Anybody() : api ? county.Program(persona.Value) : null;
        using var answer = await (program ?? county.Browser(persona!.Value)).SendAsync(message);
        return ((int)answer.StatusCode).ToString();
    }

    private static async Task<string> Version(County county, string path)
    {
        var number = path.Split('/').Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).FirstOrDefault(id => id != Guid.Empty);
        var register = path.Split('/')[4];
        if (number == Guid.Empty || (await county.Reference()).Register(register) is not { } known) return "\"1\"";
        var entry = await county.As(Persona.CountyStaff, (r, _) => r.Find(known, number, r.User.Scope("visit.read")));
        return $"\"{entry?.Version ?? 1}\"";
    }

    private static async Task<string> Token(County county, Persona persona) =>
        new HtmlParser().ParseDocument(await county.Browser(persona).GetStringAsync("/me/tokens")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
