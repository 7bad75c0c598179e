using System.Diagnostics;
using HalfSky.Kernel;
using HalfSky.Modules.Care;
using HalfSky.Modules.Organizations;
using HalfSky.Modules.People;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>Who asks and what is asked about.</summary>
/// <param name="Officer">Account of the first township's officer.</param>
/// <param name="Cookie">Her session.</param>
/// <param name="Token">Her token.</param>
/// <param name="County">Account of the county.</param>
/// <param name="CountyToken">Its token.</param>
/// <param name="CountyCookie">Its session.</param>
/// <param name="Township">Number of the first township, as organisation and as place.</param>
/// <param name="People">People of the first township.</param>
/// <param name="First">First day of the two years.</param>
/// <param name="Last">Last day.</param>
internal sealed record CountyKeys(
    Guid Officer, string Cookie, string Token, Guid County, string CountyCookie, string CountyToken, Branch Township, IReadOnlyList<Guid> People, DateOnly First, DateOnly Last)
{
    /// <summary>The month whose list is asked for.</summary>
    public Period Month => Period.MonthOf(Last.AddMonths(-3));

    /// <summary>Both years.</summary>
    public Period Years => Period.Between(First, Last);
}

/// <summary>Makes the county of the workloads, by a fixed seed, and loads it.</summary>
internal sealed class BenchCounty(InProcess house, Size size, Action<string> say)
{
    /// <summary>In about a fifth of the notes.</summary>
    public const string CommonWord = "庄稼";

    /// <summary>In about one note of a thousand.</summary>
    public const string RareWord = "渡槽";

    private static readonly string[] Kinds = ["quarterly", "monthly", "good-deed", "festival", "publicity", "return"];
    private static readonly string[] Parts =
    [
        "家里老人身体还硬朗", "孩子在镇上读书住校", "丈夫外出打工过年才回", "帮着联系了村医量血压", "送去了米油和一床被子", "她说今年庄稼长得不错", "聊了聊合作医疗的报销",
        "问了问学费有没有着落", "约好下月一起去赶集", "房顶漏雨已报给村里", "教她用手机看视频通话", "邻里关系处得挺和气",
    ];

    private readonly Random random = new(20261122);

    public async Task<CountyKeys> Load(Report report) => await house.Run<CountyKeys>(null, async services =>
    {
        var (session, clock, catalog) = (services.GetRequiredService<Session>(), services.GetRequiredService<Clock>(), services.GetRequiredService<Catalog>());
        var last = clock.Today.AddDays(-1);
        var first = last.AddYears(-2).AddDays(1);
        var since = first.AddYears(-1);
        var (officer, county) = (new Account("乡镇专干", "officer", clock.Now), new Account("县妇联干部", "county", clock.Now));
        await Places(session, since);
        var loading = new Loading(session, services.GetRequiredService<Vault>(), Scope.Whole("the bench fills an empty database"), clock, 2000, seal: true);
        Task Put(Entry entry, string register, Branch at, params string[] titles)
        {
            (entry.Org, entry.Place, entry.RecordedBy, entry.RecordedAt) = (at.Value, at.Value, officer.Id, clock.Now);
            if (entry.Id == Guid.Empty) entry.Id = Uuid.New(clock.Now);
            if (entry.Date == default) entry.Date = since;
            entry.Submit(review: false);
            return loading.Add(new(catalog[register], entry, titles));
        }
        async Task<Guid> Holder(Branch at, string name, string role)
        {
            var person = new Person { Id = Uuid.New(clock.Now), Name = name, Sex = "female", From = since };
            await Put(person, "person", at);
            var seat = Uuid.New(clock.Now);
            var post = new Post { Id = seat, Seat = seat, Person = person.Id, Role = role, From = since };
            await Put(post, "post", at, name);
            if (role == "exec") return post.Id;
            (role == "officer" ? officer : county).PersonId = person.Id;
            return post.Id;
        }

        await Put(new Organization { Name = "测试县妇联", Kind = "federation", Level = "county", From = since }, "organization", Branch.Root);
        await Holder(Branch.Root, "金县联", "county");
        await Holder(Township(1), "林专干", "officer");
        var villages = new List<(Branch At, Guid Exec, string ExecName, List<(Guid Person, Guid Household, string Name)> People)>();
        foreach (var township in Enumerable.Range(1, size.Townships).Select(Township))
        {
            await Put(new Organization { Name = $"第{township.Ordinal}镇妇联", Kind = "federation", Level = "township", Parent = Branch.Root.Value, From = since }, "organization", township);
            foreach (var village in Enumerable.Range(1, size.Villages).Select(township.Child))
            {
                await Put(new Organization { Name = $"第{village.Ordinal}村妇联", Kind = "federation", Level = "village", Parent = township.Value, From = since }, "organization", village);
                var execName = Name();
                var exec = await Holder(village, execName, "exec");
                var people = new List<(Guid, Guid, string)>();
                for (var home = 0; home < size.Homes; home++) people.AddRange(await Home(village, exec, execName, since, Put, clock));
                villages.Add((village, exec, execName, people));
            }
        }
        await loading.Finish();
        say($"{loading.Written:#,##0} organisations, people, households, posts and care records loaded");

        var watch = Stopwatch.StartNew();
        var before = loading.Written;
        var days = last.DayNumber - first.DayNumber + 1;
        for (var i = 0; i < size.Visits; i++)
        {
            var (at, exec, execName, people) = villages[i % villages.Count];
            var (person, household, name) = people[random.Next(people.Count)];
            var visit = new Visit
            {
                Id = Uuid.New(clock.Now), Person = person, Household = household, Subject = person, Kind = Kinds[random.Next(Kinds.Length)], Mode = random.Next(4) == 0 ? "phone" : "home",
                Situation = "fine", Visitor = exec, Date = first.AddDays((int)((long)i * days / size.Visits)), Note = Note(i),
            };
            await Put(visit, "visit", at, name, name + "家", execName);
        }
        await loading.Finish();
        report.Load = new(loading.Written - before, watch.Elapsed);
        say($"{report.Load.Entries:#,##0} visits with events and search documents in {report.Load.Took.TotalSeconds:0.0} s, {report.Load.Rate:#,##0} a second");

        await session.Write(async ct =>
        {
            session.Db.AddRange(officer, county);
            await ReferenceSource.Touch(session, ct);
        });
        await session.Write(async ct => await new DutyBook(session, await services.GetRequiredService<ReferenceSource>().Take(session, ct), clock).Roll(ct));
        await session.Analyze();
        var (cookie, token) = await SignedIn(session, officer, clock);
        var (countyCookie, countyToken) = await SignedIn(session, county, clock);
        return new(officer.Id, cookie, token, county.Id, countyCookie, countyToken, Township(1),
            [.. villages.Where(v => v.At.Parent == Township(1)).SelectMany(v => v.People.Select(p => p.Person))], first, last);
    });

