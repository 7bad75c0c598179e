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

/// <summary>Turns the facts of an article into entries: as many as it says that count, and beside them some that must not.</summary>
/// <param name="chance">All chance.</param>
/// <param name="clock">The present.</param>
/// <param name="catalog">The registers.</param>
/// <param name="loading">Takes the entries.</param>
internal sealed class ArticleWriter(Chance chance, Clock clock, Catalog catalog, Loading loading)
{
    private static readonly string[] Returns = ["场次和签到表对不上", "没写在哪里办的", "日期像是写错了", "和另一条重了"];
    private static readonly string[] Remarks =
    [
        "来的人比上次多，散场还围着问。", "下雨改到屋里，照样坐满。", "带了折页，当场答了几个问题。", "请镇里的人来讲，大家记了两页。", "年轻人少，下次放到晚饭后。", "讲得短一点，老人听得进。",
    ];
    private readonly Dictionary<long, int> children = [];
    private readonly Dictionary<(int, int), List<Guid>> teams = [];
    private readonly Dictionary<(int, int), List<Venue>> venues = [];
    private readonly HashSet<Villager> taken = [];
    private Article article = null!;
    private Township township = null!;
    private Guid recorder;

    /// <summary>Writes an article of which every day has come or begun.</summary>
    public async Task Write(Article one, Township where, Guid by, CancellationToken ct)
    {
        (article, township, recorder) = (one, where, by);
        taken.Clear();
        if (First > clock.Today) return;
        foreach (var fact in one.Facts) await Write(fact, ct);
    }

    /// <summary>Writes a year of a township nobody told of: activities, visits' talks, teams and courses of every kind, which no other year's figure may count.</summary>
    public async Task WriteOthers(int year, int number, Township where, Guid by, int sessions, CancellationToken ct)
    {
        var kinds = catalog["activity"].KindLists;
        Kind[] Of(string field) => [.. kinds.First(k => k.Key == "activity." + field).Items];
        var (kind, topics, audience) = (Of("kind"), Of("topics"), Of("audience"));
        var facts = new List<Fact>
        {
            new Teams("forest", 5, "护林队"), new Teams("talk", 4, "宣讲队"), new Patrols("fire", sessions / 5, "林边小路"), new Venues("micro-home", 3, "微家"), new Venues("women-home", 1, "妇女之家"),
            new Courses("e-commerce", 3, "电商班") { Days = 9, Attendances = 240 }, new Courses("exec-ability", 2, "执委班") { Audience = "execs" }, new Talents("forest-chief", 9, "看林子"),
            new Works("family-rule", 7, "家里的规矩"), new Hired(8), new Workshops("homestay", 2, "民宿"),
        };
        for (var left = sessions; left > 0; left -= 15)
            facts.Add(Any(chance.Of(kind), chance.Of(topics).Code) with { Audience = chance.Of(audience).Code, Participants = chance.Happens(0.5) ? 400 : 0, Copies = chance.Happens(0.2) ? 300 : 0 });
        await Write(new Article("", number, year, [.. facts]), where, by, ct);

        static Activities Any(Kind kind, string topic) => new(kind.Code, 15, kind.Label, topic);
    }

    private DateOnly First => new(article.Year, 1, 1);

    private DateOnly Last => article.Year == clock.Today.Year ? clock.Today : new(article.Year, 12, 31);

    private Task Write(Fact fact, CancellationToken ct) => fact switch
    {
        Activities f => Write(f, ct),
        DoorstepTalks f => Write(f, ct),
        Delivered f => Write(f, ct),
        Works f => Write(f, ct),
        Teams f => Write(f, ct),
        Patrols f => Write(f, ct),
        Bodies f => Write(f, ct),
        Leaders f => Lead(township.Number, "federation", "township", null, (f.Chairs, f.Vices, f.Execs), ct),
        Assembly f => Write(f, ct),
        Contacts f => Write(f, ct),
        Rules f => Write(f, ct),
        Venues f => Write(f, ct),
        Workshops f => Write(f, ct),
        Products f => Write(f, ct),
        Talents f => Write(f, ct),
        Hired f => Write(f, ct),
        Courses f => Write(f, ct),
        Cared f => Write(f, ct),
        Schools f => Write(f, ct),
        Paired f => Write(f, ct),
        Tasks f => Write(f, ct),
        Aim f => Write(f, ct),
        _ => throw new NotSupportedException(fact.GetType().Name),
    };

