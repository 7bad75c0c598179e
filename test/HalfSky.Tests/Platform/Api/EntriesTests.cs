using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HalfSky.Kernel;

namespace HalfSky.Tests.Platform.Api;

public sealed class EntriesTests : IAsyncLifetime
{
    private County county = null!;

    public async ValueTask InitializeAsync() => county = await County.Start(jobs: false);

    public ValueTask DisposeAsync() => county.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/registers")]
    [InlineData("/api/v1/registers/visit/entries")]
    [InlineData("/api/v1/measures/visit.times")]
    [InlineData("/api/v1/registers/visit/export.csv")]
    public async Task Without_a_token_it_is_401(string path)
    {
        var answer = await county.Anybody().GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_is_not_hers_answers_as_what_never_existed()
    {
        var theirs = await county.Visited(Persona.Exec2, county.Village2);
        var (never, nonsense) = (Uuid.New(DateTime.UtcNow).ToString(), "x");
        var expected = (await county.Get(Persona.Exec, $"{ApiCounty.Visits}/{never}")).Body!.ToJsonString();
        foreach (var id in new[] { theirs, never, nonsense })
        {
            var path = $"{ApiCounty.Visits}/{id}";
            Assert.Equal((HttpStatusCode.NotFound, expected), Seen(await county.Get(Persona.Exec, path)));
            Assert.Equal((HttpStatusCode.NotFound, expected), Seen(await county.Put(Persona.Exec, path, new JsonObject { ["values"] = new JsonObject() }, "\"1\"")));
            Assert.Equal((HttpStatusCode.NotFound, expected), Seen(await county.Put(Persona.Exec, path, new JsonObject { ["values"] = new JsonObject() })));
            foreach (var verb in new[] { "withdraw", "return", "verify" })
                Assert.Equal((HttpStatusCode.NotFound, expected), Seen(await county.Post(Persona.Exec, $"{path}/{verb}", new JsonObject { ["reason"] = "x" }, "\"1\"")));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await county.Get(Persona.Stranger, ApiCounty.Visits)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Get(Persona.Exec, "/api/v1/registers/nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await county.Post(Persona.Auditor, ApiCounty.Visits, county.Visit(county.Village1))).Status);
        Assert.Empty((await county.Get(Persona.Stranger, "/api/v1/registers")).Body!["registers"]!.AsArray());

        static (HttpStatusCode, string) Seen((HttpStatusCode Status, JsonNode? Body) answer) => (answer.Status, answer.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_parameter_nobody_reads_is_refused_and_not_overlooked()
    {
        foreach (var (query, code, field) in new[]
        {
            ("colour=red", "list.unknown", "colour"), ("kind=nonsense", "list.value", "kind"), ("from=2026-13-01", "list.day", "from"), ("month=2026", "list.period", "month"),
            ("month=2026-03&from=2026-03-01", "list.days", "month"), ("from=2026-03-02&to=2026-03-01", "list.days", "to"), ("place=nowhere", "list.place", "place"),
            ("size=201", "list.size", "size"), ("page=0", "list.page", "page"), ("sort=person", "list.sort", "sort"), ("note=都好", "list.field", "note"),
            ("state=1", "list.state", "state"), ("q=%EF%BC%8C", "list.words", "q"),
        })
        {
            var (status, body) = await county.Get(Persona.Officer, $"{ApiCounty.Visits}?{query}");
            Assert.Equal((query, HttpStatusCode.UnprocessableEntity, code, field), (query, status, body.Code(), body.FieldOf()));
        }
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_a_sentence_and_nothing_is_kept()
    {
        foreach (var (text, code) in new[]
        {
            ("{", "request.json"), ("""{"id":1,"id":2}""", "request.json"), ("3", "request.shape"), ("""{"draf":true}""", "request.member"),
            ("""{"values":{"note":"\ud83d"}}""", "request.json"), ("""{"values":{"date":["2026-11-20"]}}""", "request.type"), ("""{"values":{"note":{}}}""", "request.type"),
            ("""{"id":"00000000-0000-0000-0000-000000000001","values":{}}""", "entry.id"), ("""{"values":{}}""", "entry.id"), ("[[[[[[[[[[1]]]]]]]]]]", "request.json"),
        })
        {
            using var client = county.Program(Persona.Exec);
            var answer = await client.PostAsync(ApiCounty.Visits, new StringContent(text, Encoding.UTF8, "application/json"));
            Assert.Equal((text, HttpStatusCode.UnprocessableEntity, code), (text, answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()).Code()));
        }
        var wrong = county.Visit(county.Village1, date: "2026-02-30");
        var (status, body) = await county.Post(Persona.Exec, ApiCounty.Visits, wrong);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "date"), (status, body.FieldOf()));
        var many = new JsonArray([.. Enumerable.Range(0, 501).Select(_ => (JsonNode)county.Visit(county.Village1))]);
        Assert.Equal("request.many", (await county.Post(Persona.Exec, ApiCounty.Visits, many)).Body.Code());
        Assert.Equal(0, (int)(await county.Get(Persona.Exec, ApiCounty.Visits)).Body!["total"]!);
    }

    [Fact]
    public async Task A_browser_must_prove_that_the_page_was_ours()
    {
        var answer = await county.Browser(Persona.Exec).PostAsync(ApiCounty.Visits, new StringContent(county.Visit(county.Village1).ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, (int)(await county.Get(Persona.Exec, ApiCounty.Visits)).Body!["total"]!);
    }

    [Fact]
    public async Task The_same_request_twice_is_one_entry_and_another_body_under_its_number_a_conflict()
    {
        var body = county.Visit(county.Village1);
        var (status, first) = await county.Post(Persona.Exec, ApiCounty.Visits, body);
        Assert.Equal((HttpStatusCode.Created, "accepted", 1), (status, (string)first!["outcome"]!, (int)first["version"]!));
        (status, first) = await county.Post(Persona.Exec, ApiCounty.Visits, body);
        Assert.Equal((HttpStatusCode.OK, "repeated"), (status, (string)first!["outcome"]!));
        body["values"]!["note"] = "别的";
        Assert.Equal(HttpStatusCode.Conflict, (await county.Post(Persona.Exec, ApiCounty.Visits, body)).Status);
        Assert.Equal(1, (int)(await county.Get(Persona.Exec, ApiCounty.Visits)).Body!["total"]!);
    }

    [Fact]
    public async Task Each_of_many_has_its_own_verdict()
    {
        var (good, late) = (county.Visit(county.Village1), county.Visit(county.Village1, date: "2026-11-21"));
        var theirs = county.Visit(county.Village2);
        var (status, body) = await county.Post(Persona.Exec, ApiCounty.Visits, new JsonArray(good, new JsonObject { ["id"] = "?" }, theirs, late, good.DeepClone()));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["accepted", "refused", "refused", "accepted", "repeated"], body!["verdicts"]!.AsArray().Select(v => (string)v!["outcome"]!));
        Assert.Equal((string)good["id"]!, (string)body["verdicts"]![0]!["id"]!);
        Assert.Equal("person", (string?)body["verdicts"]![2]!["problems"]![0]!["field"]);
        Assert.Equal(2, (int)(await county.Get(Persona.Exec, ApiCounty.Visits)).Body!["total"]!);
    }

    [Fact]
    public async Task A_change_names_the_version_it_was_made_from()
    {
        var path = $"{ApiCounty.Visits}/{await county.Visited(Persona.Exec, county.Village1)}";
        var change = new JsonObject { ["values"] = new JsonObject { ["note"] = "改过" } };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await county.Put(Persona.Exec, path, change)).Status);
        var (status, body) = await county.Put(Persona.Exec, path, change, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "改过", 2), (status, (string)body!["values"]!["note"]!, (int)body["version"]!));
        (status, body) = await county.Put(Persona.Exec, path, new JsonObject { ["values"] = new JsonObject { ["note"] = "另一个人" } }, "\"1\"");
        Assert.Equal((HttpStatusCode.PreconditionFailed, "entry.changed", "改过"), (status, body.Code(), (string)body!["current"]!["values"]!["note"]!));
        using var client = county.Program(Persona.Exec);
        Assert.Equal(new EntityTagHeaderValue("\"2\""), (await client.GetAsync(path)).Headers.ETag);
    }

