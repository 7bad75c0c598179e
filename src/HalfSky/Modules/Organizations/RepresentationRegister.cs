using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>女性参政台账, registers.md §1: a count holds until the next one of the same body, rank and level.</summary>
public sealed class RepresentationRegister : Register<Representation>
{
    /// <summary>The county's form.</summary>
    public RepresentationRegister() : base("representation", "女性参政", dateLabel: "截至哪天")
    {
        Icon = "award";
        Room = Room.Organization;
        About = "班子、代表、委员里女性几人；换了再记一次，旧的自动结束";

        Section("哪里的班子");
        Kind(r => r.Kind, "哪一类", ("party", "党组织班子"), ("government", "政府和机关班子"), ("two-committees", "村（居）两委"), ("village-party", "村（居）党组织"), ("village-committee", "村（居）委会"),
            ("party-delegates", "党代表"), ("congress-delegates", "人大代表"), ("consultative", "政协委员"), ("village-delegates", "村民代表"), ("cadres", "干部"), ("professionals", "专业技术人员"),
            ("enterprise", "企业董事会监事会职代会")).Required().Listed().Filtered().Called("类别");
        Kind(r => r.Rank, "职级", ("all", "全体"), ("head", "正职"), ("deputy", "副职"), ("member", "委员和成员")).Required().Listed().Filtered().Default("all");
        Kind(r => r.Level, "级别", Levels.All).Required().Listed().Filtered();
        Here(r => r.Place).Required();
        Here(r => r.Date).Called("统计日期", "截至日期", "截止日期", "统计时点");
        Number(r => r.Women, "女性人数").Required().Listed().Between(0, 999_999).Called("其中女性", "女性数", "女性");
        Number(r => r.Total, "总人数").Required().Listed().Between(1, 999_999).Called("总数", "成员总数", "两委成员总数");
        Day(r => r.To, "到哪天").Derived();
        Here(r => r.Org);
        Here(r => r.Note);

        TitledBy(r => r.Kind);
        HeldBetween(r => r.Date, r => r.To);
        Stock("representation.women", "参政女性", Unit.People).Sum(FieldOf(r => r.Women)).By(FieldOf(r => r.Kind), FieldOf(r => r.Rank), FieldOf(r => r.Level));
        Stock("representation.total", "班子和代表总人数", Unit.People).Sum(FieldOf(r => r.Total)).By(FieldOf(r => r.Kind), FieldOf(r => r.Rank), FieldOf(r => r.Level));
        Ratio("representation.share", "女性占比", part: "representation.women", whole: "representation.total");
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(Representation entry, Representation? before, Recording recording, CancellationToken ct) =>
        (await Same(entry, recording, ct)).Any(o => o.Date == entry.Date)
            ? [new("representation.double", "这一天的这一类已经记过，请在原来那条上改。", "kind")] : [];

    /// <summary>Each count ends where the next begins, in whatever order they are typed, changed or taken back.</summary>
    protected override async Task Written(Representation entry, Representation? before, Recording recording, CancellationToken ct)
    {
        foreach (var touched in new[] { before, entry }.OfType<Representation>())
        {
            var row = (await Same(touched, recording, ct)).ToList();
            if (entry.Counts && Alike(entry, touched)) row.Add(entry);
            row.Sort((a, b) => a.Date.CompareTo(b.Date));
            foreach (var (i, one) in row.Index())
            {
                var ends = i + 1 < row.Count ? row[i + 1].Date : (DateOnly?)null;
                if (one.To == ends) continue;
                var was = await recording.Find(this, one.Id, Scope.Whole("counts of the same body follow one another"), ct);
                one.To = ends;
                await recording.Write(this, was, one, "followed", null, ct);
                // That write settles what is left.
                return;
            }
        }
    }

    private static bool Alike(Representation a, Representation b) => (a.Place, a.Kind, a.Rank, a.Level) == (b.Place, b.Kind, b.Rank, b.Level);

    private async Task<IReadOnlyList<Representation>> Same(Representation entry, Recording recording, CancellationToken ct)
    {
        var query = new Query(recording.Session, Shape, Scope.Whole("counts of the same body follow one another, whoever recorded them"))
            .Where(new Filter.Is("place", entry.Place)).Where(new Filter.Is("kind", entry.Kind)).Where(new Filter.Is("rank", entry.Rank)).Where(new Filter.Is("level", entry.Level))
            .Where(EntryStates.Count);
        var found = new List<Representation>();
        await foreach (var row in query.Stream([.. Shape.Columns.Select(c => c.Key)], [], ct)) found.Add((Representation)EntryColumns.Make(this, row));
        return [.. found.Where(f => f.Id != entry.Id)];
    }
}
