using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Modules.Notices;
using HalfSky.Modules.Organizations.Execs;
using HalfSky.Modules.Plans;
using HalfSky.Platform.Registers;

namespace HalfSky.Host.Demo;

/// <summary>What lies on the desks of the townships: plans of this year and the last, two notices, the grids execs keep in touch with. No visit and no activity: what was done stays as told.</summary>
internal sealed class Offices(Chance chance, Clock clock, Catalog catalog)
{
    // A task of “organisation” due last year would be counted among a year that is told.
    private static readonly (string Objective, (string Text, string Kind, int Month, int Day, int? Aim)[] Tasks)[] Year =
    [
        ("关爱到人到户",
        [
            ("春节前走访慰问困难妇女儿童", "care", 2, 10, null), ("每季度把关爱对象走一遍", "care", 12, 20, null), ("暑期防溺水、防性侵宣讲进村", "children", 7, 10, null), ("给困境儿童认领微心愿", "care", 6, 1, 40),
        ]),
        ("家庭家教家风",
        [
            ("寻找最美家庭，每村推荐两户", "family", 5, 15, null), ("亲子阅读进妇女之家", "family", 8, 31, 12), ("重阳节前家风故事征集", "publicity", 10, 15, 30),
        ]),
        ("维权和就业",
        [
            ("三八维权周法律咨询", "rights", 3, 8, 2), ("家政和手工技能培训两期", "training", 9, 20, 2), ("反家暴宣传月", "rights", 12, 10, null),
        ]),
        ("把活动办到村里", [("妇女之家每月有活动", "activity", 12, 25, null), ("庭院评比现场会", "activity", 11, 10, 1)]),
    ];

    private static readonly string[] Answers = ["已传达到每位执委。", "在群里和碰头会上都讲了。", "开了执委会，逐条念了。"];

    /// <summary>The plans of this year and of the last, each with objectives, tasks and targets.</summary>
    /// <param name="township">Whose.</param>
    /// <param name="families">Families in care there.</param>
    /// <param name="by">Account of its officer.</param>
    public IEnumerable<Load> Plans(Township township, int families, Guid by)
    {
        var loads = new List<Load>();
        Guid? before = null;
        foreach (var year in new[] { clock.Today.Year - 1, clock.Today.Year })
        {
            var (first, day) = (new DateOnly(year, 1, 1), Workday(new(year, 1, 12)));
            var plan = Begun(new Plan { Title = $"{township.Name}妇联 {year} 年工作计划", Kind = "year", From = first, To = first.AddYears(1), CopyOf = before, Objectives = "把走访、家风、维权、就业办到家门口，年底逐条对账。" }, township.Number, day, by);
            plan.Submit(review: false);
            before = plan.Id;
            foreach (var (i, (text, tasks)) in Year.Index())
            {
                var objective = Part("objective", new Objective { Plan = plan.Id, Text = text, Position = i + 1 }, "plan", plan, by);
                loads.Add(objective);
                foreach (var (n, task) in tasks.Index())
                {
                    var due = new DateOnly(year, task.Month, task.Day);
                    // One of each year was late; one of this year's waits although its day has passed.
                    var done = due.AddDays(i == 1 && n == 1 ? 9 : -chance.Between(1, 12));
                    var waits = i == 3 && n == 1 && year == clock.Today.Year;
                    loads.Add(Part("plan-task", new PlanTask
                    {
                        Plan = plan.Id, Objective = objective.Entry.Id, Text = task.Text, Kind = task.Kind, Owner = township.Number.Value, Due = due, Aim = task.Aim,
                        Done = waits || done > clock.Today ? null : done,
                    }, "plan", plan, by));
                }
                foreach (var (measure, value) in Targets(i, township, families)) loads.Add(Target(measure, value, year, township, plan, objective.Entry.Id, by));
            }
            loads.Add(new(catalog["plan"], plan, []));
        }
        return loads;
    }

    /// <summary>A notice whose day has passed, answered by most, and one that goes with a table and is being signed for.</summary>
    /// <param name="township">Who sent them.</param>
    /// <param name="by">Account of its officer.</param>
    /// <param name="actorOf">Account that answers for a village.</param>
    public (IReadOnlyList<Load> Loads, Notice WithTable) Notices(Township township, Guid by, Func<Village, Guid> actorOf)
    {
        var loads = new List<Load>();
        var (met, asked) = (Workday(clock.Today.AddDays(-24)), Workday(clock.Today.AddDays(-4)));
        var meeting = Begun(new Notice
        {
            Title = "关于开好村妇联执委会的通知", Number = $"{township.Name[..1]}妇〔{met.Year}〕{chance.Between(8, 20)}号", Direction = "out", Deadline = met.AddDays(10),
            Asks = "开一次执委会，把下一步要做的事分到人，回复到会人数。", Note = "议题由村里定，记一条会议台账就行，不用另报材料。",
        }, township.Number, met, by);
        var survey = Begun(new Notice { Title = "关于摸清妇女儿童需求底数的通知", Direction = "out", Deadline = asked.AddDays(9), Note = "先签收，表在“收表”里填，不用另发文件。" }, township.Number, asked, by);
        foreach (var notice in new[] { meeting, survey })
        {
            notice.Submit(review: false);
            foreach (var village in township.Villages)
            {
                var receipt = Part("notice-receipt", new NoticeReceipt { Notice = notice.Id, Org = village.Number.Value, Place = village.Number.Value }, "notice", notice, by);
                var heard = !village.IsSilent && chance.Happens(notice == meeting ? 0.97 : 0.7);
                loads.Add(heard ? receipt with { Deeds = [Heard(notice, village, actorOf(village))] } : receipt);
            }
            loads.Add(new(catalog["notice"], notice, []));
        }
        return (loads, survey);
    }

