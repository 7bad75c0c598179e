using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Tests.Platform.Registers;

namespace HalfSky.Tests.Platform.Measures;

/// <summary>
/// A county lives at random; after each batch of deeds figures equal the folded log and the number of entries behind them, at the end every
/// measure does (“Done when” 4). HALFSKY_SOAK=1 lives ten thousand steps.
/// </summary>
public sealed class FiguresTests
{
    private const int Lives = 3, Steps = 1_800;

    private const int Batch = 100;
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
        var life = new RandomLife(county, seed);
        await Live(county, life, steps, step => Check(county, life, dice, all: step == steps, $"seed {seed}, step {step}"));
        Assert.True(life.Deeds.Accepted > life.Deeds.Tried * 0.6, $"only {life.Deeds.Accepted} of {life.Deeds.Tried} deeds were accepted: {life.Refusals}");
    }

    [Fact]
    public async Task A_course_day_is_counted_once_as_training_and_once_as_an_activity()
    {
        await using var county = await County.Start(jobs: false);
        var life = new RandomLife(county, 5, "course", "course-day", "enrolment", "activity", "sign-in", "venue");
        var seen = 0;
        await Live(county, life, 800, step => county.As(Persona.CountyStaff, async (r, s) =>
        {
            var reference = await r.Reference(default);
            var (today, scope) = (county.Clock.Today, Scope.Of([Branch.Root]));
            var log = await FoldedLog.Read(s, reference, life.Merged, today);
            var days = log.Of("course-day").Where(f => f.Counts).ToList();
            var held = log.Of("activity").Where(f => f.Counts).ToList();
            Assert.Equal(days.Select(d => (d.Id, d.State, d.Place, d.Org, d.Day("date"), d.Number("attendance"))).Order(),
                held.Where(a => a.Value("courseDay") is not null).Select(a => ((Guid)a.Value("courseDay")!, a.State, a.Place, a.Org, a.Day("date"), a.Number("participants"))).Order());
            var evaluator = new Evaluator(s, reference, today);
            foreach (var period in new[] { Period.YearOf(today), Period.Year(today.Year - 1), Period.MonthOf(today) })
            {
                var ask = new Ask(Branch.Root, period);
                async Task<long?> Figure(string key) => (await evaluator.Read(reference.Measure(key)!, ask, scope)).Value;
                Assert.Equal(days.Count(d => period.Contains(d.Day("date")!.Value)), await Figure("course-day.sessions"));
                Assert.Equal(held.Count(a => period.Contains(a.Day("date")!.Value)), await Figure("activity.sessions"));
            }
            // Nobody takes one of the two back without the other.
            foreach (var activity in held.Where(a => a.Value("courseDay") is not null).Take(2))
                foreach (var verdict in new[] { await r.Withdraw("activity", activity.Id, "记错"), await r.Return("activity", activity.Id, "请补"), await r.Verify("activity", activity.Id) })
                    Assert.Equal("activity.course-day", Assert.Single(verdict.Problems).Code);
            seen = Math.Max(seen, days.Count);
        }));
        Assert.True(seen > 10, $"{seen} course days, {life.Refusals}");
    }

    [Fact]
    public async Task Leaving_out_any_one_condition_of_a_measure_changes_a_figure()
    {
        // The first state of things in which a mutant gives another figure tells it; looked at now and then while life goes on.
        var (told, all) = (new HashSet<string>(), new HashSet<string>());
        // Beside the registers of the beginning those whose measures have conditions live, with what they point at: a third of them in each life, so that each has its share.
        for (var part = 0; part < Lives; part++)
        {
            await using var county = await County.Start(jobs: false);
            var conditioned = (await county.Reference()).Registers.Where(r => r.Measures.Any(m => m.WhereText is not null)).Where((_, i) => i % Lives == part).ToList();
            var life = new RandomLife(county, 4 + part, [.. conditioned.Select(r => r.Key).Concat(conditioned.SelectMany(r => r.Fields).Where(f => f.Type is FieldType.LookUp).Select(f => f.Target!)).Distinct()]);
            await Live(county, life, Steps, async step =>
            {
                if (step % 200 != 0) return;
                await county.As(Persona.CountyStaff, (r, s) => Tell(r, s, county, life, told, all, last: step == Steps));
                if (step != 800) return;
                var log = await county.As(Persona.CountyStaff, async (r, s) => await FoldedLog.Read(s, await r.Reference(default), life.Merged, county.Clock.Today));
                foreach (var meaning in Meaning.ByHand.DistinctBy(m => m.Register))
                    await life.Unsettle(meaning.Register, log.Behind(meaning, Branch.Root, Period.YearOf(county.Clock.Today), false, Branch.Root).TakeLast(6).Select(f => f.Id));
            });
        }
        var untold = all.Except(told).ToList();
        Assert.True(all.Count > 180 && untold.Count == 0, $"{untold.Count} of {all.Count}:\n" + string.Join("\n", untold));
    }

    private static async Task Tell(Recording r, Session s, County county, RandomLife life, HashSet<string> told, HashSet<string> all, bool last)
    {
        var reference = await r.Reference(default);
        var today = county.Clock.Today;
        var log = await FoldedLog.Read(s, reference, life.Merged, today);
        var scope = r.User.Scope("any.measure");
        await TellConditions(s, reference, log, county, told, all, last);
        foreach (var meaning in Meaning.ByHand)
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
                    var expected = log.Value(meaning, log.Behind(meaning, place, period, published, Branch.Root));
                    // The nameless one leaves nothing out: it shows that the conditions taken apart are the measure.
                    if (name.Length == 0) Assert.Equal(expected, figure);
                    else if (figure != expected && told.Add(called)) break;
                }
            }
        }
    }

    /// <summary>The declared conditions of all other measures, each part of each left out by itself.</summary>
    private static async Task TellConditions(Session s, Reference reference, FoldedLog log, County county, HashSet<string> told, HashSet<string> all, bool last)
    {
        var today = county.Clock.Today;
        foreach (var measure in reference.Measures.Where(m => m.WhereText is not null && Meaning.ByHand.All(h => h.Key != m.Key)))
        {
            var meaning = Meaning.Of(measure, log, reference);
            foreach (var mutant in Without(measure.Where))
            {
                var called = $"{measure.Key} left with {Said(mutant)}";
                if (!all.Add(called) && told.Contains(called)) continue;
                foreach (var period in Combinations(county, today).Select(c => c.Period).Distinct())
                {
                    var day = log.DayOf(period);
                    var when = meaning.IsStock ? (Filter)new Filter.HeldOn(meaning.From, meaning.To, day) : new Filter.Range(meaning.Day!, period.From, period.To);
                    var query = new Query(s, measure.Register.Shape, Scope.Of([Branch.Root])).Where(new Filter.In("state", ["Submitted", "Verified"])).Where(when).Where(mutant.On(day));
                    if ((await query.Group([], [measure.Count]))[0].Values[0] == log.Value(meaning, log.Behind(meaning, Branch.Root, period, false, Branch.Root))) continue;
                    told.Add(called);
                    break;
                }
                // Where the entry's own rules leave the counted field empty outside the condition, the condition only says so in words.
                var outside = log.Of(meaning.Register).Where(f => f.Counts && log.Holds(measure.Where, f, today) != true && log.Holds(mutant, f, today) == true).ToList();
                if (last && outside.Count > 0 && (meaning.Sum ?? meaning.Distinct) is { } counted && outside.TrueForAll(f => f.Value(counted) is null)) told.Add(called);
            }
        }
    }

    private static string Said(Filter filter) => filter switch
    {
        Filter.All f => "(" + string.Join(" and ", f.Parts.Select(Said)) + ")",
        Filter.Any f => "(" + string.Join(" or ", f.Parts.Select(Said)) + ")",
        Filter.Not f => "not " + Said(f.Part),
        Filter.In f => f.Key + " in " + string.Join(',', f.Values),
        _ => filter.ToString(),
    };

    /// <summary>The condition with one of its parts left out: a demand, an alternative, a value of several.</summary>
    private static IEnumerable<Filter> Without(Filter filter)
    {
        if (filter is not (Filter.All or Filter.Any)) yield return Filter.None;
        switch (filter)
        {
            case Filter.All all:
                for (var i = 0; i < all.Parts.Count; i++)
                    foreach (var less in Without(all.Parts[i])) yield return new Filter.All([.. all.Parts.Take(i), less, .. all.Parts.Skip(i + 1)]);
                break;
            case Filter.Any any:
                for (var i = 0; i < any.Parts.Count; i++)
                {
                    if (any.Parts.Count > 1) yield return new Filter.Any([.. any.Parts.Take(i), .. any.Parts.Skip(i + 1)]);
                    foreach (var less in Without(any.Parts[i]).Where(l => any.Parts.Count == 1 || l is not Filter.All { Parts.Count: 0 }))
                        yield return new Filter.Any([.. any.Parts.Take(i), less, .. any.Parts.Skip(i + 1)]);
                }
                break;
            case Filter.In several when several.Values.Count > 1:
                foreach (var value in several.Values) yield return several with { Values = [.. several.Values.Where(v => v != value)] };
                break;
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

    private static async Task Live(County county, RandomLife life, int steps, Func<int, Task> look)
    {
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        await life.Begin();
        for (var step = 1; step <= steps; step++)
        {
            await life.Step();
            if (step == steps / 3) await life.Merge(old: 2, into: 1);
            if (step == steps * 2 / 3) await life.Merge(old: 5, into: 0);
            if (step % Batch == 0 || step == steps) await look(step);
        }
    }

    /// <summary>Draws figures to be compared; over the batches all combinations of measure, place, period, split, state and reader come up.</summary>
    private static Task Check(County county, RandomLife life, Random dice, bool all, string when) => county.As(Persona.CountyStaff, async (r, s) =>
    {
        var reference = await r.Reference(default);
        var today = county.Clock.Today;
        var asking = new Asking(county, new(s, reference, today), reference, await FoldedLog.Read(s, reference, life.Merged, today), today);
        var combinations = Combinations(county, today).ToList();
        // Who reads: the county, a township's officer, a village's executive.
        var readers = new[] { Branch.Root.Value, Branch.Root.Value, county.Facts.Townships[0].Org, county.Village1.Org }.Select(o => new Branch(o)).ToList();
        var counted = reference.Measures.Where(m => m.Kind is not MeasureKind.Ratio).ToList();
        var ratios = reference.Measures.Where(m => m.Kind is MeasureKind.Ratio).ToList();
        // All of them at the end; before, so many that each comes up.
        var measures = all ? counted : Enumerable.Range(0, 40).Select(_ => counted[dice.Next(counted.Count)]).ToList();
        List<Meaning> meanings = [.. measures.Select(m => Meaning.Of(m, asking.Log, reference)), .. Meaning.ByHand];
        foreach (var (meaning, i) in meanings.Select((m, i) => (m, i)))
        {
            // Every other time where most lies: everything, this year.
            var (place, period, published) = all && i % 2 == 0 ? (Branch.Root, Period.YearOf(today), false) : combinations[dice.Next(combinations.Count)];
            string[] splits = [.. meaning.By, "township", "village", "grid", "org", .. meaning.IsStock ? Array.Empty<string>() : ["month", "quarter", "year"]];
            await asking.Compare(meaning, place, period, published, readers[dice.Next(4)], splits[dice.Next(splits.Length)], trend: dice.Next(4) == 0, when);
        }
        foreach (var ratio in all ? ratios : [ratios[dice.Next(ratios.Count)]])
        {
            var (place, period, published) = combinations[dice.Next(combinations.Count)];
            await asking.CompareRatio(ratio, new(place, period, ["village"], Published: published), readers[dice.Next(4)], when);
        }
        var tallied = reference.Measures.Where(m => m.Register is not DefinedRegister && (all || dice.Next(8) == 0)).ToList();
        for (var i = 0; i < (all ? 2 : 1); i++)
            await CompareTally(s, reference, asking.Evaluator, tallied, combinations[dice.Next(combinations.Count)], today, when);
    });

    /// <summary>What the tally says of measures at once is what the entries say of each.</summary>
    private static async Task CompareTally(Session s, Reference reference, Evaluator evaluator, List<Measure> measures, (Branch Place, Period Period, bool Published) at, DateOnly today, string when)
    {
        var scope = Scope.Of([Branch.Root]);
        var ask = new Ask(at.Place, at.Period);
        var reader = new TallyReader(s, reference, today);
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

    /// <summary>The engine beside the folded log.</summary>
    private sealed record Asking(County County, Evaluator Evaluator, Reference Reference, FoldedLog Log, DateOnly Today)
    {
        public async Task Compare(Meaning meaning, Branch place, Period period, bool published, Branch branch, string by, bool trend, string when)
        {
            var what = $"{meaning.Key} at {place} in {period} by {by}, published {published}, seen by {branch}: {when}";
            var (scope, measure) = (Scope.Of([branch]), Reference.Measure(meaning.Key)!);
            var behind = Log.Behind(meaning, place, period, published, branch);
            var expected = Log.Value(meaning, behind);
            var ask = new Ask(place, period, [by.TrimStart('*')], Published: published);
            var reading = await Evaluator.Read(measure, ask, scope);
            Assert.True(expected == reading.Value, $"{what}: {reading.Value}, the log says {expected}");
            var verified = Log.Value(meaning, behind.Where(f => f.State == "Verified"));
            Assert.True(expected - verified == reading.Pending, $"{what}: pending {reading.Pending}, the log says {expected - verified}");
            Same(what, Log.Split(meaning, behind, by.TrimStart('*'), period), reading.Slices.ToDictionary(x => x.Keys[0] ?? "∅", x => x.Value));
            await CompareEntries(what, measure, meaning, ask, scope, behind, expected);
            if (trend) await CompareTrend(what, measure, meaning, ask, scope, branch);
        }

        public async Task CompareRatio(Measure ratio, Ask ask, Branch branch, string when)
        {
            var what = $"{ratio.Key} at {ask.Place} in {ask.Period}, published {ask.Published}, seen by {branch}: {when}";
            List<Fact> Behind(string key, out Meaning meaning)
            {
                meaning = Meaning.Of(Reference.Measure(key)!, Log, Reference);
                return Log.Behind(meaning, ask.Place, ask.Period, ask.Published, branch);
            }
            var part = Behind(ratio.Part!, out var above);
            var p = Log.Value(above, part);
            var reading = await Evaluator.Read(ratio, ask, Scope.Of([branch]));
            long w;
            if (ratio.Whole == Measure.AllVillages)
            {
                w = Reference.Places.All.Count(n => n.Number.Depth == 3 && !n.Ended && ask.Place.Contains(n.Number));
                Same(what, Log.Split(above, part, "village", ask.Period), reading.Slices.ToDictionary(x => x.Keys[0]!, x => x.Value));
            }
            else
            {
                var whole = Behind(ratio.Whole!, out var below);
                w = Log.Value(below, whole);
                Same(what, Log.Split(below, whole, "village", ask.Period), reading.Slices.ToDictionary(x => x.Keys[0]!, x => x.Whole!.Value));
            }
            Assert.True(reading.Part == p && reading.Whole == w && reading.Value == (w == 0 ? null : (long)Math.Round(p * 10_000m / w, MidpointRounding.AwayFromZero)), $"{what}: {reading.Value} of {reading.Part}/{reading.Whole}, the log says {p}/{w}");
        }

        private async Task CompareEntries(string what, Measure measure, Meaning meaning, Ask ask, Scope scope, List<Fact> behind, long expected)
        {
            var page = await Evaluator.Entries(measure, ask, scope, (meaning.Sum ?? meaning.Max) is { } number ? ["id", number] : ["id"], 0, 100_000);
            if (meaning.Sum is not null) Assert.True(expected == page.Rows.Sum(row => (long?)row[1] ?? 0), what);
            else if (meaning.Max is not null) Assert.True(expected == page.Rows.Select(row => (long?)row[1] ?? 0).DefaultIfEmpty(0).Max(), what);
            else Assert.True(expected == page.Total && expected == page.Rows.Count, $"{what}: {page.Total} entries behind {expected}");
            var ids = behind.Select(f => f.Id).ToHashSet();
            Assert.True(page.Rows.All(row => ids.Contains((Guid)row[0]!)), $"{what}: an entry behind the figure that does not count");
            if (meaning is { Distinct: null, Villages: false }) Assert.True(ids.Count == page.Rows.Count, what);
            var second = await Evaluator.Entries(measure, ask, scope, ["id"], 3, 2);
            Assert.Equal(page.Rows.Skip(3).Take(2).Select(row => row[0]), second.Rows.Select(row => row[0]));
            Assert.Equal(page.Total, second.Total);
        }

        private async Task CompareTrend(string what, Measure measure, Meaning meaning, Ask ask, Scope scope, Branch branch)
        {
            foreach (var (month, value) in await Evaluator.Trend(measure, ask, scope))
            {
                long? expected = month.From > Today ? null : Log.Value(meaning, Log.Behind(meaning, ask.Place, Within(month, ask.Period, meaning.IsStock), ask.Published, branch));
                Assert.True(expected == value, $"{what}: trend at {month} {value}, the log says {expected}");
            }

            static Period Within(Period month, Period all, bool stock) => stock || all.Contains(month) ? month : new(month.From < all.From ? all.From : month.From, month.To > all.To ? all.To : month.To);
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
