using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Tests.Platform.Registers;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>What is read of many figures at once is what the <see cref="Evaluator"/> says of each, in a county that lives at random.</summary>
public sealed class ManyFiguresTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Many_figures_at_once_are_what_each_is_by_itself(int seed)
    {
        await using var county = await County.Start(jobs: false);
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        var (life, dice, seen) = (new RandomLife(county, seed), new Random(seed), new Dictionary<string, int>());
        await life.Begin();
        for (var step = 1; step <= 1_000; step++)
        {
            await life.Step();
            if (step == 300) await life.Merge(old: 2, into: 1);
            if (step == 600) await life.Merge(old: 5, into: 0);
            if (step % 250 == 0) await county.As(Persona.CountyStaff, (r, s) => Compare(new(county, dice, r, s, seen), $"seed {seed}, step {step}"));
        }
        // Every way of asking comes up, and finds something.
        foreach (var way in (string[])["all", "by condition", "two conditions", "published", "several kinds", "empty", "dated", "group", "place", "time", "state", "ratio", "merged village", "township's reader", "sum", "max", "distinct", "villages", "pending", "nothing"])
            Assert.True(seen.GetValueOrDefault(way) > 0, $"{way} never came up: {string.Join(' ', seen)}");
    }

    [Fact]
    public async Task A_sum_of_nothing_but_zeros_was_recorded()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("kind", "monthly"));
        await county.As(Persona.CountyStaff, async (r, s) =>
        {
            var reference = await r.Reference(default);
            var given = reference.Measure("visit.given")!;
            var asked = new[] { "monthly", "quarterly" }.Select(k => (given, Ask(reference, given, county, [("kind", k)]))).ToList();
            var readings = await new ManyFigures(s, reference, county.Clock.Today).Read(asked, _ => Scope.Of([Branch.Root]));
            Assert.Equal([(0L, 1), (0L, 0)], readings.Select(x => (x.Value!.Value, x.Recorded)));
        });
    }

    [Fact]
    public async Task Who_may_count_nothing_of_a_register_is_told_nothing()
    {
        await using var county = await County.Start(jobs: false);
        await county.Recorded(Persona.Exec, "visit", ("person", county.Village1.People[0].Id), ("kind", "monthly"));
        await county.As(Persona.Officer2, async (r, s) =>
        {
            var reference = await r.Reference(default);
            var measures = reference.Measures.Where(m => m.Register.Key == "visit" && m.Kind is MeasureKind.Flow).ToList();
            List<(Measure, AskQuery)> asked = [.. measures.Select(m => (m, Ask(reference, m, county, []))), .. measures.Select(m => (m, Ask(reference, m, county, [("kind", "monthly")])))];
            foreach (var scope in new[] { r.User.Scope("visit.measure"), Scope.None })
                Assert.All(await new ManyFigures(s, reference, county.Clock.Today).Read(asked, _ => scope), x => Assert.Equal((0L, 0), (x.Value ?? 0, x.Recorded)));
        });
    }

    private sealed record Asking(County County, Random Dice, Recording Recording, Session Session, Dictionary<string, int> Seen)
    {
        public void Saw(string way) => Seen[way] = Seen.GetValueOrDefault(way) + 1;

        public T Any<T>(IReadOnlyList<T> of) => of[Dice.Next(of.Count)];
    }

    private static AskQuery Ask(Reference reference, Measure measure, County county, IEnumerable<(string Name, string Value)> conditions) => AskQuery.Read(
        conditions.Select(c => KeyValuePair.Create(c.Name, new StringValues(c.Value))), measure, reference, Branch.Root, Period.YearOf(county.Clock.Today), county.Clock.Today);

    /// <summary>Every measure is asked for plainly and with conditions, at a few places and days; all of them in one reading.</summary>
    private static async Task Compare(Asking a, string when)
    {
        var (reference, today, facts) = (await a.Recording.Reference(default), a.County.Clock.Today, a.County.Facts);
        Branch[] places = [Branch.Root, Branch.Root, new(facts.Townships[0].Place), .. facts.Villages.Select(v => new Branch(v.Place)), new(facts.Villages[1].Grids[0])];
        Period[] periods = [Period.YearOf(today), Period.YearOf(today), Period.QuarterOf(today), Period.Year(today.Year - 1), Period.Between(today.AddDays(-45), today.AddDays(-3)), Period.MonthOf(today.AddMonths(2))];
        var at = Enumerable.Range(0, 4).Select(_ => (Place: a.Any(places), Days: a.Any(periods), Published: a.Dice.Next(3) == 0)).Prepend((Branch.Root, Period.YearOf(today), false)).ToList();
        var asked = new List<(Measure Measure, AskQuery Query)>();
        foreach (var measure in reference.Measures)
        {
            for (var i = 0; i < 6; i++)
            {
                var (place, days, published) = i < 3 ? at[0] : a.Any(at);
                List<(string Name, string Value)> given = [("place", place.ToString()), ("period", days.Key), .. published ? [("published", "1")] : Array.Empty<(string, string)>()];
                for (var n = i == 0 ? 0 : a.Dice.Next(3); n > 0; n--) given.Add(Condition(a, measure, reference, today));
                var query = AskQuery.Read(given.Select(g => KeyValuePair.Create(g.Name, new StringValues(g.Value))), measure, reference, place, days, today);
                if (query.Problems.Count == 0) asked.Add((measure, query));
            }
        }
        Assert.True(asked.Count > reference.Measures.Count * 4, $"only {asked.Count} of the questions could be asked");
        var evaluator = new Evaluator(a.Session, reference, today);
        foreach (var reader in new[] { Branch.Root, new(facts.Townships[0].Org) })
        {
            var told = await new ManyFigures(a.Session, reference, today).Read(asked, _ => Scope.Of([reader]));
            Assert.Equal(asked.Count, told.Count);
            foreach (var ((measure, query), one) in asked.Zip(told))
            {
                var each = await evaluator.Read(measure, query.Ask with { By = null }, Scope.Of([reader]));
                Assert.True((each.Value, each.Pending, each.Recorded, each.Villages, each.Part, each.Whole) == (one.Value, one.Pending, one.Recorded, one.Villages, one.Part, one.Whole),
                    $"{measure.Key}{query}, seen by {reader}, {when}: {one.Value}/{one.Pending}/{one.Recorded}/{one.Part}/{one.Whole}, by itself {each.Value}/{each.Pending}/{each.Recorded}/{each.Part}/{each.Whole}");
                Note(a, measure, query, each, reader, reference);
            }
        }
    }

    private static (string Name, string Value) Condition(Asking a, Measure measure, Reference reference, DateOnly today)
    {
        var split = a.Any<Split>([.. Split.Of(measure, reference), new("state", "")]);
        if (split.Key is "township" or "village" or "grid") return (split.Key, a.Any(reference.Places.AtDepth(Branch.Root, split.Key switch { "township" => 2, "village" => 3, _ => 4 }).ToList()).Number.ToString());
        if (split.Key == Split.Group) return (split.Key, a.Any(reference.Groups).Id.ToString());
        if (split.Key is "month" or "quarter" or "year") return (split.Key, (split.Key switch { "month" => Period.MonthOf(today.AddMonths(-a.Dice.Next(2))), "quarter" => Period.QuarterOf(today), _ => Period.YearOf(today) }).Key);
        if (split.Key == "state") return ("state", a.Dice.Next(2) == 0 ? "Submitted" : "Verified");
        if (a.Dice.Next(5) == 0) return (split.Key, AskQuery.Empty);
        return (split.Key, split.Field!.Type switch
        {
            FieldType.Kind or FieldType.Kinds when reference.KindsOf(split.Field).Items is { Count: > 0 } kinds => string.Join(',', Enumerable.Range(0, 1 + a.Dice.Next(3)).Select(_ => a.Any(kinds).Code).Distinct()),
            FieldType.Flag => a.Dice.Next(2) == 0 ? "true" : "false",
            FieldType.Number or FieldType.Money => a.Dice.Next(20).ToString(CultureInfo.InvariantCulture),
            _ => AskQuery.Empty,
        });
    }

    /// <summary>Which ways of asking came up with something to tell.</summary>
    private static void Note(Asking a, Measure measure, AskQuery query, Reading reading, Branch reader, Reference reference)
    {
        if (reading.IsSilent) a.Saw("nothing");
        if (reading.Value is null or 0) return;
        a.Saw("all");
        if (query.Conditions.Count > 0) a.Saw("by condition");
        if (query.Conditions.Count > 1) a.Saw("two conditions");
        if (query.Published) a.Saw("published");
        if (reading.Pending > 0) a.Saw("pending");
        if (reader != Branch.Root) a.Saw("township's reader");
        if (measure.Kind is MeasureKind.Ratio) a.Saw("ratio");
        if (reference.Successors.Any(s => query.Place.Contains(s.New)) && reference.Covered(query.Place).Count > 1) a.Saw("merged village");
        a.Saw(measure.Count switch { Aggregate.Sum => "sum", Aggregate.Max => "max", Aggregate.Distinct => "distinct", Aggregate.Villages => "villages", _ => "rows" });
        foreach (var (name, value) in query.Conditions)
        {
            a.Saw(name switch { "township" or "village" or "grid" => "place", "month" or "quarter" or "year" => "time", _ => name });
            if (value.Contains(',', StringComparison.Ordinal)) a.Saw("several kinds");
            if (value == AskQuery.Empty) a.Saw("empty");
            if (measure.Dated.Any(d => d.Key == name)) a.Saw("dated");
        }
    }
}
