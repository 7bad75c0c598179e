using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Tests.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>
/// A county lives at random; after each batch of deeds every figure equals the folded log and the number of entries behind it
/// (“Done when” 4). HALFSKY_SOAK=1 lives ten thousand steps.
/// </summary>
public sealed class FiguresTests
{
    private const int Batch = 50;
    private static readonly bool Soak = Environment.GetEnvironmentVariable("HALFSKY_SOAK") == "1";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_figure_and_split_equals_the_folded_log(int seed)
    {
        await using var county = await County.Start(jobs: false);
        var dice = new Random(seed * 31);
        var steps = Soak ? 10_000 : 1_500;
        var life = await Live(county, seed, steps, (life, step) => Check(county, life, dice, step == steps ? 1_500 : Soak ? 40 : 100, $"seed {seed}, step {step}"));
        Assert.True(life.Deeds.Accepted > life.Deeds.Tried * 0.6, $"only {life.Deeds.Accepted} of {life.Deeds.Tried} deeds were accepted");
    }

    [Fact]
    public async Task Leaving_out_any_one_condition_of_a_measure_changes_a_figure()
    {
        await using var county = await County.Start(jobs: false);
        // The first state of things in which a mutant gives another figure tells it; looked at now and then while life goes on.
        var (told, all) = (new HashSet<string>(), new HashSet<string>());
        await Live(county, 4, 1_500, async (life, step) =>
        {
            if (step % 250 != 0) return;
            await county.As(Persona.CountyStaff, (r, s) => Tell(r, s, county, life, told, all));
            if (step != 750) return;
            var log = await county.As(Persona.CountyStaff, (_, s) => FoldedLog.Read(s, life.Merged, county.Clock.Today));
            foreach (var meaning in Meaning.All.DistinctBy(m => m.Register))
                await life.Unsettle(meaning.Register, log.Behind(meaning, Branch.Root, Period.YearOf(county.Clock.Today), false, Branch.Root).TakeLast(6).Select(f => f.Id));
        });
        var untold = all.Except(told).ToList();
        Assert.True(all.Count > 150 && untold.Count == 0, $"{untold.Count} of {all.Count}:\n" + string.Join("\n", untold));
    }

    private static async Task Tell(Recording r, Session s, County county, RandomLife life, HashSet<string> told, HashSet<string> all)
    {
        var reference = await r.Reference(default);
        var today = county.Clock.Today;
        var log = await FoldedLog.Read(s, life.Merged, today);
        var scope = r.User.Scope("any.measure");
        foreach (var meaning in Meaning.All)
        {
            var measure = reference.Measure(meaning.Key)!;
            foreach (var (name, mutant) in Mutants(measure, reference, today))
            {
                var called = $"{measure.Key} without {name}";
                if (name.Length > 0 && !all.Add(called) && told.Contains(called)) continue;
                foreach (var (place, period, published) in Combinations(county, today))
                {
                    var (filter, count) = mutant(place, period, published);
                    var figure = (await new Query(s, measure.Register.Shape, scope).Where(filter).Group([], [count]))[0].Values[0];
                    var expected = FoldedLog.Value(meaning, log.Behind(meaning, place, period, published, Branch.Root));
                    // The nameless one leaves nothing out: it shows that the conditions taken apart are the measure.
                    if (name.Length == 0) Assert.Equal(expected, figure);
                    else if (figure != expected && told.Add(called)) break;
                }
            }
        }
    }

