using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Modules.Activities;
using HalfSky.Modules.Activities.Publicity;
using HalfSky.Modules.Care;
using HalfSky.Modules.Growth.Courses;
using HalfSky.Modules.Growth.Jobs;
using HalfSky.Modules.Growth.Workshops;
using HalfSky.Modules.Organizations;
using HalfSky.Modules.Organizations.Execs;
using HalfSky.Modules.Organizations.Venues;
using HalfSky.Modules.People;
using HalfSky.Modules.Plans;
using HalfSky.Modules.Volunteers;
using HalfSky.Platform.Registers;

namespace HalfSky.Host.Demo.Articles;

/// <summary>What stands for a while: organisations, venues, workshops, people trained, hired, cared for, paired; tasks and targets.</summary>
internal sealed partial class ArticleWriter
{
    private async Task Write(Bodies f, CancellationToken ct)
    {
        for (var i = 0; i < f.Count; i++)
        {
            var village = township.Villages[i % township.Villages.Count];
            var grid = f.Level == "grid" ? village.Grids[i / township.Villages.Count] : null;
            var parent = grid is null ? township.Number : village.Number;
            var ordinal = children[parent.Value] = children.GetValueOrDefault(parent.Value, grid is null ? township.Villages.Count : 0) + 1;
            var (from, to) = Held();
            var organization = new Organization
            {
                Name = (grid?.Name ?? village.Name) + f.Name, Kind = f.Kind, Level = f.Level, Domain = f.Domain, Parent = parent.Value, From = from, To = to,
            };
            await Add("organization", organization, from, grid?.Number ?? township.Number, [], null, ct, org: parent.Child(ordinal));
            if (i == 0 && f.Led is { } led) await Lead(parent.Child(ordinal), f.Kind, f.Level, f.Domain, led, ct);
        }
    }

    private async Task Lead(Branch org, string kind, string level, string? domain, (int Chairs, int Vices, int Execs) led, CancellationToken ct)
    {
        foreach (var (i, (_, _, holder)) in Pick(led.Execs, 26, 58, women: true).Index())
        {
            var role = i < led.Chairs ? "chair" : i < led.Chairs + led.Vices ? "vice" : "exec";
            var (from, to) = Held();
            await Add("post", new Post { Person = holder.Person.Id, Role = role, Means = "elected", From = from, To = to, OrgKind = kind, OrgLevel = level, OrgDomain = domain },
                from, township.Number, [holder.Person.Name], null, ct, org: org);
        }
    }

    private Task Write(Assembly f, CancellationToken ct)
    {
        var day = new DateOnly(article.Year, 7, 21);
        return Add("congress", new Congress
        {
            Ordinal = f.Ordinal, Title = $"第{ChineseNumbers.Numeral(f.Ordinal)}届妇女代表大会", TermYears = 5, TermEnds = day.AddYears(5), Delegates = 80, Present = 76,
            OrgKind = "federation", OrgLevel = "township",
        }, day, township.Number, [], null, ct);
    }

    private async Task Write(Contacts f, CancellationToken ct)
    {
        var women = Spread(f.Women, f.Grids);
        foreach (var (i, grid) in township.Villages.SelectMany(v => v.Grids).Take(f.Grids).Index())
        {
            var (from, to) = Held();
            await Add("contact-area", new ContactArea { Exec = grid.Post.Id, Women = women[i], People = women[i], Overloaded = women[i] > 50, From = from, To = to },
                from, grid.Number, [grid.Exec.Person.Name], null, ct);
        }
    }

    private async Task Write(Rules f, CancellationToken ct)
    {
        foreach (var (i, fate) in Fates(f.Titles.Length))
        {
            var (from, to) = Held();
            await Add("work-rule", new WorkRule { Title = f.Titles[i % f.Titles.Length], Kind = f.Kind, From = from, To = to }, from, township.Number, [], fate, ct);
        }
    }

    private async Task Write(Venues f, CancellationToken ct)
    {
        foreach (var (i, fate) in Fates(f.Count))
        {
            var village = township.Villages[i % township.Villages.Count];
            var (place, name) = f.Level == "village" ? (village.Number, village.Name) : (township.Number, township.Name);
            var (from, to) = Held();
            var venue = new Venue { Name = name + f.Name, Kind = f.Kind, Level = f.Level, Opened = from, Closed = to, Parts = fate is null && i == 0 ? f.Parts : null, ServesUpTo = f.ServesUpTo, Invested = fate is null ? f.Invested * 100L : null };
            await Add("venue", venue, from, place, [], fate, ct, f.Model is null ? [] : [new VenueLevel { Level = f.Model, From = from, To = to }]);
            if (fate is null) (venues.TryGetValue(Key, out var known) ? known : venues[Key] = []).Add(venue);
        }
    }

