using System.Net;
using System.Text.Json.Nodes;

namespace HalfSky.Tests.Platform.Api;

public sealed class MeasuresTests : IAsyncLifetime
{
    private const string Times = "/api/v1/measures/visit.times", People = "/api/v1/measures/visit.people";

    private County county = null!;

    public async ValueTask InitializeAsync()
    {
        county = await County.Start(jobs: false);
        await county.Visited(Persona.Exec, county.Village1, "2026-01-10", "monthly");
        await county.Visited(Persona.Exec, county.Village1, "2026-02-10", "quarterly");
        await county.Visited(Persona.Exec, county.Village1, "2026-02-11", "monthly", whom: 1);
        await county.Visited(Persona.Exec2, county.Village2, "2026-02-12", "monthly");
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();

    [Fact]
    public async Task What_cannot_be_read_is_refused_because_a_figure_hides_what_was_left_out()
    {
        foreach (var (query, code, field) in new[]
        {
            ("colour=red", "ask.unknown", "colour"), ("period=2026&from=2026-01-01", "ask.period", "period"), ("by=month", "ask.period", "period"), ("period=2026&by=weather", "measure.dimension", "by"),
            ("period=2026&kind=nonsense", "ask.condition", "kind"), ("period=2026&kind=monthly&kind=quarterly", "ask.twice", "kind"), ("period=2026&place=nowhere", "ask.place", "place"),
            ("period=2026&by=month,month", "measure.dimension", "by"),
        })
        {
            var (status, body) = await county.Get(Persona.Officer, $"{Times}?{query}");
            Assert.Equal((query, HttpStatusCode.UnprocessableEntity, code, field), (query, status, body.Code(), body.FieldOf()));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await county.Get(Persona.Officer, "/api/v1/measures/nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Get(Persona.Stranger, Times)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Get(Persona.Stranger, Times + "/entries?period=2026")).Status);
        Assert.Equal("list.size", (await county.Get(Persona.Officer, Times + "/entries?period=2026&size=201")).Body.Code());
    }

    [Fact]
    public async Task A_measure_says_what_it_counts_and_counts_what_is_hers()
    {
        var definition = (await county.Get(Persona.Exec, Times)).Body!;
        Assert.Null(definition["value"]);
        Assert.NotEmpty(definition["definition"]!.AsArray());
        Assert.Equal("次", (string)definition["unit"]!);
        foreach (var (persona, value) in new[] { (Persona.Exec, 3), (Persona.Exec2, 1), (Persona.Officer, 4), (Persona.Officer2, 0), (Persona.CountyStaff, 4) })
        {
            var read = (await county.Get(persona, $"{Times}?place=990100000000&period=2026Q1")).Body!;
            Assert.Equal((persona, value, $"{value}次"), (persona, (int)read["value"]!, (string)read["text"]!));
            Assert.Equal(value, (int)read["pending"]!);
        }
    }

    [Fact]
    public async Task Each_row_of_a_split_opens_to_as_many_as_it_says()
    {
        foreach (var measure in new[] { Times, People })
        {
            foreach (var by in new[] { "month", "village", "kind", "township", "grid", "month,village,kind" })
            {
                var body = (await county.Get(Persona.CountyStaff, $"{measure}?place=990100000000&from=2026-01-01&to=2026-03-31&by={by}")).Body!;
                Assert.NotEmpty(body["rows"]!.AsArray());
                foreach (var row in body["rows"]!.AsArray())
                {
                    var keys = string.Concat(row!["keys"]!.AsObject().Select(k => $"&{k.Key}={k.Value}"));
                    var entries = (await county.Get(Persona.CountyStaff, $"{measure}/entries?place=990100000000&from=2026-01-01&to=2026-03-31{keys}")).Body!;
                    Assert.Equal((by, keys, (int)row["value"]!), (by, keys, (int)entries["total"]!));
                }
            }
        }
    }

    [Fact]
    public async Task Parts_that_overlap_say_by_how_much()
    {
        var body = (await county.Get(Persona.CountyStaff, $"{People}?period=2026Q1&by=month")).Body!;
        Assert.Equal((3, 1), ((int)body["value"]!, (int)body["overlap"]!));
        Assert.Equal(["2026年1月", "2026年2月"], body["rows"]!.AsArray().Select(r => (string)r!["labels"]!["month"]!));
        Assert.Null((await county.Get(Persona.CountyStaff, $"{Times}?period=2026Q1&by=month")).Body!["overlap"]);
    }

    [Fact]
    public async Task A_ratio_gives_basis_points_its_parts_and_no_zero_without_a_whole()
    {
        var coverage = (await county.Get(Persona.CountyStaff, $"/api/v1/measures/care.coverage?place={county.Village1.Place}&period=2026Q1&by=village")).Body!;
        Assert.Equal((6667, "66.67%", 2, 3), ((int)coverage["value"]!, (string)coverage["text"]!, (int)coverage["numerator"]!, (int)coverage["denominator"]!));
        Assert.Equal(6667, (int)coverage["rows"]![0]!["value"]!);
        Assert.Equal(2, (int)(await county.Get(Persona.CountyStaff, $"/api/v1/measures/care.coverage/entries?place={county.Village1.Place}&period=2026Q1")).Body!["total"]!);
        Assert.Null((await county.Get(Persona.CountyStaff, $"/api/v1/measures/care.coverage?place={county.Village1.Place}&period=2020")).Body!["value"]);
    }

    [Fact]
    public async Task The_document_describes_every_route_of_the_interface()
    {
        var document = JsonNode.Parse(await county.Anybody().GetStringAsync("/openapi/v1.json"))!;
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Path: p.Key, Operation: o.Value!))).ToList();
        Assert.Equal(13, operations.Count);
        Assert.All(operations, o => Assert.False(string.IsNullOrEmpty((string?)o.Operation["summary"]), o.Path));
        Assert.All(operations, o => Assert.StartsWith("/api/v1/", o.Path, StringComparison.Ordinal));
        Assert.All(operations.SelectMany(o => o.Operation["parameters"]?.AsArray() ?? []).Where(p => (string?)p!["in"] != "path"), p => Assert.False(string.IsNullOrEmpty((string?)p!["description"])));
    }
}