    /// <summary>The measure's conditions one by one left out; the first, nameless one leaves nothing out.</summary>
    private static IEnumerable<(string Name, Func<Branch, Period, bool, (Filter, Aggregate)> Make)> Mutants(Measure measure, Reference reference, DateOnly today)
    {
        (string Name, Func<Branch, Period, bool, Filter> Make) State(string name, params string[] more) =>
            (name, (_, _, published) => new Filter.In("state", [.. (published ? ["Verified"] : new[] { "Submitted", "Verified" }).Concat(more).Distinct()]));
        var parts = new List<(string Name, Func<Branch, Period, bool, Filter> Make)>
        {
            State("state"),
            ("place", (place, _, _) => new Filter.Within("place", reference.Covered(place))),
            ("places moved out", (place, _, _) => reference.MovedOut(place) is { Count: > 0 } gone ? new Filter.Not(new Filter.Within("place", gone)) : Filter.None),
        };
        var where = measure.Where is Filter.All all ? all.Parts : [measure.Where];
        parts.AddRange(where.Select((w, i) => ($"condition {i}", (Func<Branch, Period, bool, Filter>)((_, period, _) => w.On(Day(period))))));
        foreach (var (either, i) in where.Select((w, i) => (w, i)).Where(x => x.w is Filter.Any))
            foreach (var one in ((Filter.Any)either).Parts)
                yield return ($"{one} as an alternative", (p, t, v) => (With(p, t, v, $"condition {i}") & new Filter.Any([.. ((Filter.Any)either).Parts.Where(x => x != one)]).On(Day(t)), measure.Count));
        if (measure.Kind is MeasureKind.Flow)
        {
            parts.Add(("from", (_, period, _) => new Filter.Range(measure.Span.Keys[0], period.From, null)));
            parts.Add(("to", (_, period, _) => new Filter.Range(measure.Span.Keys[0], null, period.To)));
        }
        else
        {
            parts.Add(("begun", (_, period, _) => new Filter.Range(measure.Span.Keys[0], null, Day(period).AddDays(1))));
            parts.Add(("not ended", (_, period, _) => new Filter.Any([new Filter.Is(measure.Span.To!, null), new Filter.Range(measure.Span.To!, Day(period).AddDays(1), null)])));
        }
        if (measure.Reached is { } reached)
        {
            Filter Reach(Period period, bool state, bool days) => new Filter.Exists(reference.Register(reached.Register)!.Shape, reached.OtherKey, reached.Key,
                (days ? new Filter.Range("date", period.From, period.To) : Filter.None) & (state ? new Filter.In("state", ["Submitted", "Verified"]) : Filter.None));
            parts.Add(("reached", (_, period, published) => new Filter.Exists(reference.Register(reached.Register)!.Shape, reached.OtherKey, reached.Key,
                new Filter.Range("date", period.From, period.To) & new Filter.In("state", published ? ["Verified"] : ["Submitted", "Verified"]))));
            yield return ("state of the visit", (p, t, v) => (With(p, t, v, "reached") & Reach(t, false, true), measure.Count));
            yield return ("period of the visit", (p, t, v) => (With(p, t, v, "reached") & Reach(t, true, false), measure.Count));
        }
        yield return ("", (p, t, v) => (With(p, t, v, null), measure.Count));
        foreach (var (name, _) in parts)
            yield return (name, (p, t, v) => (With(p, t, v, name), measure.Count));
        foreach (var state in new[] { "Draft", "Returned", "Withdrawn" })
            yield return ("leaving out " + state, (p, t, v) => (With(p, t, v, "state") & State("", state).Make(p, t, v), measure.Count));
        yield return ("verified only when published", (p, t, _) => (With(p, t, false, null), measure.Count));
        if (measure.Count is not Aggregate.Rows) yield return ("its way of counting", (p, t, v) => (With(p, t, v, null), new Aggregate.Rows()));

        DateOnly Day(Period p) => p.Last > today && p.From <= today ? today : p.Last;

        Filter With(Branch place, Period period, bool published, string? without) =>
            parts.Where(x => x.Name != without).Aggregate(Filter.None, (f, x) => f & x.Make(place, period, published));
    }

    private static async Task<RandomLife> Live(County county, int seed, int steps, Func<RandomLife, int, Task> look)
    {
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        var life = new RandomLife(county, seed);
        await life.Begin();
        for (var step = 1; step <= steps; step++)
        {
            await life.Step();
            if (step == steps / 3) await life.Merge(old: 2, into: 1);
            if (step == steps * 2 / 3) await life.Merge(old: 5, into: 0);
            if (step % Batch == 0) await look(life, step);
        }
        return life;
    }

