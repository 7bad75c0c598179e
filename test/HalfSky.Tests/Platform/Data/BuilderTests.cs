using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Tests.Platform.Registers;

namespace HalfSky.Tests.Platform.Data;

/// <summary>What the builder's SQL finds equals what plain C# finds over the same rows, for random conditions and splits.</summary>
public sealed class BuilderTests
{
    private static readonly string?[] Kinds = [null, "talk", "craft"];
    private static readonly string?[] For = [null, ",child,", ",child,woman,", ",old,", ",child,old,woman,"];

    private sealed record Row(Guid Id, DateOnly Date, long Place, long Org, string? Kind, string? For, long? People, bool? Open, DateOnly? Until, Guid? Host);

    [Fact]
    public async Task The_builder_finds_what_plain_csharp_finds()
    {
        await using var county = await County.Start(jobs: false);
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        var dice = new Random(11);
        var hosts = county.Village1.People.Select(p => p.Id).ToArray();
        T? Or<T>(T value) where T : struct => dice.Next(4) == 0 ? null : value;
        var rows = Enumerable.Range(0, 300).Select(_ => new Row(Guid.CreateVersion7(), Day(dice), county.Facts.Villages[dice.Next(6)].Grids[dice.Next(2)], county.Facts.Villages[dice.Next(6)].Org,
            Kinds[dice.Next(3)], For[dice.Next(5)], Or((long)dice.Next(5)), Or(dice.Next(2) == 0), Or(Day(dice)), Or(hosts[dice.Next(4)]))).ToList();
        await county.As(Persona.CountyStaff, async (r, s) =>
        {
            var register = (await r.Reference(default)).Register("own-station")!;
            await s.Write(async ct =>
            {
                await using var loader = await new Store(s).Load(register, Scope.Whole("test"), ct);
                foreach (var row in rows)
                {
                    var entry = (DefinedEntry)register.New();
                    (entry.Id, entry.Date, entry.Place, entry.Org, entry.RecordedAt) = (row.Id, row.Date, row.Place, row.Org, r.Clock.Now);
                    (entry.Values["kind"], entry.Values["for"], entry.Values["people"], entry.Values["open"], entry.Values["until"], entry.Values["host"]) = (row.Kind, row.For, row.People, row.Open, row.Until, row.Host);
                    entry.Submit(false);
                    await loader.Add(entry, ct);
                }
            });
            var seeds = Enumerable.Range(1, 400);
            foreach (var seed in seeds)
            {
                var random = new Random(seed);
                var (filter, holds) = Condition(random, county, hosts, 3);
                var scope = random.Next(3) == 0 ? Scope.Of([new Branch(county.Facts.Townships[0].Org)]) : Scope.Whole("test");
                var expected = rows.Where(x => scope.Contains(x.Org) && holds(x) is true).ToList();
                var query = new Query(s, register.Shape, scope).Where(filter);
                var list = await query.List(["id"], [new("date"), new("id")], 0, 1_000);
                Assert.True(expected.Select(x => x.Id).Order().SequenceEqual(list.Rows.Select(x => (Guid)x[0]!).Order()), $"seed {seed}: {filter}");
                Assert.Equal(expected.Count, await query.Count());
                await Split(query, random, expected, $"seed {seed}: {filter}");
            }
        });
    }

