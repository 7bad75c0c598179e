using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Tests.Shape;

namespace HalfSky.Tests.Acceptance;

/// <summary>A row of test/Acceptance/claims.csv: where a figure or a mechanism of a real document is in the registers.</summary>
/// <param name="Id">Number of the claim, “003-001”.</param>
/// <param name="Key">Measure, register or duty.</param>
/// <param name="Filters">Conditions as in an address.</param>
/// <param name="Place">Code of the place of the demo.</param>
/// <param name="Period">Period key.</param>
/// <param name="How">figure, not-computed, or what does a mechanism: register, measure, duty, rule, state, page.</param>
/// <param name="Reason">Why, or with which issue it comes.</param>
public sealed record Claim(string Id, string Key, string Filters, string Place, string Period, string How, string Reason)
{
    /// <summary>What a claim says, in the unit's whole: null where the documents are not at hand.</summary>
    public decimal? Value { get; init; }

    /// <summary>All rows, in the file's order.</summary>
    public static IReadOnlyList<Claim> All { get; } = Read();

    /// <summary>The claims themselves: number, kind, domain; null where the documents are not beside the repository.</summary>
    public static IReadOnlyList<JsonObject>? Seeds { get; } = ReadSeeds();

    /// <summary>Where the documents were looked for.</summary>
    public static string SeedPath => Path.Combine(Source.Root, "..", "shared", "acceptance", "seed-claims.jsonl");

    private static IReadOnlyList<JsonObject>? ReadSeeds() =>
        File.Exists(SeedPath) ? [.. File.ReadLines(SeedPath).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!.AsObject())] : null;

    private static IReadOnlyList<Claim> Read()
    {
        using var file = File.OpenText(Path.Combine(Source.Root, "test", "Acceptance", "claims.csv"));
        var values = (ReadSeeds() ?? []).ToDictionary(s => (string)s["id"]!, s => (string?)s["value"]?.ToJsonString());
        return [.. Csv.Read(file).Skip(1).Select(r => new Claim(r[0], r[1], r[2], r[3], r[4], r[5], r[6])
        {
            Value = Told(values.GetValueOrDefault(r[0])) is { } told ? InWholes(told, r[1]) : null,
        })];
    }

    private static decimal? Told(string? value) => decimal.TryParse(value?.Trim('"'), CultureInfo.InvariantCulture, out var told) ? told : null;

    /// <summary>The one amount of the documents is told in 万元.</summary>
    private static decimal InWholes(decimal told, string key) => key == "venue.invested" ? told * 10_000 : told;
}