    /// <summary>Draws figures to be compared; over the batches all combinations of measure, place, period, split, state and reader come up.</summary>
    private static Task Check(County county, RandomLife life, Random dice, int draws, string when) => county.As(Persona.CountyStaff, async (r, s) =>
    {
        var reference = await r.Reference(default);
        var today = county.Clock.Today;
        var evaluator = new Evaluator(s, reference, today);
        var log = await FoldedLog.Read(s, life.Merged, today);
        var combinations = Combinations(county, today).ToList();
        // Who reads: the county, a township's officer, a village's executive.
        var readers = new[] { Branch.Root.Value, Branch.Root.Value, county.Facts.Townships[0].Org, county.Village1.Org }.Select(o => (new Branch(o), Scope.Of([new Branch(o)]))).ToList();
        var shipped = reference.Measures.Select(m => m.Key).Order().ToList();
        Assert.Equal(shipped, Meaning.All.Select(m => m.Key).Concat(Meaning.Ratios.Select(m => m.Key)).Order());
        for (var i = 0; i < draws; i++)
        {
            var meaning = Meaning.All[i % Meaning.All.Count];
            var (place, period, published) = combinations[dice.Next(combinations.Count)];
            var (branch, scope) = readers[dice.Next(4)];
            string[] splits = [.. meaning.By, "township", "village", "grid", "org", .. meaning.IsStock ? Array.Empty<string>() : ["month", "quarter", "year"]];
            var by = splits[dice.Next(splits.Length)];
            var what = $"{meaning.Key} at {place} in {period} by {by}, published {published}, seen by {branch}: {when}";
            var behind = log.Behind(meaning, place, period, published, branch);
            var expected = FoldedLog.Value(meaning, behind);
            var measure = reference.Measure(meaning.Key)!;
            var ask = new Ask(place, period, [by.TrimStart('*')], Published: published);
            var reading = await evaluator.Read(measure, ask, scope);
            Assert.True(expected == reading.Value, $"{what}: {reading.Value}, the log says {expected}");
            var verified = FoldedLog.Value(meaning, behind.Where(f => f.State == "Verified" ));
            Assert.True(expected - verified == reading.Pending, $"{what}: pending {reading.Pending}, the log says {expected - verified}");
            Same(what, log.Split(meaning, behind, by), reading.Slices.ToDictionary(x => x.Keys[0] ?? "∅", x => x.Value));
            await CompareEntries(what, evaluator, measure, meaning, ask, scope, behind, expected);
            if (i % 5 == 0) await CompareTrend(what, evaluator, measure, meaning, log, ask, scope, branch, today);
            if (i % 20 == 0) await CompareRatio(what, evaluator, reference, log, ask, scope, branch);
        }
        await CompareTally(s, reference, evaluator, county, combinations[dice.Next(combinations.Count)], today, when);
    });

    /// <summary>What the tally says of every measure at once is what the entries say of each.</summary>
    private static async Task CompareTally(Session s, Reference reference, Evaluator evaluator, County county, (Branch Place, Period Period, bool Published) at, DateOnly today, string when)
    {
        var scope = Scope.Of([Branch.Root]);
        var ask = new Ask(at.Place, at.Period);
        var reader = new TallyReader(s, reference, today);
        var measures = reference.Measures.Where(m => m.Register is not DefinedRegister).ToList();
        var readings = await reader.Read(measures, ask, _ => scope);
        var months = await reader.Months(measures, ask, _ => scope);
        foreach (var (measure, told) in measures.Zip(readings))
        {
            var said = await evaluator.Read(measure, ask, scope);
            var what = $"tally of {measure.Key} at {at.Place} in {at.Period}{(reader.Holds(measure, ask) ? "" : ", not kept")}: {when}";
            Assert.True(said.Value == told.Value && said.Pending == told.Pending && said.Recorded == told.Recorded, $"{what}: {told.Value}/{told.Pending}/{told.Recorded}, the entries say {said.Value}/{said.Pending}/{said.Recorded}");
            if (!months.TryGetValue(measure, out var kept)) continue;
            var trend = await evaluator.Trend(measure, ask with { Period = Period.Year(at.Period.Last.Year) }, scope);
            // The month that runs holds for a stock what is known of its end; the trend asks today.
            var past = trend.Select((t, i) => (t, i)).Where(x => measure.Kind is MeasureKind.Flow ? x.t.Value is not null : x.t.Month.To <= today).ToList();
            Assert.True(past.TrueForAll(x => kept[x.i] == x.t.Value), $"{what}: months {string.Join(' ', kept)}, the entries say {string.Join(' ', trend.Select(t => t.Value))}");
        }
    }

