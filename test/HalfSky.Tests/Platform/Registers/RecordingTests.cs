using HalfSky.Kernel;
using HalfSky.Modules.Care;
using HalfSky.Modules.People;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Registers;

public sealed class RecordingTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private County County => fixture.County;
    private Village V1 => County.Village1;

    private static Input Visit(Guid person, string note = "都好", string date = "2026-11-20") => County.Typed(("person", person), ("date", date), ("kind", "quarterly"), ("mode", "home"), ("situation", "fine"), ("note", note));

    [Fact]
    public async Task A_visit_takes_place_household_and_organisation_from_the_person_and_waits_for_review()
    {
        var woman = V1.People[0];
        var visit = (Visit)await County.Recorded(Persona.Exec, "visit", ("person", woman.Id));
        Assert.Equal((woman.Household, woman.Id, V1.Grids[0], V1.Org), (visit.Household, visit.Subject, visit.Place, visit.Org));
        Assert.Equal(County.Facts.Signed[Persona.Exec].Post, visit.Visitor);
        Assert.Equal(("quarterly", "home", "fine", County.Clock.Today), (visit.Kind, visit.Mode, visit.Situation, visit.Date));
        Assert.Equal(EntryState.Submitted, visit.State);
        var read = await County.As(Persona.Exec, async (r, _) => await r.Find((await r.Reference(default)).Register("visit")!, visit.Id, r.User.Scope("visit.read")));
        Assert.Equal(Recording.Payload((await County.Reference()).Register("visit")!, visit), Recording.Payload((await County.Reference()).Register("visit")!, read!));
        Assert.Equal((visit.RecordedAt, visit.RecordedBy, 1), (read!.RecordedAt, read.RecordedBy, read.Version));
    }

    [Fact]
    public async Task A_repeat_is_a_repeat_only_with_the_same_author_and_body()
    {
        var id = Uuid.New(new Clock(County.Clock).Now);
        var input = Visit(V1.People[1].Id);
        Assert.Equal(Outcome.Accepted, (await County.As(Persona.Exec, (r, _) => r.Create("visit", id, input))).Outcome);
        var again = await County.As(Persona.Exec, (r, _) => r.Create("visit", id, input));
        Assert.Equal((Outcome.Repeated, id), (again.Outcome, again.Entry!.Id));
        Assert.Equal(Outcome.Conflict, (await County.As(Persona.Exec, (r, _) => r.Create("visit", id, Visit(V1.People[1].Id, "改了")))).Outcome);
        Assert.Equal(Outcome.Conflict, (await County.As(Persona.Chair, (r, _) => r.Create("visit", id, input))).Outcome);
        Assert.Equal(Outcome.Conflict, (await County.As(Persona.Exec, (r, _) => r.Create("care", id, County.Typed(("person", V1.People[1].Id))))).Outcome);
        var events = await County.As(Persona.Exec, async (_, s) => await s.Db.Set<EventRow>().CountAsync(e => e.Entry == id));
        Assert.Equal(1, events);
    }

    [Fact]
    public async Task The_same_request_sent_at_once_by_many_makes_one_entry()
    {
        var id = Uuid.New(new Clock(County.Clock).Now);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => County.As(Persona.Exec, (r, _) => r.Create("visit", id, Visit(V1.People[2].Id)))));
        Assert.Single(verdicts, v => v.Outcome is Outcome.Accepted);
        Assert.Equal(5, verdicts.Count(v => v.Outcome is Outcome.Repeated));
    }

    [Theory]
    [InlineData("person", "idNumber", "110101199001011230", "idNumber")]
    [InlineData("person", "idNumber", "110101199002301237", "idNumber")]
    [InlineData("person", "birth", "2026-02-30", "birth")]
    [InlineData("person", "birth", "2026-11-24", "birth")]
    [InlineData("person", "birth", "1850-01-01", "birth")]
    [InlineData("person", "sex", "妖", "sex")]
    [InlineData("person", "phones", "1380000", "phones")]
    [InlineData("person", "ageTold", "131", "ageTold")]
    [InlineData("person", "ageTold", "很老", "ageTold")]
    [InlineData("person", "name", "", "name")]
    [InlineData("person", "name", "张\u0007三", "name")]
    [InlineData("person", "place", "火星", "place")]
    [InlineData("person", "nonsense", "1", "nonsense")]
    [InlineData("person", "guardian", "不是编号", "guardian")]
    [InlineData("person", "guardian", "0199b6a0-0000-7000-8000-000000000001", "guardian")]
    [InlineData("visit", "date", "2026-13-01", "date")]
    [InlineData("visit", "date", "2026-11-24", "date")]
    [InlineData("visit", "kind", "火箭", "kind")]
    [InlineData("visit", "needs", "study,火箭", "needs")]
    [InlineData("visit", "situation", "help", "needs")]
    public async Task Bad_input_is_refused_beside_its_field(string register, string field, string value, string at)
    {
        var values = register == "person"
            ? new Dictionary<string, string?> { ["name"] = "测试", ["sex"] = "female", ["place"] = V1.Grids[0].ToString(), ["from"] = "2025-01-01" }
            : new() { ["person"] = V1.People[0].Id.ToString() };
        values[field] = value;
        var verdict = await County.As(Persona.Exec, (r, _) => r.Create(register, Uuid.New(r.Clock.Now), new Input(values)));
        Assert.Equal(Outcome.Refused, verdict.Outcome);
        Assert.Contains(verdict.Problems, p => p.Field == at && p.Text.Length is > 3 and < 100 && p.Code.Length > 0);
    }

    [Fact]
    public async Task A_hundred_thousand_characters_are_refused_in_every_field()
    {
        var reference = await County.Reference();
        foreach (var register in reference.Registers)
        {
            foreach (var field in register.Fields.Where(f => !f.Derived))
            {
                var input = new Input(new Dictionary<string, string?> { [field.Key] = new('长', 100_000) });
                var verdict = await County.As(Persona.CountyStaff, (r, _) => r.Create(register.Key, Uuid.New(r.Clock.Now), input));
                Assert.Equal(Outcome.Refused, verdict.Outcome);
                Assert.Contains(verdict.Problems, p => p.Field == field.Key && p.Text.Length < 100);
            }
        }
    }

    [Fact]
    public async Task An_identifier_that_is_no_version_seven_is_refused()
    {
        var verdict = await County.As(Persona.Exec, (r, _) => r.Create("visit", Guid.Empty, Visit(V1.People[0].Id)));
        Assert.Equal("entry.id", Assert.Single(verdict.Problems).Code);
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_nothing_is_lost()
    {
        var visit = await County.Recorded(Persona.Exec, "visit", ("person", V1.People[3].Id), ("note", "第一次"));
        Assert.Equal(Outcome.Accepted, (await County.As(Persona.Officer, (r, _) => r.Change("visit", visit.Id, 1, County.Typed(("note", "镇里改"))))).Outcome);
        var second = await County.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 1, County.Typed(("note", "村里改"))));
        Assert.Equal((Outcome.Conflict, "镇里改", 2), (second.Outcome, second.Entry!.Note, second.Entry.Version));
        Assert.Equal(Outcome.Accepted, (await County.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 2, County.Typed(("note", "村里改"))))).Outcome);
    }

    [Fact]
    public async Task A_draft_may_lack_what_is_required_and_is_handed_in_later()
    {
        var id = Uuid.New(new Clock(County.Clock).Now);
        var draft = await County.As(Persona.Exec, (r, _) => r.Create("visit", id, new Input(new Dictionary<string, string?> { ["kind"] = "", ["person"] = V1.People[4].Id.ToString() }, Draft: true)));
        Assert.Equal((Outcome.Accepted, EntryState.Draft), (draft.Outcome, draft.Entry!.State));
        var still = await County.As(Persona.Exec, (r, _) => r.Change("visit", id, 1, new Input(new Dictionary<string, string?>())));
        Assert.Contains(still.Problems, p => p.Field == "kind");
        var whole = await County.As(Persona.Exec, (r, _) => r.Change("visit", id, 1, County.Typed(("kind", "monthly"))));
        Assert.Equal((Outcome.Accepted, EntryState.Submitted), (whole.Outcome, whole.Entry!.State));
        var back = await County.As(Persona.Exec, (r, _) => r.Change("visit", id, 2, new Input(new Dictionary<string, string?> { ["note"] = "草" }, Draft: true)));
        Assert.False(back.IsAccepted);
    }

    [Fact]
    public async Task Verify_return_and_withdraw_follow_their_rights_and_order()
    {
        var visit = await County.Recorded(Persona.Exec, "visit", ("person", V1.People[5].Id));
        Assert.Equal(Outcome.NotFound, (await County.As(Persona.Exec, (r, _) => r.Verify("visit", visit.Id))).Outcome);
        Assert.Equal(Outcome.NotFound, (await County.As(Persona.Officer2, (r, _) => r.Verify("visit", visit.Id))).Outcome);
        Assert.Equal(Outcome.NotFound, (await County.As(Persona.Auditor, (r, _) => r.Return("visit", visit.Id, "看看"))).Outcome);
        Assert.Equal(EntryState.Verified, (await County.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id))).Entry!.State);
        Assert.Equal(Outcome.Repeated, (await County.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id))).Outcome);
        Assert.Equal("reason", (await County.As(Persona.Officer, (r, _) => r.Return("visit", visit.Id, " "))).Problems[0].Field);
        Assert.Equal(EntryState.Returned, (await County.As(Persona.Officer, (r, _) => r.Return("visit", visit.Id, "没写清"))).Entry!.State);
        Assert.Equal(Outcome.Refused, (await County.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id))).Outcome);
        var again = await County.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 3, County.Typed(("note", "写清了"))));
        Assert.Equal((EntryState.Submitted, null), (again.Entry!.State, again.Entry.Reason));
        Assert.Equal(Outcome.Conflict, (await County.As(Persona.Exec, (r, _) => r.Withdraw("visit", visit.Id, 3, "记错了"))).Outcome);
        Assert.Equal(EntryState.Withdrawn, (await County.As(Persona.Exec, (r, _) => r.Withdraw("visit", visit.Id, 4, "记错了"))).Entry!.State);
        Assert.Equal("entry.withdrawn", (await County.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 5, County.Typed(("note", "x"))))).Problems[0].Code);
        var verbs = await County.As(Persona.Exec, async (_, s) => await s.Db.Set<EventRow>().Where(e => e.Entry == visit.Id).OrderBy(e => e.EntryVersion).Select(e => e.Verb).ToListAsync());
        Assert.Equal(["recorded", "verified", "returned", "edited", "withdrawn"], verbs);
    }

    [Fact]
    public async Task A_verified_entry_that_is_edited_waits_for_review_again()
    {
        var visit = await County.Recorded(Persona.Exec, "visit", ("person", V1.People[6].Id));
        await County.As(Persona.Officer, (r, _) => r.Verify("visit", visit.Id));
        var edited = await County.As(Persona.Exec, (r, _) => r.Change("visit", visit.Id, 2, County.Typed(("note", "补一句"))));
        Assert.Equal(EntryState.Submitted, edited.Entry!.State);
    }

    [Fact]
    public async Task Nobody_writes_outside_her_scope()
    {
        var elsewhere = County.Village2.People[0];
        var verdict = await County.Record(Persona.Exec, "visit", ("person", elsewhere.Id));
        Assert.Equal((Outcome.Refused, "person"), (verdict.Outcome, verdict.Problems[0].Field));
        Assert.Contains((await County.Record(Persona.Exec, "visit", ("household", V1.Households[0]), ("org", County.Village2.Org), ("visitor", County.Village2.ExecPost))).Problems, p => p.Field is "org" or "visitor");
        Assert.Contains((await County.Record(Persona.Exec, "person", ("name", "某人"), ("sex", "female"), ("place", V1.Grids[0]), ("org", County.Village2.Org))).Problems, p => p.Field == "org");
        Assert.Equal(Outcome.NotFound, (await County.Record(Persona.Auditor, "visit", ("person", V1.People[0].Id))).Outcome);
        Assert.Equal(Outcome.NotFound, (await County.Record(Persona.Stranger, "visit", ("person", V1.People[0].Id))).Outcome);
        Assert.Equal(Outcome.NotFound, (await County.Record(Persona.Admin, "visit", ("person", V1.People[0].Id))).Outcome);
        Assert.Equal(Outcome.NotFound, (await County.Record(Persona.Exec, "nonsense")).Outcome);
        var hers = await County.Recorded(Persona.Exec, "visit", ("person", V1.People[0].Id));
        Assert.Equal(Outcome.NotFound, (await County.As(Persona.Exec2, (r, _) => r.Change("visit", hers.Id, 1, County.Typed(("note", "x"))))).Outcome);
        Assert.Equal(Outcome.NotFound, (await County.As(Persona.Exec2, (r, _) => r.Withdraw("visit", hers.Id, "x"))).Outcome);
        var moved = await County.As(Persona.Exec, (r, _) => r.Change("visit", hers.Id, 1, County.Typed(("org", County.Village2.Org), ("person", ""), ("household", V1.Households[0]))));
        Assert.NotEqual(County.Village2.Org, moved.Entry?.Org);
    }

    [Fact]
    public async Task An_entry_without_a_place_takes_that_of_its_organisation()
    {
        var household = await County.Recorded(Persona.Exec, "member", ("household", V1.Households[0]), ("person", V1.People[^1].Id), ("relation", "other"), ("from", "2026-01-01"), ("to", "2026-01-02"));
        Assert.Equal(V1.Place, household.Place);
    }

    [Fact]
    public async Task A_likely_double_is_asked_about_and_taken_when_confirmed()
    {
        (string, object?)[] her = [("name", "双双"), ("sex", "female"), ("birth", "1990-02-03"), ("place", V1.Grids[0]), ("from", "2025-01-01")];
        await County.Recorded(Persona.Exec, "person", her);
        var doubt = await County.Record(Persona.Exec, "person", her);
        Assert.Equal("entry.double", Assert.Single(doubt.Problems).Code);
        var meant = await County.As(Persona.Exec, (r, _) => r.Create("person", Uuid.New(r.Clock.Now), County.Typed(her) with { Confirmed = true }));
        Assert.Equal(Outcome.Accepted, meant.Outcome);
    }

    [Fact]
    public async Task A_sealed_value_is_found_by_equality_only_and_never_stands_in_clear()
    {
        const string number = "11010119900307213X";
        var person = (Person)await County.Recorded(Persona.Exec, "person", ("name", "封封"), ("sex", "male"), ("idNumber", number), ("phones", "13912345678"), ("place", V1.Grids[0]), ("from", "2025-01-01"));
        Assert.Equal((new DateOnly(1990, 3, 7), "male"), (person.Birth, person.Sex));
        await County.As(Persona.Exec, async (r, s) =>
        {
            var shape = (await r.Reference(default)).Register("person")!.Shape;
            Query Of(object value) => new Query(s, shape, r.User.Scope("person.read")).Where(new Filter.Is("idNumber", value));
            Assert.Equal(1, await Of(r.Vault.HashOf(SealPurpose.IdentityNumber, "person.idNumber", number)).Count());
            Assert.Equal(0, await Of(r.Vault.HashOf(SealPurpose.IdentityNumber, "person.idNumber", "110101199003072121")).Count());
            Assert.Throws<InvalidOperationException>(() => new Query(s, shape, r.User.Scope("person.read")).ListSql(["id"], [new("idNumber")], 0, 1));
            Assert.Throws<InvalidOperationException>(() => new Query(s, shape, r.User.Scope("person.read")).Where(new Filter.Contains("phones", "139")).ListSql(["id"], [], 0, 1));
            Assert.Throws<InvalidOperationException>(() => new Query(s, shape, r.User.Scope("person.read")).GroupSql([new("phones")], [new Aggregate.Rows()]));
            var payload = await s.Db.Set<EventRow>().Where(e => e.Entry == person.Id).Select(e => e.Payload).SingleAsync();
            Assert.DoesNotContain(number[6..], payload!);
            Assert.DoesNotContain("13912345678", payload!);
        });
        var twice = await County.Record(Persona.Exec2, "person", ("name", "另一个"), ("sex", "male"), ("idNumber", number), ("place", County.Village2.Grids[0]), ("from", "2025-01-01"));
        Assert.Equal("person.id-taken", Assert.Single(twice.Problems).Code);
        var kept = await County.As(Persona.Exec, (r, _) => r.Change("person", person.Id, 1, County.Typed(("idNumber", "***"), ("phones", ""), ("occupation", "老师"))));
        Assert.Equal(number, await County.As(Persona.Exec, (r, _) => Task.FromResult(r.Vault.Reveal(SealPurpose.IdentityNumber, "person.idNumber", ((Person)kept.Entry!).IdNumber!))));
        Assert.NotNull(((Person)kept.Entry!).Phones);
    }

    [Fact]
    public async Task A_change_of_reference_facts_is_seen_by_the_next_request()
    {
        var before = await County.Reference();
        await County.As(Persona.Admin, async (_, s) => await s.Write(async ct =>
        {
            s.Db.Add(new KindItem { List = "visit.mode", Code = "own-x", Label = "微信", Position = 9 });
            await ReferenceSource.Touch(s, ct);
        }));
        var after = await County.Reference();
        Assert.True(after.Stamp > before.Stamp);
        Assert.Equal("own-x", ((Visit)await County.Recorded(Persona.Exec, "visit", ("person", V1.People[0].Id), ("mode", "微信"))).Mode);
        var made = await County.Recorded(Persona.Admin, "organization", ("name", "第七村妇联"), ("kind", "federation"), ("level", "village"), ("parent", County.Facts.Townships[0].Org), ("place", V1.Place), ("from", "2026-01-01"));
        var reference = await County.Reference();
        Assert.Equal("第七村妇联", reference.Organizations.NameOf(made.Org));
        Assert.Equal(County.Facts.Townships[0].Org, new Branch(made.Org).Parent!.Value.Value);
        await County.As(Persona.Admin, (r, _) => r.Withdraw("organization", made.Id, "建错了"));
        var next = await County.Recorded(Persona.Admin, "organization", ("name", "第八村妇联"), ("kind", "federation"), ("level", "village"), ("parent", County.Facts.Townships[0].Org), ("place", V1.Place), ("from", "2026-01-01"));
        Assert.NotEqual(made.Org, next.Org);
        var moved = await County.As(Persona.Admin, (r, _) => r.Change("organization", next.Id, 1, County.Typed(("org", County.Village4.Org))));
        Assert.Equal("organization.moved", Assert.Single(moved.Problems).Code);
    }

    [Fact]
    public async Task Names_are_masked_for_strangers_only()
    {
        var woman = County.Village2.People[0];
        var (seen, masked) = await County.As(Persona.Officer, async (r, _) =>
        {
            var person = (await r.Reference(default)).Register("person")!;
            return ((await r.Names.Of(person, [woman.Id], r.User.Scope("person.read")))[woman.Id], (await r.Names.Of(person, [woman.Id], Scope.None))[woman.Id]);
        });
        Assert.Equal((woman.Name, woman.Name[..1] + "**"), (seen, masked));
    }
}