    private async Task Write(Activities f, CancellationToken ct)
    {
        var (people, copies) = (Spread(f.Participants, f.Sessions), Spread(f.Copies, f.Sessions));
        var held = f.AtVenues ? venues[Key].FindAll(v => v.Kind is "women-home" or "micro-home") : [];
        foreach (var (i, fate) in Fates(f.Sessions))
        {
            var (place, name) = Somewhere(f.Sessions);
            var day = i < f.On.Length ? On(f.On[i]) : DayOf(i, f.Sessions);
            var venue = held.Count > 0 ? chance.Of(held) : null;
            var activity = new Activity
            {
                Title = f.Sessions > 3 ? name + f.Title : f.Title, Kind = f.Kind, Topics = Joined(f.Topics), Festival = f.Festival, Ordinal = fate is null ? f.Ordinal : null,
                Audience = Joined(f.Audience), Mode = f.Mode, Venue = venue?.Id, VenueKind = venue?.Kind,
                Participants = f.Participants == 0 ? chance.Between(8, 60) : i < f.Sessions ? people[i] : chance.Between(8, 60), Note = chance.Happens(0.3) ? chance.Of(Remarks) : null,
            };
            if (venue is not null) place = new(venue.Place);
            var parts = new List<Entry>();
            if (f.Copies > 0) parts.Add(new Handout { Activity = activity.Id, Item = "leaflet", Title = f.Title + "折页", Copies = i < f.Sessions ? copies[i] : 100 });
            // A neighbour village that helped sees it too; their township counts it once.
            if (place.Depth == 3 && chance.Happens(0.08) && chance.Of(township.Villages) is var neighbour && neighbour.Number != place)
                parts.Add(new ActivityPartner { Org = neighbour.Number.Value, Place = neighbour.Number.Value, Share = "co-host" });
            await Add("activity", activity, day, place, [], fate, ct, parts);
        }
    }

    private async Task Write(DoorstepTalks f, CancellationToken ct)
    {
        foreach (var ((i, fate), (grid, home, villager)) in Fates(f.Times).Zip(Pick(f.Times + f.Times / 40 + 1, 25, 75)))
            await Add("visit", new Visit
            {
                Person = villager.Person.Id, Household = home.Household.Id, Subject = villager.Person.Id, Visitor = grid.Post.Id, Kind = "publicity", Mode = "home", Situation = "fine",
                Topics = Joined(f.Topics), Note = "讲了几条和家里有关的规定，留下一份折页。",
            }, DayOf(i, f.Times), grid.Number, [villager.Person.Name, home.Household.Name!], fate, ct);
    }

    private async Task Write(Delivered f, CancellationToken ct)
    {
        foreach (var homes in Pick(f.Households, 20, 80).Chunk(10))
        {
            var delivery = new PolicyDelivery { Title = f.Title, Policy = f.Policy, Households = homes.Length };
            await Add("policy-delivery", delivery, DayOf(9, 9), township.Number, [], null, ct, [.. homes.Select(h => new DeliveredHousehold { Household = h.Home.Household.Id })]);
        }
    }

    private async Task Write(Works f, CancellationToken ct)
    {
        foreach (var ((i, fate), (grid, _, author)) in Fates(f.Pieces).Zip(Pick(f.Pieces + 1 + f.Pieces / 40, 12, 70)))
            await Add("collected-work", new CollectedWork { Title = f.Title, Kind = f.Kind, Person = author.Person.Id, Pieces = 1, Chosen = i % 3 == 0 ? 1 : 0 },
                DayOf(9, 9), grid.Village.Number, [author.Person.Name], fate, ct);
    }

    private async Task Write(Teams f, CancellationToken ct)
    {
        var members = Spread(f.Members, f.Count);
        var villages = township.Villages.Take(f.Villages > 0 ? f.Villages : f.Count).ToList();
        foreach (var (i, fate) in Fates(f.Count))
        {
            var village = villages[i % villages.Count];
            var (from, to) = Held();
            var team = new Team { Name = village.Name + f.Name + (i >= villages.Count ? "二队" : ""), Kind = f.Kind, Headcount = i < f.Count && f.Members > 0 ? members[i] : chance.Between(3, 12), From = from, To = to };
            await Add("team", team, from, village.Number, [], fate, ct);
            if (fate is null) (teams.TryGetValue(Key, out var known) ? known : teams[Key] = []).Add(team.Id);
        }
    }

    private async Task Write(Patrols f, CancellationToken ct)
    {
        var walking = teams[Key];
        var people = Pick(f.Listed, 20, 62).ToList();
        foreach (var (i, fate) in Fates(f.Times))
        {
            var village = township.Villages[i % township.Villages.Count];
            var parts = new List<Entry>();
            // The first patrols have their list, the same people again and again; the rest tells only how many went.
            if (people.Count > 0 && i < people.Count) parts.AddRange(Enumerable.Range(i, 3).Select(n => new PatrolPerson { Person = people[n % people.Count].Villager.Person.Id }));
            await Add("patrol", new Patrol { Team = walking[i % walking.Count], Kind = f.Kind, Route = f.Route, People = Math.Max(parts.Count, chance.Between(2, 5)) },
                DayOf(i, f.Times), village.Number, [], fate, ct, parts);
        }
    }

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
            await Add("base", new Base { Name = village.Name + f.Name, Kind = f.Kind, LedBy = leader.Person.Id, Opened = from, Closed = to }, from, village.Number, [leader.Person.Name], fate, ct);
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

