using HalfSky.Kernel;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports;

/// <summary>Something worth a second look 想一想: a hint with where to look, never an accusation, never a bar to publishing.</summary>
/// <param name="Head">A word or two.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Address">Where to look.</param>
public sealed record Doubt(string Head, string Text, string? Address = null);

/// <summary>Figures that doubt themselves before they are published.</summary>
public sealed class Doubts(Session session, Reference reference, DateOnly today, Asker user)
{
    /// <summary>Share of pending entries from which it is said, in percent.</summary>
    private const int PendingShare = 10;

    /// <summary>Most figures whose villages are read one by one.</summary>
    private const int Deep = 12;

    private const string Residents = "person.count";

    /// <summary>What is worth a second look in a document.</summary>
    public async Task<IReadOnlyList<Doubt>> Of(Composed document, CancellationToken ct)
    {
        var figures = document.Told.Where(f => f.Reading!.Value is not null).ToList();
        var doubts = new List<Doubt>();
        doubts.AddRange(FewerTimesThanPeople(figures));
        doubts.AddRange(figures.Where(f => f.Reading!.Pending * 100 > f.Reading.Value * PendingShare && f.Reading.Measure.Kind is not MeasureKind.Ratio)
            .Select(f => new Doubt("待核多", $"{f.Token!.Named(f.Reading!.Measure, reference)} {f.Text} 里有 {f.Reading.Pending} 待核，报出时只算已核的。", f.Address + "&state=Submitted")));
        doubts.AddRange(figures.Select(f => f.Reading!.Measure).Distinct().Where(m => m.Version > 1 && m.ValidFrom > document.Days.SamePeriodLastYear().From && m.ValidFrom <= document.Days.Last)
            .Select(m => new Doubt("口径变了", $"“{m.Label}”从 {m.ValidFrom:yyyy-MM-dd} 起换了口径，和去年的数不好直接比。", $"/measures/{m.Key}")));
        doubts.AddRange(figures.Where(f => f.Reading!.Villages > 1 && f.Reading.Recorded < f.Reading.Villages && f.Reading.Recorded * 2 >= f.Reading.Villages && f.Token!.Conditions.Length == 0)
            .OrderBy(f => f.Reading!.Recorded).Take(5)
            .Select(f => new Doubt("有村没记", $"{f.Reading!.Measure.Label} {f.Text}：{f.Reading.Villages} 个村里 {f.Reading.Recorded} 个有记录。没记不等于没做，先问一问。", f.Address + "&by=village")));
        foreach (var figure in figures.Where(f => f.Token!.Conditions.Length == 0 && document.Place.Depth < 3).DistinctBy(f => f.Reading!.Measure.Key).Take(Deep))
            if (await ByVillage(figure, document, ct) is { } doubt) doubts.Add(doubt);
        doubts.AddRange(await ExactlyMet(document, ct));
        return doubts;
    }

    private static IEnumerable<Doubt> FewerTimesThanPeople(List<Piece> figures)
    {
        var read = figures.ConvertAll(f => (f.Text, f.Address, Token: f.Token!, Reading: f.Reading!, f.Reading!.Measure));
        return from times in read.Where(f => f.Measure.Unit == Unit.Attendances)
               from people in read.Where(f => f.Measure.Unit == Unit.People && f.Measure.Kind is MeasureKind.Flow)
               where people.Measure.Register == times.Measure.Register && people.Token.Conditions == times.Token.Conditions && people.Token.Shift == times.Token.Shift && times.Reading.Value < people.Reading.Value
               select new Doubt("人次少于人", $"“{times.Measure.Label}”{times.Text}人次，比“{people.Measure.Label}”{people.Text}人还少，看看是不是有的没记人次。", times.Address);
    }

    /// <summary>Persons who stand in two villages, and more of a village than live there.</summary>
    private async Task<Doubt?> ByVillage(Piece figure, Composed document, CancellationToken ct)
    {
        var measure = figure.Reading!.Measure;
        if (measure.Unit != Unit.People || measure.Kind is MeasureKind.Ratio || user.Counts(measure.Register) is not { IsEmpty: false } scope) return null;
        var evaluator = new Evaluator(session, reference, today);
        var read = await evaluator.Read(measure, new Ask(document.Place, document.Days, ["village"]), scope, ct);
        if (measure.DistinctKey is not null)
            return read.Overlap > 0 ? new("两处都有", $"“{measure.Label}”里有 {read.Overlap} 人次在不止一个村有记录，合计已经去重，分村相加会多 {read.Overlap}。", figure.Address + "&by=village") : null;
        if (measure.Count is not Aggregate.Sum || reference.Measure(Residents) is not { } residents || residents == measure || user.Counts(residents.Register).IsEmpty) return null;
        var living = await evaluator.Read(residents, new Ask(document.Place, document.Days, ["village"]), user.Counts(residents.Register), ct);
        var more = read.Slices.Where(s => Branch.TryParse(s.Keys[0], null, out var at) && at.Depth == 3 && living.Slices.Any(l => l.Keys[0] == s.Keys[0] && l.Value > 0 && s.Value > l.Value)).ToList();
        return more.Count == 0 ? null : new("比村里人还多", $"“{measure.Label}”在{string.Join("、", more.Take(3).Select(s => reference.Places.NameOf(Branch.Parse(s.Keys[0]!, null).Value)))}{(more.Count > 3 ? $"等 {more.Count} 个村" : "")}比村里登记的人还多。有外村的人来就对，记成人次就改一改。", figure.Address + "&by=village");
    }

    /// <summary>A target that every village meets to the unit.</summary>
    private async Task<IReadOnlyList<Doubt>> ExactlyMet(Composed document, CancellationToken ct)
    {
        if (document.Place.Depth > 2 || reference.Registers.FirstOrDefault(r => r.Targets is not null) is not { Targets: { } of } register || user.Sees(register) is not { IsEmpty: false } scope) return [];
        var aims = new List<(long Place, string Measure, long Value)>();
        var query = new Query(session, register.Shape, scope).Where(new Filter.Within("place", reference.Covered(document.Place))).Where(new Filter.Is(of.Period.Key, document.Days.Key)).Where(new Filter.Is(of.Conditions.Key, null)).Where(EntryStates.Count);
        await foreach (var row in query.Stream(["place", of.Measure.Key, of.Value.Key], [new("id")], ct))
            if (new Branch((long)row[0]!).Depth == 3 && row[2] is long value) aims.Add(((long)row[0]!, (string)row[1]!, value));
        var doubts = new List<Doubt>();
        foreach (var aim in aims.GroupBy(a => a.Measure).Where(g => g.Count() >= 3).Take(Deep))
        {
            if (reference.Measure(aim.Key) is not { } measure || user.Counts(measure.Register) is not { IsEmpty: false } counts) continue;
            var read = await new Evaluator(session, reference, today).Read(measure, new Ask(document.Place, document.Days, ["village"]), counts, ct);
            if (aim.All(a => read.Slices.Any(s => s.Keys[0] == new Branch(a.Place).ToString() && Targets.Hundredths(s.Value, measure.Unit) == a.Value)))
                doubts.Add(new("正好完成", $"“{measure.Label}”{aim.Count()} 个村都正好完成目标，一个不多一个不少，抽几个村看看明细。", $"/measures/{measure.Key}{AskQuery.Address(document.Place, document.Days)}&by=village"));
        }
        return doubts;
    }
}
