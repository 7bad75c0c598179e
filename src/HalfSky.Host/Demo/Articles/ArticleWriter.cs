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
internal sealed partial class ArticleWriter(Chance chance, Clock clock, Catalog catalog, Loading loading)
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


    /// <summary>Adds an entry with its parts: the parts are made to follow before it is handed over, for then it belongs to the loader.</summary>
    private async Task Add(string register, Entry entry, DateOnly day, Branch place, IReadOnlyList<string> titles, string? fate, CancellationToken ct, IReadOnlyList<Entry>? parts = null, Branch? org = null)
    {
        var whole = catalog[register];
        if (day > clock.Today) day = clock.Today;
        // The work is that of the village; a grid is a place only.
        (entry.Org, entry.Place, entry.Date) = ((org ?? place.AtDepth(Math.Min(3, place.Depth))).Value, place.Value, day);
        Stamp(entry, day);
        if (entry is Post post) post.Seat = post.Id;
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