    private static async Task Split(Query query, Random random, List<Row> rows, string what)
    {
        var (dimension, keys) = random.Next(7) switch
        {
            0 => (new Dimension("kind"), (Func<Row, IEnumerable<string>>)(x => [x.Kind ?? "∅"])),
            1 => (new Dimension("for", By.Code, ["child", "woman", "old"]), x => Codes.Split(x.For)),
            2 => (new Dimension("date", By.Month), x => [$"{x.Date:yyyy-MM}"]),
            3 => (new Dimension("date", By.Quarter), x => [$"{x.Date.Year}Q{(x.Date.Month + 2) / 3}"]),
            4 => (new Dimension("open"), x => [x.Open switch { null => "∅", true => "true", _ => "false" }]),
            5 => (new Dimension("host"), x => [x.Host?.ToString() ?? "∅"]),
            _ => (new Dimension("place", By.Village), x => [new Branch(x.Place).AtDepth(3).ToString()]),
        };
        var (aggregate, fold) = random.Next(3) switch
        {
            0 => ((Aggregate)new Aggregate.Rows(), (Func<IEnumerable<Row>, long>)(g => g.LongCount())),
            1 => (new Aggregate.Sum("people"), g => g.Sum(x => x.People ?? 0)),
            _ => (new Aggregate.Distinct("host"), g => g.Select(x => x.Host).Where(h => h is not null).Distinct().LongCount()),
        };
        var condition = new Filter.Is("kind", "craft");
        var actual = (await query.Group([dimension], [aggregate, new Aggregate.When(aggregate, condition)])).Select(x => $"{x.Keys[0] ?? "∅"}={x.Values[0]}/{x.Values[1]}").Order(StringComparer.Ordinal);
        var expected = rows.SelectMany(x => keys(x).Select(k => (k, x))).GroupBy(p => p.k, p => p.x).Select(g => $"{g.Key}={fold(g)}/{fold(g.Where(x => x.Kind == "craft"))}").Order(StringComparer.Ordinal);
        Assert.True(expected.SequenceEqual(actual), $"{what} by {dimension}:\n{string.Join(' ', actual)}\nexpected\n{string.Join(' ', expected)}");
        var total = Assert.Single(await query.Group([], [aggregate]));
        Assert.Equal(fold(rows), total.Values[0]);
    }

    /// <summary>A random condition with its meaning; null is SQL's unknown.</summary>
    private static (Filter, Func<Row, bool?>) Condition(Random random, County county, Guid[] hosts, int depth)
    {
        switch (random.Next(depth > 0 ? 13 : 9))
        {
            case 0: return (new Filter.Is("kind", null), x => x.Kind is null);
            case 1: var kind = Kinds[random.Next(1, 3)]; return (new Filter.Is("kind", kind), x => x.Kind is null ? null : x.Kind == kind);
            case 2: var code = new[] { "child", "woman", "old", "chil" }[random.Next(4)]; return (new Filter.Has("for", code), x => Codes.Has(x.For, code));
            case 3: var (from, to) = (Day(random), Day(random)); return (new Filter.Range("date", from, to), x => x.Date >= from && x.Date < to);
            case 4: var least = (long)random.Next(5); return (new Filter.Range("people", least, null), x => x.People is null ? null : x.People >= least);
            case 5: var on = Day(random); return (new Filter.HeldOn("date", "until", on), x => x.Date <= on && (x.Until is null || x.Until > on));
            case 6: var village = new Branch(county.Facts.Villages[random.Next(6)].Place); return (new Filter.Within("place", [village]), x => village.Contains(x.Place));
            case 7: var some = hosts.Take(random.Next(4)).ToArray(); return (new Filter.In("host", [.. some.Cast<object>()]), x => x.Host is null ? (some.Length == 0 ? null : null) : some.Length == 0 ? null : some.Contains(x.Host.Value));
            case 8: var open = random.Next(2) == 0; return (new Filter.Is("open", open), x => x.Open is null ? null : x.Open == open);
            case 9: var (n, not) = Condition(random, county, hosts, depth - 1); return (new Filter.Not(n), x => !not(x));
            case 10:
                var (a, ah) = Condition(random, county, hosts, depth - 1);
                var (b, bh) = Condition(random, county, hosts, depth - 1);
                return (new Filter.Any([a, b]), x => ah(x) | bh(x));
            default:
                var (c, ch) = Condition(random, county, hosts, depth - 1);
                var (d, dh) = Condition(random, county, hosts, depth - 1);
                return (c & d, x => ch(x) & dh(x));
        }
    }

    private static DateOnly Day(Random dice) => new DateOnly(2026, 1, 1).AddDays(dice.Next(320));
}