    private async Task Write(Workshops f, CancellationToken ct)
    {
        foreach (var ((i, fate), (_, _, leader)) in Fates(f.Count).Zip(Pick(f.Count + 1 + f.Count / 40, 28, 60, women: true)))
        {
            var village = township.Villages[i % township.Villages.Count];
            var (from, to) = Held();
            await Add("base", new ProductionBase { Name = village.Name + f.Name, Kind = f.Kind, LedBy = leader.Person.Id, Opened = from, Closed = to }, from, village.Number, [leader.Person.Name], fate, ct);
        }
    }

    private async Task Write(Products f, CancellationToken ct)
    {
        foreach (var (category, name) in f.All)
        {
            var (from, to) = Held();
            await Add("product", new Product { Name = township.Name + name, Category = category, From = from, To = to }, from, township.Number, [], null, ct);
        }
    }

    private async Task Write(Talents f, CancellationToken ct)
    {
        foreach (var ((_, fate), (grid, _, woman)) in Fates(f.Count).Zip(Pick(f.Count + 1 + f.Count / 40, 22, 60, women: true)))
        {
            var (from, to) = Held();
            await Add("talent", new Talent { Person = woman.Person.Id, Kinds = Joined(f.Kind), Speciality = f.Speciality, From = from, To = to }, from, grid.Village.Number, [woman.Person.Name], fate, ct);
        }
    }

    private async Task Write(Hired f, CancellationToken ct)
    {
        foreach (var ((i, fate), (grid, _, woman)) in Fates(f.Count).Zip(Pick(f.Count + 1 + f.Count / 40, 20, 50, women: true)))
            await Add("employment", new Employment { Person = woman.Person.Id, Employer = grid.Village.Name + "来料加工点", Form = "flexible", Source = "introduction" },
                DayOf(i, f.Count), grid.Village.Number, [woman.Person.Name], fate, ct);
    }

    private async Task Write(Courses f, CancellationToken ct)
    {
        var days = Spread(f.Days == 0 ? f.Count : f.Days, f.Count);
        var attendances = new Queue<long>(Spread(f.Attendances, Math.Max(f.Days, f.Count)));
        foreach (var (i, fate) in Fates(f.Count))
        {
            var first = f.On is { } on ? On(on.First) : chance.Day(First, Last.AddDays(-12));
            var length = fate is not null ? 1 : f.On is { } span ? On(span.Last).DayNumber - first.DayNumber + 1 : (int)days[i];
            var course = new Course
            {
                Title = (f.Subjects.Length > 0 ? f.Subjects[i % f.Subjects.Length] : township.Name) + f.Title, Skill = f.Skill, Purpose = Course.PurposeOf(f.Skill), Audience = Joined(f.Audience), Mode = f.Mode,
                Subject = f.Subjects.Length > 0 ? f.Subjects[i % f.Subjects.Length] : f.Title, Level = "township", LastDay = length > 1 ? first.AddDays(length - 1) : null,
                Learners = fate is null ? f.Told : null,
            };
            var parts = new List<Entry>();
            if (fate is null)
            {
                foreach (var (grid, _, learner) in f.ChairOfEachVillage ? township.Villages.Select(v => (v.Grids[0], v.Grids[0].Homes[0], v.Grids[0].Exec)) : Pick(f.Listed, 20, 58, women: true))
                    parts.Add(new Enrolment { Org = township.Number.Value, Place = grid.Village.Number.Value, Person = learner.Person.Id, Learner = learner.Person.Id.ToString("N"), Finished = true });
                for (var day = 0; day < length; day++)
                    parts.Add(new CourseDay { Date = first.AddDays(day), Attendance = attendances.TryDequeue(out var came) && f.Attendances > 0 ? came : chance.Between(12, 45), Hours = 60 });
            }
            await Add("course", course, first, township.Number, [], fate, ct, parts);
            // As the register of course days does: each is an activity of kind 培训 too, counted once there and once here.
            foreach (var day in parts.OfType<CourseDay>())
                await Add("activity", new Activity { Title = course.Title, Kind = "training", Mode = f.Mode == "live" ? "live" : "on-site", Participants = day.Attendance, CourseDay = day.Id }, day.Date, township.Number, [], fate, ct);
        }
    }

