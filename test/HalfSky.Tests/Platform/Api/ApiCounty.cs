using System.Net;
using System.Text.Json.Nodes;
using HalfSky.Kernel;

namespace HalfSky.Tests.Platform.Api;

/// <summary>Short words for the interface in the tests of this folder.</summary>
internal static class ApiCounty
{
    public const string Visits = "/api/v1/registers/visit/entries";

    public static Task<(HttpStatusCode Status, JsonNode? Body)> Get(this County county, Persona persona, string path) => county.Api(persona, HttpMethod.Get, path);

    public static Task<(HttpStatusCode Status, JsonNode? Body)> Post(this County county, Persona persona, string path, JsonNode? body, string? ifMatch = null) =>
        county.Api(persona, HttpMethod.Post, path, body, ifMatch);

    public static Task<(HttpStatusCode Status, JsonNode? Body)> Put(this County county, Persona persona, string path, JsonNode? body, string? ifMatch = null) =>
        county.Api(persona, HttpMethod.Put, path, body, ifMatch);

    /// <summary>A visit to somebody in care of the village, as handed in.</summary>
    public static JsonObject Visit(this County county, Village village, string date = "2026-11-20", string kind = "quarterly", string note = "都好", int whom = 0) => new()
    {
        ["id"] = Uuid.New(county.Clock.GetUtcNow().UtcDateTime).ToString(),
        ["values"] = new JsonObject { ["person"] = village.Care[whom].Person.ToString(), ["date"] = date, ["kind"] = kind, ["note"] = note },
    };

    /// <summary>Records a visit and gives its id.</summary>
    public static async Task<string> Visited(this County county, Persona persona, Village village, string date = "2026-11-20", string kind = "quarterly", string note = "都好", int whom = 0)
    {
        var body = county.Visit(village, date, kind, note, whom);
        var (status, answer) = await county.Post(persona, Visits, body);
        Assert.True(status is HttpStatusCode.Created, answer?.ToJsonString());
        return (string)body["id"]!;
    }

    public static string? Code(this JsonNode? problem) => (string?)problem?["code"];

    public static string? FieldOf(this JsonNode? problem) => (string?)problem?["problems"]?[0]?["field"];
}