    /// <summary>Each exec and the grid she keeps in touch with, since this year.</summary>
    public IEnumerable<Load> Contacts(Territory territory, SpecialFamilies special, Func<Village, Guid> actorOf)
    {
        var families = special.All.Where(c => c.On(clock.Today)).CountBy(c => c.Grid).ToDictionary();
        var from = new DateOnly(clock.Today.Year, 1, 1);
        foreach (var grid in territory.Grids)
        {
            var people = grid.Homes.SelectMany(h => h.Villagers).ToList();
            var women = Math.Min(people.Count(v => v.IsFemale && v.AgeOn(clock.Today) >= 18), chance.Between(28, 42));
            var children = Math.Min(people.Count(v => v.AgeOn(clock.Today) < 18), chance.Between(4, 11));
            var area = Begun(new ContactArea
            {
                Exec = grid.Post.Id, Women = women, Children = children, People = women + children, SpecialFamilies = families.GetValueOrDefault(grid), From = from,
                Overloaded = women + children > 50 || families.GetValueOrDefault(grid) > 3,
            }, grid.Village.Number, Workday(from.AddDays(7)), actorOf(grid.Village));
            area.Place = grid.Number.Value;
            area.Submit(review: false);
            yield return new(catalog["contact-area"], area, [grid.Exec.Person.Name]);
        }
    }

    /// <summary>The entry as its office wrote it down that day.</summary>
    internal T Begun<T>(T entry, Branch org, DateOnly day, Guid by) where T : Entry
    {
        var at = At(day);
        (entry.Org, entry.Place, entry.Date, entry.RecordedAt, entry.RecordedBy, entry.Id) = (org.Value, org.Value, day, at, by, chance.Id(at));
        return entry;
    }

    /// <summary>A part of a whole that was not handed over yet, written down with it.</summary>
    internal Load Part(string register, Entry part, string wholes, Entry whole, Guid by)
    {
        (part.RecordedAt, part.RecordedBy, part.Id) = (whole.RecordedAt, by, chance.Id(whole.RecordedAt));
        catalog[register].Follow(part, catalog[wholes], whole);
        return new(catalog[register], part, []);
    }

    /// <summary>An hour of the day, never after now.</summary>
    internal DateTime At(DateOnly day) => chance.Hour(day, 9, 17) is var at && at > clock.Now ? clock.Now.AddMinutes(-chance.Between(1, 200)) : at;

    /// <summary>The day, or the Friday before it; never after today.</summary>
    private DateOnly Workday(DateOnly day)
    {
        if (day > clock.Today) day = clock.Today;
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
    }

    private Deed Heard(Notice notice, Village village, Guid actor)
    {
        var (last, who) = (notice.Deadline > clock.Today ? clock.Today : notice.Deadline!.Value, village.Grids[0].Exec.Person.Name);
        var day = chance.Happens(0.04) && last < clock.Today ? last.AddDays(2) : chance.Day(notice.Date.AddDays(1), last);
        var answer = $"{chance.Of(Answers)}到会 {chance.Between(5, 7)} 人。";
        return new("edited", actor, At(day), e =>
        {
            if (notice.AsksForAnswer) ((NoticeReceipt)e).Reply(notice, answer, day, who);
            else ((NoticeReceipt)e).Sign(notice, day, who);
        });
    }

    private static (string Measure, long Value)[] Targets(int objective, Township township, int families) => objective switch
    {
        0 => [("visit.times", families * 10L), ("care.coverage", 90)],
        3 => [("activity.sessions", township.Villages.Count * 12L)],
        _ => [],
    };

    private Load Target(string key, long value, int year, Township township, Plan plan, Guid objective, Guid by)
    {
        var (measure, period) = (catalog.Measures.First(m => m.Key == key), Period.Year(year));
        var target = Begun(new Target
        {
            Measure = key, Period = period.Key, From = period.From, To = period.To, Value = value * 100, Direction = "at-least", Plan = plan.Id, Objective = objective,
            Title = string.Create(CultureInfo.InvariantCulture, $"{township.Name} {measure.Label} {period.Label}不少于 {value}{measure.Unit.Label}"),
        }, township.Number, plan.Date, by);
        target.Submit(review: false);
        return new(catalog["target"], target, [plan.Title]);
    }
}