    private async Task<List<(Guid, Guid, string)>> Home(Branch village, Guid exec, string execName, DateOnly since, Func<Entry, string, Branch, string[], Task> put, Clock clock)
    {
        var people = new List<(Guid, Guid, string)>();
        var household = new Household { Id = Uuid.New(clock.Now), Kind = "residence", From = since };
        for (var i = 0; i < 2; i++)
        {
            var person = new Person { Id = Uuid.New(clock.Now), Name = Name(), Sex = "female", Birth = new DateOnly(1950 + random.Next(60), 1 + random.Next(12), 1), From = since };
            if (i == 0) (household.Head, household.Name) = (person.Id, person.Name + "家");
            await put(person, "person", village, []);
            await put(new Member { Household = household.Id, Person = person.Id, Relation = i == 0 ? "head" : "daughter", From = since }, "member", village, [person.Name]);
            people.Add((person.Id, household.Id, person.Name));
        }
        await put(household, "household", village, [people[0].Item3]);
        await put(new CareRecord { Person = people[0].Item1, Household = household.Id, Subject = people[0].Item1, Categories = ",elderly,", Level = "middle", Responsible = exec, From = since },
            "care", village, [people[0].Item3, execName]);
        return people;
    }

    private async Task Places(Session session, DateOnly since) => await session.Write(ct =>
    {
        void Add(Branch number, string name, string code) => session.Db.Add(new Place { Number = number.Value, Name = name, Code = code, From = since });
        Add(Branch.Root, "测试县", "990100000000");
        for (var t = 1; t <= size.Townships; t++)
        {
            Add(Township(t), $"第{t}镇", $"9901{t:00}000000");
            for (var v = 1; v <= size.Villages; v++) Add(Township(t).Child(v), $"第{v}村", $"9901{t:00}2{v:00}000"[..12]);
        }
        return Task.CompletedTask;
    });

    internal static async Task<(string Cookie, string Token)> SignedIn(Session session, Account account, Clock clock)
    {
        var (cookie, token) = (Secret.New(), ApiToken.Prefix + Secret.New());
        await session.Write(_ =>
        {
            session.Db.Add(new SignInSession
            {
                Account = account.Id, SecretHash = Secret.Hash(cookie), Stamp = account.SecurityStamp!, Kind = SignInKind.Device, Device = "Bench",
                CreatedAt = clock.Now, LastSeenAt = clock.Now, ExpiresAt = clock.Now.AddDays(1),
            });
            session.Db.Add(new ApiToken { Account = account.Id, Label = "bench", SecretHash = Secret.Hash(token), CreatedAt = clock.Now, ExpiresAt = clock.Now.AddDays(1) });
            return Task.CompletedTask;
        });
        return (cookie, token);
    }

    private static Branch Township(int ordinal) => Branch.Root.Child(ordinal);

    private string Name() => $"{"王李张刘陈杨赵黄周吴"[random.Next(10)]}{"秀桂玉春红丽小晓美静"[random.Next(10)]}{"英兰珍梅霞华燕芳玲怡"[random.Next(10)]}";

    /// <summary>Sixty characters.</summary>
    private string Note(int i)
    {
        var text = string.Join("，", Enumerable.Range(0, 7).Select(_ => Parts[random.Next(Parts.Length)])).Replace(CommonWord, i % 5 == 0 ? CommonWord : "收成", StringComparison.Ordinal);
        if (i % 5 == 0 && !text[..57].Contains(CommonWord, StringComparison.Ordinal)) text = CommonWord + text;
        return (i % 1009 == 17 ? RareWord + text : text)[..60];
    }
}
