using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using HalfSky.Host;
using HalfSky.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Tests.Acceptance;

public sealed partial class ClaimsTests
{
    /// <summary>The eight townships and years whose summaries seed 003 holds.</summary>
    public static TheoryData<string, string> Articles => [.. Claim.All.Where(c => c.How == "figure" && c.Id.StartsWith("003", StringComparison.Ordinal)).Select(c => (c.Place, c.Period[..4])).Distinct()];

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task The_years_summary_says_every_figure_and_each_opens_to_its_entries(string place, string year)
    {
        var file = Path.Combine(told.Database.Folder.Path, $"summary-{place}-{year}.docx");
        string[] at = told.Database.Connection is { } connection ? ["--data", told.Database.Folder.Path, "--database", connection] : ["--data", told.Database.Folder.Path];
        using var output = new StringWriter();
        Assert.Equal(0, await Commands.Run(["summary", "--place", place, "--year", year, "--out", file, "--json", .. at], output, TextWriter.Null));
        var figures = JsonNode.Parse(output.ToString())!["figures"]!.AsArray().Select(f => f!).ToList();
        var words = WordsOf(file);
        var missing = new List<string>();
        foreach (var claim in Claim.All.Where(c => c.How == "figure" && c.Id.StartsWith("003", StringComparison.Ordinal) && c.Place == place && c.Period[..4] == year))
        {
            if (figures.FirstOrDefault(f => (string?)f["measure"] == claim.Key && Same((string)f["conditions"]!, claim.Filters)) is not { } figure)
            {
                missing.Add($"{claim.Id} {claim.Key}?{claim.Filters}");
                continue;
            }
            var (reading, entries) = await told.Read(claim);
            Assert.Equal(reading.Value, (long?)figure["value"]);
            Assert.Equal(reading.Measure.Unit.Label, (string?)figure["unit"]);
            Assert.Contains((string)figure["text"]!, words, StringComparison.Ordinal);
            var open = (string)figure["open"]!;
            Assert.StartsWith($"/measures/{claim.Key}?", open, StringComparison.Ordinal);
            var conditions = string.Join('&', QueryHelpers.ParseQuery(open[open.IndexOf('?', StringComparison.Ordinal)..]).Where(q => q.Key is not ("place" or "period")).Select(q => $"{q.Key}={q.Value}"));
            Assert.Equal(entries.Count, (await told.Read(claim with { Filters = conditions, Period = year })).Entries.Count);
        }
        Assert.Empty(missing);
    }

    private static bool Same(string one, string other) =>
        QueryHelpers.ParseQuery(one).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}").SequenceEqual(QueryHelpers.ParseQuery(other).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}"));

    private static string WordsOf(string docx)
    {
        using var zip = ZipFile.OpenRead(docx);
        using var document = zip.GetEntry("word/document.xml")!.Open();
        return string.Concat(XDocument.Load(document).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));
    }
}