    private static async Task CompareEntries(string what, Evaluator evaluator, Measure measure, Meaning meaning, Ask ask, Scope scope, List<Fact> behind, long expected)
    {
        var columns = meaning.Sum is null ? (string[])["id"] : ["id", meaning.Sum];
        var page = await evaluator.Entries(measure, ask, scope, columns, 0, 100_000);
        if (meaning.Sum is not null) Assert.Equal(expected, page.Rows.Sum(row => (long?)row[1] ?? 0));
        else Assert.True(expected == page.Total && expected == page.Rows.Count, $"{what}: {page.Total} entries behind {expected}");
        var ids = behind.Select(f => f.Id).ToHashSet();
        Assert.True(page.Rows.All(row => ids.Contains((Guid)row[0]!)), $"{what}: an entry behind the figure that does not count");
        if (meaning.Distinct is null) Assert.Equal(ids.Count, page.Rows.Count);
        var second = await evaluator.Entries(measure, ask, scope, ["id"], 3, 2);
        Assert.Equal(page.Rows.Skip(3).Take(2).Select(row => row[0]), second.Rows.Select(row => row[0]));
        Assert.Equal(page.Total, second.Total);
    }

    private static async Task CompareTrend(string what, Evaluator evaluator, Measure measure, Meaning meaning, FoldedLog log, Ask ask, Scope scope, Branch branch, DateOnly today)
    {
        foreach (var (month, value) in await evaluator.Trend(measure, ask, scope))
        {
            long? expected = month.From > today ? null : FoldedLog.Value(meaning, log.Behind(meaning, ask.Place, Within(month, ask.Period, meaning.IsStock), ask.Published, branch));
            Assert.True(expected == value, $"{what}: trend at {month} {value}, the log says {expected}");
        }

        static Period Within(Period month, Period all, bool stock) => stock || all.Contains(month) ? month : new(month.From < all.From ? all.From : month.From, month.To > all.To ? all.To : month.To);
    }

    private static async Task CompareRatio(string what, Evaluator evaluator, Reference reference, FoldedLog log, Ask ask, Scope scope, Branch branch)
    {
        foreach (var (key, part, whole) in Meaning.Ratios)
        {
            long Of(string of) => Meaning.All.Single(m => m.Key == of) is var m ? FoldedLog.Value(m, log.Behind(m, ask.Place, ask.Period, ask.Published, branch)) : 0;
            var (p, w) = (Of(part), Of(whole));
            var reading = await evaluator.Read(reference.Measure(key)!, ask with { By = ["village"] }, scope);
            Assert.True(reading.Part == p && reading.Whole == w && reading.Value == (w == 0 ? null : (long)Math.Round(p * 10_000m / w, MidpointRounding.AwayFromZero)), $"{key} {what}: {reading.Value} of {p}/{w}");
            var m = Meaning.All.Single(x => x.Key == whole);
            Same(key + " " + what, log.Split(m, log.Behind(m, ask.Place, ask.Period, ask.Published, branch), "village"), reading.Slices.ToDictionary(x => x.Keys[0]!, x => x.Whole!.Value));
        }
    }

    private static void Same(string what, Dictionary<string, long> expected, Dictionary<string, long> actual)
    {
        string Text(Dictionary<string, long> rows) => string.Join(" ", rows.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
        Assert.True(Text(expected) == Text(actual), $"{what}:\n  {Text(actual)}\n  the log says\n  {Text(expected)}");
    }

    private static IEnumerable<(Branch Place, Period Period, bool Published)> Combinations(County county, DateOnly today)
    {
        var facts = county.Facts;
        var places = new[] { Branch.Root.Value }.Concat(facts.Townships.Select(t => t.Place)).Concat(facts.Villages.Select(v => v.Place)).Append(facts.Villages[1].Grids[0]);
        Period[] periods =
        [
            Period.YearOf(today), Period.QuarterOf(today), Period.MonthOf(today), Period.MonthOf(today.AddMonths(-1)), Period.QuarterOf(today.AddMonths(-3)),
            Period.Year(today.Year - 1), Period.Day(today), Period.Between(today.AddDays(-45), today.AddDays(-3)), new(new(today.Year, 1, 31), new(today.Year, 3, 1)), Period.MonthOf(today.AddMonths(2)),
        ];
        return from place in places from period in periods from published in new[] { false, true } select (new Branch(place), period, published);
    }
}