    [Fact]
    public async Task Returned_verified_and_withdrawn_with_a_reason_and_the_version_read()
    {
        var path = $"{ApiCounty.Visits}/{await county.Visited(Persona.Exec, county.Village1)}";
        Assert.Equal("entry.reason", (await county.Post(Persona.Officer, path + "/return", new JsonObject(), "\"1\"")).Body.Code());
        Assert.Equal(HttpStatusCode.NotFound, (await county.Post(Persona.Exec, path + "/verify", null, "\"1\"")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await county.Post(Persona.Officer, path + "/verify", null, "\"7\"")).Status);
        Assert.Equal("returned", (string)(await county.Post(Persona.Officer, path + "/return", new JsonObject { ["reason"] = "日期不对" }, "\"1\"")).Body!["state"]!);
        Assert.Equal("submitted", (string)(await county.Put(Persona.Exec, path, new JsonObject { ["values"] = new JsonObject { ["date"] = "2026-11-19" } }, "\"2\"")).Body!["state"]!);
        Assert.Equal("verified", (string)(await county.Post(Persona.Officer, path + "/verify", null, "\"3\"")).Body!["state"]!);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await county.Post(Persona.Exec, path + "/withdraw", new JsonObject { ["reason"] = "记重了" })).Status);
        Assert.Equal("withdrawn", (string)(await county.Post(Persona.Exec, path + "/withdraw", new JsonObject { ["reason"] = "记重了" }, "\"4\"")).Body!["state"]!);
        Assert.Equal(0, (int)(await county.Get(Persona.Exec, ApiCounty.Visits)).Body!["total"]!);
        Assert.Equal(1, (int)(await county.Get(Persona.Exec, ApiCounty.Visits + "?state=all")).Body!["total"]!);
    }

    [Fact]
    public async Task The_list_takes_what_is_asked_newest_first_and_only_what_is_hers()
    {
        var first = await county.Visited(Persona.Exec, county.Village1, "2026-03-31", "monthly", "送了米面");
        var second = await county.Visited(Persona.Exec, county.Village1, "2026-04-01", "quarterly", whom: 1);
        var third = await county.Visited(Persona.Exec2, county.Village2, "2026-04-02");
        Assert.Equal([third, second, first], await Ids(Persona.Officer, ""));
        Assert.Equal([second, first], await Ids(Persona.Exec, ""));
        Assert.Empty(await Ids(Persona.Officer2, ""));
        Assert.Equal([first], await Ids(Persona.Officer, "?month=2026-03"));
        Assert.Equal([first], await Ids(Persona.Officer, "?from=2026-03-31&to=2026-03-31"));
        Assert.Equal([second, first], await Ids(Persona.Officer, $"?place={county.Village1.Place}"));
        Assert.Equal([second, first], await Ids(Persona.Officer, "?kind=monthly&kind=quarterly&to=2026-04-01"));
        Assert.Equal([first], await Ids(Persona.Officer, $"?person={county.Village1.Care[0].Person}"));
        Assert.Equal([first], await Ids(Persona.Officer, "?q=米面"));
        Assert.Equal([first, second, third], await Ids(Persona.Officer, "?sort=date"));
        Assert.Equal([second], await Ids(Persona.Officer, "?size=1&page=2"));
        Assert.Equal([third, second, first], await Ids(Persona.Officer, "?period=2026&state=submitted"));
        var page = (await county.Get(Persona.Officer, ApiCounty.Visits + "?size=1")).Body!;
        Assert.Equal((3, "槐荫村"), ((int)page["total"]!, (string)(await county.Get(Persona.Officer, ApiCounty.Visits + $"?place={county.Village1.Place}")).Body!["names"]![
            county.Village1.Grids[0].ToString()]!.ToString()[..3]));
    }

    [Fact]
    public async Task A_sealed_value_is_three_stars_and_found_only_whole()
    {
        var path = "/api/v1/registers/person/entries";
        var body = new JsonObject
        {
            ["id"] = Uuid.New(DateTime.UtcNow).ToString(),
            ["values"] = new JsonObject { ["name"] = "欧阳小雪", ["sex"] = "female", ["idNumber"] = IdNumbers.Valid("110101", "19900307", "122"), ["place"] = county.Village1.Place, ["health"] = "安好", ["org"] = county.Village1.Org },
        };
        var (status, answer) = await county.Post(Persona.Officer, path, body);
        Assert.True(status is HttpStatusCode.Created, answer?.ToJsonString());
        var number = (string)body["values"]!["idNumber"]!;
        var found = (await county.Get(Persona.Exec, $"{path}?idNumber={number}")).Body!;
        Assert.Equal((1, "***"), ((int)found["total"]!, (string)found["entries"]![0]!["values"]!["idNumber"]!));
        Assert.Equal(0, (int)(await county.Get(Persona.Officer2, $"{path}?idNumber={number}")).Body!["total"]!);
        Assert.Equal("list.sealed", (await county.Get(Persona.Exec, $"{path}?health=安好")).Body.Code());
        Assert.Equal(1, (int)(await county.Get(Persona.Officer, $"{path}?health=安好")).Body!["total"]!);
        Assert.Equal("list.sort", (await county.Get(Persona.Officer, $"{path}?sort=idNumber")).Body.Code());
    }

    private async Task<IEnumerable<string>> Ids(Persona persona, string query)
    {
        var (status, body) = await county.Get(persona, ApiCounty.Visits + query);
        Assert.True(status is HttpStatusCode.OK, body?.ToJsonString());
        return body!["entries"]!.AsArray().Select(e => (string)e!["id"]!);
    }
}

/// <summary>Identity numbers with a right check digit (GB 11643).</summary>
internal static class IdNumbers
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static string Valid(string region, string birth, string order)
    {
        var body = region + birth + order;
        return body + "10X98765432"[body.Select((c, i) => (c - '0') * Weights[i]).Sum() % 11];
    }
}
