using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Search;

namespace HalfSky.Tests.Platform.Search;

public sealed class SearchTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private County County => fixture.County;

    private Task<List<Guid>> Find(Persona persona, string register, string words) => County.As(persona, async (r, s) =>
    {
        var found = (await r.Reference(default)).Register(register)!;
        if (SearchIndex.Query(words, r.User.Scope(register + ".read"), register) is not { } query) return [];
        var byIndex = (await new SearchIndex(s).Find(query, 0, 100, default)).Select(f => f.Entry).ToList();
        var list = await new Query(s, found.Shape, r.User.Scope(register + ".read")).Where(new Filter.Matches(query)).List(["id"], [new("date", true)], 0, 100);
        Assert.Equal(byIndex.Order(), list.Rows.Select(row => (Guid)row[0]!).Order());
        Assert.Equal(byIndex.Count, await new SearchIndex(s).Count(query, 1000, default));
        return byIndex;
    });

    [Fact]
    public async Task Two_characters_of_a_note_find_the_visit_within_scope_only()
    {
        var hers = await County.Recorded(Persona.Exec, "visit", ("person", County.Village1.People[0].Id), ("note", "屋顶漏雨，帮她联系了民政，补助材料已交"), ("date", "2026-11-01"));
        var later = await County.Recorded(Persona.Exec, "visit", ("person", County.Village1.People[1].Id), ("note", "又漏雨了"), ("date", "2026-11-10"));
        var other = await County.Recorded(Persona.Officer2, "visit", ("person", County.Village4.People[0].Id), ("note", "也漏雨"), ("date", "2026-11-05"));
        Assert.Equal([later.Id, hers.Id], await Find(Persona.Exec, "visit", "漏雨"));
        Assert.Equal([later.Id, hers.Id], await Find(Persona.Officer, "visit", "漏雨"));
        Assert.Equal([later.Id, other.Id, hers.Id], await Find(Persona.CountyStaff, "visit", "漏雨"));
        Assert.Equal([later.Id, other.Id, hers.Id], await Find(Persona.Auditor, "visit", "漏雨"));
        Assert.Empty(await Find(Persona.Exec2, "visit", "漏雨"));
        Assert.Empty(await Find(Persona.Stranger, "visit", "漏雨"));
        Assert.Equal([hers.Id], await Find(Persona.Exec, "visit", "漏雨 民政"));
        Assert.Equal([hers.Id], await Find(Persona.Exec, "visit", "补"));
        Assert.Empty(await Find(Persona.Exec, "visit", "雨帮"));
        Assert.Empty(await Find(Persona.Exec, "visit", "，。"));
    }

    [Fact]
    public async Task A_name_is_found_by_its_characters_pinyin_and_initials_also_on_entries_that_point_at_her()
    {
        var person = await County.Recorded(Persona.Exec, "person", ("name", "李长安"), ("sex", "female"), ("birth", "1977-01-01"), ("place", County.Village1.Grids[0]), ("from", "2025-01-01"));
        var visit = await County.Recorded(Persona.Exec, "visit", ("person", person.Id), ("note", "好"));
        foreach (var words in new[] { "李长安", "长安", "lca", "LCA", "lichangan", "lizhangan", "lza", "licha" })
        {
            Assert.Equal([person.Id], await Find(Persona.Exec, "person", words));
            Assert.Equal([visit.Id], await Find(Persona.Officer, "visit", words));
        }
    }

    [Fact]
    public async Task An_edit_moves_the_document_and_a_withdrawal_takes_it_away()
    {
        var visit = await County.Recorded(Persona.Exec, "visit", ("person", County.Village1.People[2].Id), ("note", "种了西瓜"), ("date", "2026-11-01"));
        await County.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 1, County.Typed(("note", "种了南瓜"), ("date", "2026-10-01"))));
        Assert.Empty(await Find(Persona.Exec, "visit", "西瓜"));
        Assert.Equal([visit.Id], await Find(Persona.Exec, "visit", "南瓜"));
        await County.As(Persona.Exec, (r, _) => r.Withdraw("visit", visit.Id, "记错"));
        Assert.Empty(await Find(Persona.Exec, "visit", "南瓜"));
        await County.As(Persona.Exec, async (_, s) =>
        {
            await s.Open(default);
            await using var command = s.Command($"SELECT COUNT(*) FROM search_doc WHERE entry = @e");
            s.Bind(command, "@e", visit.Id);
            Assert.Equal(0L, Convert.ToInt64(await command.ExecuteScalarAsync()));
        });
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("漏雨\" OR \"")]
    [InlineData("'); DROP TABLE visit; --")]
    [InlineData("a:* & !b | <->")]
    [InlineData("NEAR(漏 雨)")]
    [InlineData("zs1000000000000")]
    public async Task Words_are_never_taken_for_operators(string words)
    {
        await Find(Persona.Exec, "visit", words);
        Assert.Empty(await Find(Persona.Stranger, "visit", words));
    }
}