    /// <summary>Adds an entry with its parts: the parts are made to follow before it is handed over, for then it belongs to the loader.</summary>
    private async Task Add(string register, Entry entry, DateOnly day, Branch place, IReadOnlyList<string> titles, string? fate, CancellationToken ct, IReadOnlyList<Entry>? parts = null, Branch? org = null)
    {
        var whole = catalog[register];
        if (day > clock.Today) day = clock.Today;
        // The work is that of the village; a grid is a place only.
        (entry.Org, entry.Place, entry.Date) = ((org ?? place.AtDepth(Math.Min(3, place.Depth))).Value, place.Value, day);
        Stamp(entry, day);
        if (fate != "draft") entry.Submit(review: false);
        var loads = new List<Load> { new(whole, entry, titles, Deeds(fate, entry.RecordedAt)) };
        foreach (var part in parts ?? [])
        {
            var kind = catalog.Registers.First(r => r.New().GetType() == part.GetType());
            Stamp(part, kind.OwnDay ? part.Date : day);
            kind.Whole!.Write(part, entry.Id);
            kind.Follow(part, whole, entry);
            loads.Add(new(kind, part, titles, Deeds(fate, part.RecordedAt)));
        }
        foreach (var load in loads) await loading.Add(load, ct);
    }

    private void Stamp(Entry entry, DateOnly day)
    {
        var at = chance.Hour(day.AddDays(chance.Of<int>((0, 5), (1, 3), (3, 2))), 9, 18);
        if (at > clock.Now) at = clock.Now.AddMinutes(-chance.Between(1, 300));
        (entry.RecordedAt, entry.RecordedBy) = (at, recorder);
        if (entry.Id == default) entry.Id = chance.Id(at);
    }

    private IReadOnlyList<Deed> Deeds(string? fate, DateTime recorded)
    {
        var at = recorded.AddHours(20) is var next && next > clock.Now ? clock.Now : recorded.AddHours(20);
        var reason = chance.Of(Returns);
        return fate switch
        {
            "returned" => [new("returned", recorder, at, e => e.Return(reason))],
            "withdrawn" => [new("withdrawn", recorder, at, e => e.Withdraw("记重了，撤掉这一条"))],
            _ => [],
        };
    }

    /// <summary>As many as are to count, then some that are drafts, returned or withdrawn.</summary>
    private IEnumerable<(int Index, string? Fate)> Fates(int count)
    {
        for (var i = 0; i < count; i++) yield return (i, null);
        for (var i = 0; i <= count / 40; i++) yield return (count + i, chance.Of<string>(("draft", 1), ("returned", 1), ("withdrawn", 1)));
    }

    /// <summary>The first days of a long row are the edges of the year, where one day off would show.</summary>
    private DateOnly DayOf(int index, int count) => (count >= 8 ? index : -1) switch
    {
        0 => First,
        1 => Last,
        2 when DateTime.IsLeapYear(article.Year) => new(article.Year, 2, 29),
        _ => chance.Day(First, Last),
    };

    private DateOnly On(string monthDay) => DateOnly.ParseExact($"{article.Year}-{monthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days between which something holds at the end of this year and at no other year's end.</summary>
    private (DateOnly From, DateOnly? To) Held()
    {
        var from = chance.Happens(0.1) ? First : chance.Day(First, Last.AddDays(-1));
        var (next, end) = (new DateOnly(article.Year + 1, 1, 1), new DateOnly(article.Year + 1, 12, 31));
        return (from, next > clock.Today ? null : chance.Happens(0.1) ? next : chance.Day(next, end > clock.Today ? clock.Today : end));
    }

    private (Branch Place, string Name) Somewhere(int sessions)
    {
        if (sessions <= 3 || chance.Happens(0.04)) return (township.Number, township.Name);
        var village = chance.Of(township.Villages);
        return (village.Number, village.Name);
    }

    /// <summary>Different people of different households and of an age that year, each once an article.</summary>
    private List<(Grid Grid, Home Home, Villager Villager)> Pick(int count, int youngest, int oldest, bool women = false)
    {
        var found = new List<(Grid, Home, Villager)>();
        var day = new DateOnly(article.Year, 12, 31);
        foreach (var (grid, home) in chance.Shuffled(township.Villages.SelectMany(v => v.Grids).SelectMany(g => g.Homes.Select(h => (g, h)))))
        {
            if (found.Count == count) break;
            var one = home.Villagers.Find(v => v.AgeOn(day) >= youngest && v.AgeOn(day) <= oldest && (!women || v.IsFemale) && v != grid.Exec && !taken.Contains(v));
            if (one is null) continue;
            taken.Add(one);
            found.Add((grid, home, one));
        }
        return found.Count == count ? found : throw new InvalidOperationException($"{township.Name} has no {count} people of {youngest} to {oldest}");
    }

    /// <summary>A total in so many shares, each at least one.</summary>
    private long[] Spread(long total, int count)
    {
        var shares = new long[count];
        if (total == 0) return shares;
        for (var i = 0; i < count; i++) shares[i] = total / count + (i < total % count ? 1 : 0);
        for (var i = 0; i + 1 < count; i += 2)
        {
            var moved = chance.Between(0, (int)((shares[i] - 1) / 2));
            (shares[i], shares[i + 1]) = (shares[i] - moved, shares[i + 1] + moved);
        }
        return shares;
    }

    private (int, int) Key => (article.Township, article.Year);

    private static string? Joined(string codes) => Codes.Join(codes.Split(','));
}
