using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>联系网格台账, registers.md §1. The usual load is the county's own; the defaults are one county's practice, without a source in law.</summary>
public sealed class ContactAreaRegister : Register<ContactArea>
{
    /// <summary>The county's form.</summary>
    public ContactAreaRegister() : base("contact-area", "联系网格", dateLabel: "登记日期")
    {
        Icon = "map-pin";
        Room = Room.Organization;
        About = "每位执委联系哪个网格、多少妇女儿童、几户特殊家庭";

        Section("谁联系哪里");
        LookUp(a => a.Exec, "执委", "post").Required().Listed().Called("联系执委", "包片执委", "网格执委");
        Here(a => a.Place).Required().Hint("选到网格");
        Number(a => a.Women, "妇女人数").Required().Listed().Between(0, 99_999).Called("妇女数", "联系妇女数");
        Number(a => a.Children, "儿童人数").Listed().Between(0, 99_999).Called("儿童数", "联系儿童数");
        Number(a => a.SpecialFamilies, "特殊家庭").Listed().Between(0, 9999).Hint("户；一位执委一般联系约 50 名妇女儿童、2—3 户特殊家庭（未核实来源，县里可改）").Called("特殊家庭户数", "特殊家庭数", "重点家庭");
        Number(a => a.People, "妇女儿童").Derived();
        Flag(a => a.Overloaded, "超过一般联系量").Derived().Listed().Filtered();

        Section("起止");
        Day(a => a.From, "从哪天").Required().Default("today");
        Day(a => a.To, "到哪天").MayBeFuture();
        Here(a => a.Org);
        Here(a => a.Note);

        TitledBy(a => a.Exec);
        HeldBetween(a => a.From, a => a.To);
        Stock("contact-area.areas", "联系网格", Unit.Things).By(FieldOf(a => a.Overloaded), FieldOf(a => a.Exec));
        Stock("contact-area.execs", "联系网格的执委", Unit.People).Distinct(FieldOf(a => a.Exec)).By(FieldOf(a => a.Overloaded));
        Stock("contact-area.women", "联系妇女", Unit.People).Also("妇女群众 妇女同志").Sum(FieldOf(a => a.Women)).By(FieldOf(a => a.Overloaded), FieldOf(a => a.Exec));
        Stock("contact-area.children", "联系儿童", Unit.People).Sum(FieldOf(a => a.Children)).By(FieldOf(a => a.Overloaded), FieldOf(a => a.Exec));
        Stock("contact-area.people", "联系妇女儿童", Unit.People).Sum(FieldOf(a => a.People)).By(FieldOf(a => a.Overloaded), FieldOf(a => a.Exec));
        Stock("contact-area.special-families", "联系特殊家庭", Unit.Households).Sum(FieldOf(a => a.SpecialFamilies)).By(FieldOf(a => a.Overloaded), FieldOf(a => a.Exec));
        Duty(new("contact-area.monthly", "月联系", DutyCycle.Month) { Subject = "place", Owner = "exec", Acts = [new("visit", "place")], Each = "household", Fill = "kind=monthly&mode=phone" });
    }

    /// <summary>What counts is all an exec keeps in touch with on the day, not this grid alone.</summary>
    protected override async Task Complete(ContactArea entry, Recording recording, CancellationToken ct)
    {
        entry.People = entry.Women is null && entry.Children is null ? null : (entry.Women ?? 0) + (entry.Children ?? 0);
        var reference = await recording.Reference(ct);
        // The area is her organisation's, whoever writes it down: else she would not see her own.
        if (await recording.Find(reference.Register("post")!, entry.Exec, Scope.Whole("the organisation of a post already found in scope"), ct) is { } post) entry.Org = post.Org;
        var (people, special) = (entry.People ?? 0, entry.SpecialFamilies ?? 0);
        var others = new Query(recording.Session, Shape, Scope.Whole("an exec's whole load, in whichever grid"))
            .Where(new Filter.Is("exec", entry.Exec)).Where(new Filter.HeldOn("from", "to", entry.From)).Where(EntryStates.Count);
        await foreach (var row in others.Stream(["id", "people", "specialFamilies"], [], ct))
        {
            if ((Guid)row[0]! == entry.Id) continue;
            people += row[1] as long? ?? 0;
            special += row[2] as long? ?? 0;
        }
        entry.Overloaded = people > reference.Limit(Limits.AreaPeople) || special > reference.Limit(Limits.AreaFamilies);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(ContactArea entry, ContactArea? before, Recording recording, CancellationToken ct)
    {
        var others = new Query(recording.Session, Shape, Scope.Whole("a grid stands once with an exec, whoever asks"))
            .Where(new Filter.Is("exec", entry.Exec)).Where(new Filter.Is("place", entry.Place)).Where(new Filter.HeldOn("from", "to", entry.From)).Where(EntryStates.Count);
        await foreach (var row in others.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("contact-area.double", "这位执委那天已经联系这个网格。人数变了，请在原来那条上改，或先填结束日期。", "exec")];
        return [];
    }
}
