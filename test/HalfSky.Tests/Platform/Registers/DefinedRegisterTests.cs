using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Search;

namespace HalfSky.Tests.Platform.Registers;

public sealed class DefinedRegisterTests
{
    /// <summary>A county's own register with every kind of field.</summary>
    public static Definition Station { get; } = new("own-station", "姐妹驿站活动", "驿站里办的活动",
    [
        new("topic", "主题", FieldType.Text, Required: true),
        new("kind", "类型", FieldType.Kind, Required: true, Kinds: [new("talk", "谈心"), new("craft", "手工")]),
        new("for", "对象", FieldType.Kinds, Kinds: [new("woman", "妇女"), new("child", "儿童"), new("old", "老人")]),
        new("people", "参加人数", FieldType.Number),
        new("cost", "花费", FieldType.Money),
        new("host", "主持人", FieldType.LookUp, Target: "person"),
        new("open", "开放", FieldType.Flag),
        new("contact", "联系电话", FieldType.Phone),
        new("until", "到", FieldType.Date),
    ],
    [
        new("own-station.times", "驿站活动", "场", DefinedCount.Entries, null, ["kind", "for"]),
        new("own-station.people", "驿站参加人次", "人次", DefinedCount.Sum, "people", ["kind"]),
        new("own-station.hosts", "驿站主持人", "人", DefinedCount.Distinct, "host", ["kind"]),
    ]);

    /// <summary>Defines it, as the page does.</summary>
    internal static Task Define(County county, Definition definition, int version = 1) => county.As(Persona.CountyStaff, async (r, s) => await s.Write(async ct =>
    {
        var row = await s.Db.Set<RegisterDefinition>().FindAsync([definition.Key], ct);
        if (row is null) s.Db.Add(row = new RegisterDefinition { Key = definition.Key, DefinedAt = r.Clock.Now, DefinedBy = r.User.Account });
        (row.Label, row.Json, row.Version) = (definition.Label, System.Text.Json.JsonSerializer.Serialize(definition, Definition.Options), version);
        var existing = new HashSet<string>();
        await using (var command = s.Command(s.Dialect.ColumnsOfDatabase))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) existing.Add(reader.GetString(0));
        await new Store(s).Create(new DefinedRegister(definition, false), existing, ct);
        await ReferenceSource.Touch(s, ct);
    }));

    [Fact]
    public async Task A_defined_register_records_lists_searches_and_counts_like_a_shipped_one()
    {
        await using var county = await County.Start(jobs: false);
        await Define(county, Station);
        var v1 = county.Village1;
        var entry = (DefinedEntry)await county.Recorded(Persona.Exec, "own-station", ("topic", "包粽子"), ("kind", "手工"), ("for", "妇女、儿童"), ("people", 12), ("cost", "120.50"),
            ("host", v1.People[0].Id), ("open", "是"), ("contact", "13912345678"), ("until", "2026-11-20"), ("note", "端午节一起包"));
        Assert.Equal((v1.Org, v1.Place, EntryState.Verified), (entry.Org, entry.Place, entry.State));
        Assert.Equal(("craft", ",child,woman,", 12L, 12_050L, true), (entry.Values["kind"], entry.Values["for"], entry.Values["people"], entry.Values["cost"], entry.Values["open"]));
        await county.Recorded(Persona.Exec2, "own-station", ("topic", "谈谈心"), ("kind", "talk"), ("people", 3), ("host", county.Village2.People[0].Id));
        Assert.Contains((await county.Record(Persona.Exec, "own-station", ("kind", "craft"))).Problems, p => p.Field == "topic");
        Assert.Equal(Outcome.NotFound, (await county.Record(Persona.Stranger, "own-station", ("topic", "x"), ("kind", "craft"))).Outcome);

        await county.As(Persona.Officer, async (r, s) =>
        {
            var reference = await r.Reference(default);
            var register = reference.Register("own-station")!;
            var scope = r.User.Scope(register.Permission("read"));
            var read = await r.Find(register, entry.Id, scope);
            Assert.Equal(Recording.Payload(register, entry), Recording.Payload(register, read!));
            Assert.Equal(2, (await new Query(s, register.Shape, scope).List(["id"], [new("date", true)], 0, 50)).Total);
            foreach (var words in new[] { "粽子", "端午", v1.People[0].Name })
                Assert.Equal(1, await new Query(s, register.Shape, scope).Where(new Filter.Matches(SearchIndex.Query(words, scope, register.Key)!)).Count());
            var evaluator = new Evaluator(s, reference, r.Clock.Today);
            var ask = new Ask(Branch.Root, Period.YearOf(r.Clock.Today), ["village"]);
            var times = await evaluator.Read(reference.Measure("own-station.times")!, ask, scope);
            Assert.Equal((2L, 2), (times.Value, times.Slices.Count));
            Assert.Equal(15, (await evaluator.Read(reference.Measure("own-station.people")!, ask, scope)).Value);
            Assert.Equal(2, (await evaluator.Read(reference.Measure("own-station.hosts")!, ask, scope)).Value);
            var forWhom = await evaluator.Read(reference.Measure("own-station.times")!, ask with { By = ["for"] }, scope);
            Assert.Equal([("child", 1L), ("woman", 1L)], forWhom.Slices.Select(x => (x.Keys[0]!, x.Value)).OrderBy(x => x.Item1));
        });

        await Define(county, Station with { Fields = [.. Station.Fields, new("weather", "天气", FieldType.Text)] }, 2);
        var changed = await county.As(Persona.Exec, (r, _) => r.Change("own-station", entry.Id, 1, County.Typed(("weather", "晴"))));
        Assert.Equal((Outcome.Accepted, "晴"), (changed.Outcome, ((DefinedEntry)changed.Entry!).Values["weather"]));
    }
}