    private async Task Write(Cared f, CancellationToken ct)
    {
        foreach (var ((i, fate), (grid, home, subject)) in Fates(f.Count).Zip(Pick(f.Count + 1 + f.Count / 40, f.Youngest, f.Oldest, women: f.Categories.EndsWith("woman", StringComparison.Ordinal))))
        {
            var (person, names) = (subject.Person, new[] { subject.Person.Name, home.Household.Name!, grid.Exec.Person.Name });
            var month = Period.Month(article.Year, f.Month);
            var from = chance.Day(month.From, f.Visited > 0 && f.VisitedOn.StartsWith($"{f.Month:00}-", StringComparison.Ordinal) ? On(f.VisitedOn).AddDays(-1) : month.Last);
            await Add("care", new CareRecord
            {
                Person = person.Id, Household = home.Household.Id, Subject = person.Id, Categories = Joined(f.Categories), Level = "middle", Responsible = grid.Post.Id, From = from,
                To = new DateOnly(article.Year + 1, 3, 1).AddDays(chance.Between(0, 90)), Ending = "better",
            }, from, grid.Number, names, fate, ct);
            if (fate is null && i < f.Visited)
                await Add("visit", new Visit
                {
                    Person = person.Id, Household = home.Household.Id, Subject = person.Id, Visitor = grid.Post.Id, Kind = f.Festival is null ? "quarterly" : "festival", Festival = f.Festival,
                    Mode = "home", Situation = "fine", Note = "送去米面油和一句问候，家里都好。",
                }, On(f.VisitedOn), grid.Number, names, null, ct);
        }
    }

    private async Task Write(Schools f, CancellationToken ct)
    {
        for (var i = 0; i < f.Count; i++)
        {
            var village = township.Villages[i];
            var school = new Body { Name = village.Name + "小学", Kind = "school", From = Territory.Founded };
            await Add("body", school, First.AddDays(30 + i), village.Number, [], null, ct);
            await Add("visit", new Visit
            {
                Body = school.Id, BodyKind = "school", Kind = "festival", Festival = f.Festival, Mode = "home", Situation = "fine", Visitor = village.Grids[0].Post.Id, Note = "给孩子们带去图书和跳绳。",
            }, On(f.On), village.Number, [school.Name], null, ct);
        }
    }

    private async Task Write(Paired f, CancellationToken ct)
    {
        foreach (var ((_, fate), (grid, home, child)) in Fates(f.Count).Zip(Pick(f.Count + 1 + f.Count / 40, 6, 15)))
        {
            var (from, to) = Held();
            await Add("pairing", new Pairing
            {
                Kind = f.Kind, Helper = grid.Exec.Person.Id, Vetted = true, Person = child.Person.Id, Household = home.Household.Id, Subject = child.Person.Id, From = from, To = to,
            }, from, grid.Number, [child.Person.Name, grid.Exec.Person.Name], fate, ct);
        }
    }

    private Task Write(Tasks f, CancellationToken ct)
    {
        var year = f.NextYearInEachVillage ? article.Year + 1 : article.Year;
        var plan = new Plan { Title = township.Name + f.Plan, Kind = "year", From = new(year, 1, 1), To = new(year + 1, 1, 1) };
        var owners = f.NextYearInEachVillage ? township.Villages.Select(v => v.Number) : [township.Number];
        return Add("plan", plan, f.NextYearInEachVillage ? new(article.Year, 12, 20) : new(article.Year, 1, 15), township.Number, [], null, ct,
            [.. owners.SelectMany(o => f.Texts.Select((text, i) => new PlanTask { Text = text, Kind = f.Kind, Owner = o.Value, Due = new DateOnly(year, 11, 30).AddDays(-20 * i) }))]);
    }

    private Task Write(Aim f, CancellationToken ct)
    {
        var (from, to) = (First, First.AddYears(f.Years));
        var measure = catalog.Measures.First(m => m.Key == f.Measure);
        return Add("target", new Target
        {
            Measure = f.Measure, Conditions = f.Conditions, Period = new Period(from, to).Key, From = from, To = to, Value = f.Hundredths, Direction = "at-least",
            Title = string.Create(CultureInfo.InvariantCulture, $"{township.Name} {measure.Label} {new Period(from, to).Label}不少于 {f.Hundredths / 100m:0.##}{measure.Unit.Label}"),
        }, First.AddDays(40), township.Number, [], null, ct);
    }
}
