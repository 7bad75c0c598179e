using HalfSky.Kernel;
using HalfSky.Modules.Care;
using HalfSky.Platform.Registers;

namespace HalfSky.Host.Demo;

/// <summary>Two years of visits: each special family contacted monthly and visited quarterly, in the present quarter as far as it has come.</summary>
internal sealed class Visiting(Chance chance, Clock clock)
{
    private static readonly (string Reason, int Weight)[] Returns = [("没写见到谁", 4), ("日期像是写错了", 3), ("对象选错人", 2), ("情况太笼统", 4), ("和另一条重了", 1)];
    private readonly Notes notes = new(chance);

    /// <summary>Everything about one family, oldest first.</summary>
    /// <param name="care">Who is visited.</param>
    /// <param name="recorder">Account that records.</param>
    /// <param name="checker">Account that verifies.</param>
    public IEnumerable<(Visit Visit, List<Deed> Deeds)> Of(InCare care, Guid recorder, Guid checker)
    {
        var today = clock.Today;
        var present = Period.QuarterOf(today);
        for (var quarter = Period.QuarterOf(today.AddYears(-2)); quarter.From <= today; quarter = Period.QuarterOf(quarter.To))
        {
            var isPresent = quarter == present;
            var last = isPresent ? today : quarter.Last;
            var first = quarter.From < today.AddYears(-2) ? today.AddYears(-2) : quarter.From;
            var orphan = care.Subject.Person.Name == "李长安";
            if (!Reaches(care.Grid.Village, isPresent, (today.DayNumber - quarter.From.DayNumber + 1) / (double)quarter.Days, orphan)) continue;
            var visited = orphan && quarter.To == present.From ? quarter.From.AddDays(52) : chance.Day(first, last);
            foreach (var (day, kind) in Days(first, last, visited, orphan))
            {
                if (!care.On(day)) continue;
                var visit = Make(care, day, kind, recorder);
                if (orphan && day == visited && quarter.To == present.From) (visit.Mode, visit.Note) = ("home", "作业写得认真，奶奶腿脚还好。书包破了，已转镇里，9月开学前送到。");
                yield return (visit, Deeds(visit, checker));
            }
        }
    }

    /// <summary>About 93 of a hundred in a past quarter; in the present one as many as its days have passed, and nobody where nothing is heard.</summary>
    private bool Reaches(Village village, bool isPresent, double elapsed, bool orphan)
    {
        if (!isPresent) return orphan || chance.Happens(0.93);
        if (village.IsSilent || orphan) return false;
        return chance.Happens(Math.Min(0.95, Math.Min(0.93, Math.Pow(elapsed, 0.5)) * village.Share));
    }

    private IEnumerable<(DateOnly Day, string Kind)> Days(DateOnly first, DateOnly last, DateOnly visited, bool orphan)
    {
        var days = new List<(DateOnly Day, string Kind)> { (visited, "quarterly") };
        foreach (var month in new Period(first, last.AddDays(1)).Months())
        {
            if (month.From.Month == visited.Month) continue;
            var from = month.From < first ? first : month.From;
            var to = month.Last > last ? last : month.Last;
            // The boy's family was last seen on that visit.
            if (chance.Happens(0.88) && !(orphan && month.From > visited && last > clock.Today.AddDays(-100))) days.Add((chance.Day(from, to), "monthly"));
        }
        if (!orphan)
        {
            if (chance.Happens(0.03)) days.Add((chance.Day(first, last), chance.Of<string>(("good-deed", 6), ("return", 4), ("publicity", 3))));
            if (chance.Happens(0.10) && Festival(first.Year) is var festival && festival.Exists(f => f >= first && f <= last)) days.Add((festival.First(f => f >= first && f <= last), "festival"));
        }
        return days.OrderBy(d => d.Day);
    }

    private static List<DateOnly> Festival(int year) => [new(year, 2, 9), new(year, 6, 1), new(year, 9, 22)];

    private Visit Make(InCare care, DateOnly day, string kind, Guid recorder)
    {
        var mode = kind switch
        {
            "monthly" => chance.Of<string>(("phone", 74), ("home", 20), ("video", 6)),
            "quarterly" => chance.Of<string>(("home", 93), ("video", 4), ("phone", 3)),
            _ => "home",
        };
        var situation = chance.Of<string>(("fine", 76), ("changed", 14), ("help", 10));
        var lag = chance.Of<int>((0, 60), (1, 20), (2, 8), (3, 6), (6, 2), (chance.Between(9, 30), 3));
        var at = chance.Hour(day.AddDays(lag), 8, 21);
        if (at > clock.Now) at = clock.Now.AddMinutes(-chance.Between(5, 240));
        return new()
        {
            Id = chance.Id(at), Org = care.Grid.Village.Number.Value, Place = care.Grid.Number.Value, Date = day, RecordedAt = at, RecordedBy = recorder,
            Person = care.Subject.Person.Id, Household = care.Home.Household.Id, Subject = care.Subject.Person.Id, Visitor = care.Grid.Post.Id,
            Kind = kind, Mode = mode, Situation = situation,
            Needs = situation == "help" ? Codes.Join([chance.Of<string>(("study", 4), ("doctor", 3), ("living", 3), ("guardian", 1), ("work", 2))]) : null,
            Note = notes.Of(care.Category, mode, situation),
        };
    }

    /// <summary>Old ones are verified; of the last two weeks a third waits; a few are drafts, returned or withdrawn.</summary>
    private List<Deed> Deeds(Visit visit, Guid checker)
    {
        var recent = clock.DayOf(visit.RecordedAt) > clock.Today.AddDays(-14);
        var fate = recent
            ? chance.Of<string>(("waiting", 32), ("draft", 2), ("returned", 2), ("withdrawn", 1), ("verified", 63))
            : chance.Of<string>(("verified", 9880), ("draft", 20), ("returned", 50), ("withdrawn", 50));
        if (fate == "draft") return [];
        visit.Submit(review: true);
        if (fate == "waiting") return [];
        var at = visit.RecordedAt.AddHours(chance.Between(2, 90));
        if (at > clock.Now) at = clock.Now.AddMinutes(-1);
        return fate switch
        {
            "returned" => [new("returned", checker, at, Return(chance.Of<string>(Returns)))],
            "withdrawn" => [new("withdrawn", visit.RecordedBy, at, e => e.Withdraw("记重了，撤掉这一条"))],
            _ => [new("verified", checker, at, e => e.Verify())],
        };
    }

    private static Action<Entry> Return(string reason) => e => e.Return(reason);
}
