using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>换届台账, registers.md §1.</summary>
public sealed class CongressRegister : Register<Congress>
{
    /// <summary>An election is prepared for months, so the end of a term is told half a year ahead.</summary>
    internal const string TermDuty = "congress.term";

    /// <summary>The county's form.</summary>
    public CongressRegister() : base("congress", "换届", dateLabel: "召开日期")
    {
        Icon = "users-group";
        Room = Room.Organization;
        Also = "换届选举";
        About = "第几届妇女代表大会、哪天开、任期几年；选出的人在任职里记";

        Section("哪一届");
        Text(c => c.Title, "大会").Derived().Listed().Searched().Max(40);
        Here(c => c.Org).Required().Listed();
        Number(c => c.Ordinal, "第几届").Required().Between(1, 99).Called("届次", "届别");
        Here(c => c.Date);
        Number(c => c.TermYears, "任期").Required().Between(1, 10).Default("5").Hint("年；妇联各级每届任期五年").Called("任期年限");
        Day(c => c.TermEnds, "届满日期").Derived().Listed();

        Section("代表");
        Number(c => c.Delegates, "应到代表").Between(0, 9999).Called("应到人数", "应到代表数", "代表人数", "代表名额");
        Number(c => c.Present, "到会代表").Listed().Between(0, 9999).Called("实到代表", "实到人数", "到会人数", "实到", "实到代表数");
        Here(c => c.Place);
        Here(c => c.Note);
        Kind(c => c.OrgLevel, "组织层级").Of("organization.level").Derived().Filtered();
        Kind(c => c.OrgKind, "组织类型").Of("organization.kind").Derived();

        TitledBy(c => c.Title);
        HeldBetween(c => c.Date, c => c.TermEnds);
        Duty(new(TermDuty, "换届", DutyCycle.Once) { On = "termEnds", Days = 180, Subject = "org", Acts = [new("congress", "org")] });
        Flow("congress.count", "换届大会", Unit.Times).By(FieldOf(c => c.OrgLevel), FieldOf(c => c.OrgKind));
        Flow("congress.delegates", "到会代表", Unit.Attendances).Sum(FieldOf(c => c.Present)).By(FieldOf(c => c.OrgLevel), FieldOf(c => c.OrgKind));
        Stock("congress.in-term", "在任期内的组织", Unit.Things).Distinct(FieldOf(c => c.Org)).By(FieldOf(c => c.OrgLevel), FieldOf(c => c.OrgKind));
        Stock("congress.ordinal", "妇女代表大会届次", Unit.Of("届")).Max(FieldOf(c => c.Ordinal)).By(FieldOf(c => c.OrgLevel), FieldOf(c => c.OrgKind));
    }

    /// <inheritdoc/>
    protected override async Task Complete(Congress entry, Recording recording, CancellationToken ct)
    {
        entry.Title = entry.Ordinal is { } ordinal and > 0 and < 100 ? $"第{ChineseNumbers.Numeral((int)ordinal)}届妇女代表大会" : null;
        entry.TermEnds = entry.TermYears is { } years and > 0 and < 100 && entry.Date != default ? entry.Date.AddYears((int)years) : null;
        (entry.OrgKind, entry.OrgLevel, _) = await Nature.Of(entry.Org, recording, ct);
    }

    /// <summary>Congresses of an organisation are numbered in the order of their days.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Congress entry, Congress? before, Recording recording, CancellationToken ct)
    {
        var others = new Query(recording.Session, Shape, Scope.Whole("one numbering an organisation, whoever asks")).Where(new Filter.Is("org", entry.Org)).Where(EntryStates.Count);
        await foreach (var row in others.Stream(["id", "ordinal", "date"], [], ct))
        {
            if ((Guid)row[0]! == entry.Id || row[1] is not long ordinal) continue;
            if (ordinal == entry.Ordinal) return [new("congress.double", $"这个组织的第 {ordinal} 届已经记过，请看一下是第几届。", "ordinal")];
            if (ordinal < entry.Ordinal != (DateOnly)row[2]! < entry.Date) return [new("congress.order", $"第 {ordinal} 届是 {row[2]:yyyy-MM-dd} 开的，届次和日期的先后对不上。", "ordinal")];
        }
        return [];
    }
}
