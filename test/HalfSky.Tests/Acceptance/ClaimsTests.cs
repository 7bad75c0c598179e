using System.Text.Json.Nodes;
using HalfSky.Host;
using HalfSky.Host.Demo;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Api;
using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Acceptance;

/// <summary>Every figure of the seed documents comes out of entries of the demo, and every mechanism is somewhere.</summary>
public sealed partial class ClaimsTests(ClaimsTests.Told told) : IClassFixture<ClaimsTests.Told>
{
    private const string NoSeeds = "The documents' claims are not beside the repository (../shared/acceptance/seed-claims.jsonl): their values cannot be compared here.";

    /// <summary>Domains whose registers are there.</summary>
    private static readonly string[] Domains =
    [
        "organisation", "planning", "activity", "publicity", "training", "family-education", "child-space", "information-report", "visit", "volunteer", "patrol", "employment", "enterprise", "talent", "care",
    ];

    private static readonly string[] Mechanisms = ["register", "measure", "duty", "rule", "state", "page"];
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Scope Whole = Scope.Whole("a test");

    public static TheoryData<string> Figures => [.. Claim.All.Where(c => c.How == "figure").Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_figure_comes_out_with_as_many_entries_behind_it(string id)
    {
        var claim = Claim.All.Single(c => c.Id == id);
        var (reading, entries) = await told.Read(claim);
        var shown = reading.Value / Scale(reading.Measure.Unit);
        Assert.NotNull(shown);
        Assert.SkipWhen(claim.Value is null && Claim.Seeds is null, NoSeeds);
        Assert.True(claim.Value == shown, $"{id} {claim.Key}?{claim.Filters} {claim.Place} {claim.Period}: {shown} instead of {claim.Value}");
        var share = reading.Measure.Kind is MeasureKind.Ratio;
        switch (told.Counted(reading.Measure).Count)
        {
            case Aggregate.Sum: Assert.Equal(reading.Value, entries.Sum(e => e)); break;
            case Aggregate.Max: Assert.Equal(reading.Value, entries.Max(e => e)); break;
            default: Assert.Equal(share ? reading.Part : reading.Value, entries.Count); break;
        }
    }

    [Fact]
    public async Task The_command_line_says_the_same()
    {
        Assert.SkipWhen(Claim.Seeds is null, NoSeeds);
        string[] at = told.Database.Connection is { } connection ? ["--data", told.Database.Folder.Path, "--database", connection] : ["--data", told.Database.Folder.Path];
        foreach (var claim in Claim.All.Where(c => c.Id is "003-020" or "001-071" or "004-002"))
        {
            using var text = new StringWriter();
            string[] where = claim.Filters.Length > 0 ? ["--where", claim.Filters] : [];
            Assert.Equal(0, await Commands.Run(["measure", claim.Key, "--place", claim.Place, "--period", claim.Period, .. where, "--json", .. at], text, TextWriter.Null));
            Assert.Equal(claim.Value, (decimal)JsonNode.Parse(text.ToString())!["value"]!);
        }
    }

    [Fact]
    public void Every_claim_of_these_domains_has_its_row_and_few_figures_are_left_out()
    {
        Assert.SkipWhen(Claim.Seeds is null, NoSeeds);
        var asked = Claim.Seeds!.Where(s => Domains.Contains((string?)s["domain"])).ToDictionary(s => (string)s["id"]!, s => (string)s["kind"]!);
        Assert.Equal(asked.Keys.Order(), Claim.All.Select(c => c.Id).Order());
        Assert.All(Claim.All, c => Assert.Equal(asked[c.Id] == "figure", c.How is "figure" or "not-computed"));
        var left = Claim.All.Where(c => c.How == "not-computed").ToList();
        Assert.True(left.Count * 20 <= asked.Values.Count(k => k == "figure"), $"{left.Count} figures are not computed");
        Assert.All(left, c => Assert.NotEmpty(c.Reason));
    }

    [Fact]
    public void Claims_of_one_year_and_place_are_counted_differently() =>
        Assert.Empty(Claim.All.Where(c => c.How == "figure").GroupBy(c => (c.Key, c.Filters, c.Place, c.Period)).Where(g => g.Count() > 1).Select(g => string.Join(' ', g.Select(c => c.Id))));

    [Fact]
    public void Every_mechanism_names_what_does_it_or_the_issue_it_comes_with()
    {
        var catalog = told.App.Services.GetRequiredService<Catalog>();
        foreach (var claim in Claim.All.Where(c => c.How is not ("figure" or "not-computed")))
        {
            Assert.Contains(claim.How, Mechanisms);
            if (claim.Reason is "issue 5" or "issue 6" or "later") continue;
            var register = catalog.Registers.FirstOrDefault(r => r.Key == claim.Key);
            var measure = catalog.Measures.FirstOrDefault(m => m.Key == claim.Key);
            var duty = told.Reference.Duty(claim.Key) is not null;
            Assert.True(claim.How switch { "measure" => measure is not null, "duty" => duty, _ => register is not null }, $"{claim.Id}: no {claim.How} {claim.Key}");
            foreach (var (name, values) in QueryHelpers.ParseQuery(claim.Filters))
            {
                if (register is null) continue;
                var field = register.Find(name);
                Assert.True(field is not null, $"{claim.Id}: {claim.Key} has no {name}");
                if (field.KindList is { } list && told.Reference.KindsOf(field) is { } kinds)
                    Assert.All(values.ToString().Split(','), v => Assert.True(kinds.CodeOf(v) is not null, $"{claim.Id}: {list} has no {v}"));
            }
        }
    }

    [Fact]
    public async Task Around_them_lie_thousands_that_must_not_count()
    {
        var (all, _) = await told.Read(new("", "activity.sessions", "", "", "2021-01-01..2026-12-31", "", ""));
        var articles = Claim.All.Where(c => c.How == "figure" && c.Place.Length > 0 && c.Period.Length == 4).Select(c => (c.Place, c.Period)).Distinct().ToList();
        var inside = 0L;
        foreach (var (place, year) in articles) inside += (await told.Read(new("", "activity.sessions", "", place, year, "", ""))).Reading.Value ?? 0;
        Assert.True(all.Value - inside >= 5000, $"{all.Value - inside} others");
        using var scope = told.App.Services.CreateScope();
        var activities = scope.ServiceProvider.GetRequiredService<Catalog>()["activity"];
        foreach (var state in new[] { EntryState.Draft, EntryState.Returned, EntryState.Withdrawn })
            Assert.True(await new Query(scope.ServiceProvider.GetRequiredService<Session>(), activities.Shape, Whole).Where(new Filter.In("state", [state.ToString()])).Count(TestContext.Current.CancellationToken) > 20);
        foreach (var day in new[] { "2024-01-01", "2024-02-29", "2024-12-31", "2023-12-31", "2026-01-01" })
            Assert.True((await told.Read(new("", "activity.sessions", "", "", day, "", ""))).Reading.Value > 0, day);
        Assert.True((await told.Read(new("", "activity-partner.took-part", "", "", "2024", "", ""))).Reading.Value > 50);
    }

    private static decimal Scale(Unit unit) => unit.Digits switch { 0 => 1, 1 => 10, _ => 100 };

    /// <summary>All villages of the demo with two fifths of their people, made once.</summary>
    public sealed class Told : IAsyncLifetime
    {
        public CountyDatabase Database { get; private set; } = null!;

        public Microsoft.AspNetCore.Builder.WebApplication App { get; private set; } = null!;

        public Reference Reference { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = await CountyDatabase.Make();
            await DemoCounty.Make(Database.Folder, Database.Connection, new(Today: Today, Residents: 0.4));
            App = await Server.Build(Database.Folder, Database.Connection, null, b => b.Services.AddSingleton<TimeProvider>(new Fixed()));
            using var scope = App.Services.CreateScope();
            Reference = await scope.ServiceProvider.GetRequiredService<ReferenceSource>().Take(scope.ServiceProvider.GetRequiredService<Session>());
        }

        /// <summary>What is counted: a ratio's part for a ratio.</summary>
        public Measure Counted(Measure measure) => measure.Kind is MeasureKind.Ratio ? Reference.Measure(measure.Part!)! : measure;

        /// <summary>The figure as the command line reads it, and of each entry behind it what it adds.</summary>
        public async Task<(Reading Reading, IReadOnlyList<long?> Entries)> Read(Claim claim)
        {
            using var scope = App.Services.CreateScope();
            var measure = Reference.Measure(claim.Key) ?? throw new InvalidOperationException($"{claim.Id}: no measure {claim.Key}");
            var address = QueryHelpers.ParseQuery(claim.Filters);
            address["period"] = claim.Period;
            if (claim.Place.Length > 0) address["place"] = claim.Place;
            var query = StrictAsk.Read(address, measure, Reference, Branch.Root, Today, [], out var problems);
            Assert.True(problems.Count == 0 && query is not null, $"{claim.Id}: {string.Join(' ', problems.Select(p => p.Text))}");
            var evaluator = new Evaluator(scope.ServiceProvider.GetRequiredService<Session>(), Reference, Today);
            var reading = await evaluator.Read(measure, query.Ask, Whole, TestContext.Current.CancellationToken);
            var adds = Counted(measure).Count switch { Aggregate.Sum s => s.Key, Aggregate.Max m => m.Key, _ => null };
            var page = await evaluator.Entries(measure, query.Ask, Whole, [adds ?? "id"], 0, 20_000, TestContext.Current.CancellationToken);
            return (reading, [.. page.Rows.Select(r => adds is null ? 1 : r[0] as long?)]);
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Database.DisposeAsync();
        }

        private sealed class Fixed : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        }
    }
}
