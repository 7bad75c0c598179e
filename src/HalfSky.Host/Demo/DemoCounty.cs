using System.Diagnostics;
using System.Globalization;
using HalfSky.Host.Demo.Articles;
using HalfSky.Kernel;
using HalfSky.Modules.People;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Host.Demo;

/// <summary>A place of the demo.</summary>
public sealed record DemoPlace(string Code, string Name, long Number);

/// <summary>A fictional county 演示县: made by a fixed seed, with nobody in it who lives.</summary>
/// <param name="Places">County, townships, and the village of the execs.</param>
/// <param name="Accounts">Accounts with their passwords.</param>
/// <param name="Figures">A few figures, read by the measures.</param>
public sealed record DemoCounty(IReadOnlyList<DemoPlace> Places, IReadOnlyList<DemoAccount> Accounts, IReadOnlyList<string> Figures)
{
    private static readonly Problem Occupied = new("demo.occupied", "这里已经有数据，演示县只能放进空的数据文件夹和空的数据库。请用 --data（或 --database）换一个，原来的没有动。");

    /// <summary>Makes the county in an empty folder or database.</summary>
    /// <exception cref="Refusal">There is data already.</exception>
    public static async Task<DemoCounty> Make(DataFolder folder, string? database, DemoOptions options, Action<string>? say = null, CancellationToken ct = default)
    {
        var unfinished = Path.Combine(folder.Path, "demo-unfinished");
        // A demo that was killed half-way is begun anew: the mark is only ever set in an empty folder.
        if (database is null && File.Exists(unfinished)) Clear(folder);
        if (database is null && File.Exists(folder.Database)) throw new Refusal(Occupied);
        await File.WriteAllTextAsync(unfinished, "", ct);
        await using var app = await Server.Build(folder, database, null, b =>
        {
            if (options.Today is { } day) b.Services.AddSingleton<TimeProvider>(new Afternoon(day));
        });
        using var scope = app.Services.CreateScope();
        var made = await new Making(scope.ServiceProvider, options, say ?? (_ => { })).Run(ct);
        DemoAccounts.Keep(Path.Combine(folder.Path, "demo-accounts.txt"), made);
        File.Delete(unfinished);
        return made;
    }

    /// <summary>Prints places, figures and accounts.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine("演示县是虚构的，代码以 99 开头，人名、地名都是编的。");
        foreach (var place in Places) output.WriteLine($"  {place.Code}  {place.Name}");
        foreach (var figure in Figures) output.WriteLine($"  {figure}");
        output.WriteLine("账号（密码是这次随机生成的，也写在数据文件夹的 demo-accounts.txt 里）：");
        foreach (var a in Accounts) output.WriteLine($"  {a.User,-14}{a.Password}  {a.Name}  {a.What}");
    }

    private static void Clear(DataFolder folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(folder.Path, "halfsky.db*")) File.Delete(file);
        foreach (var file in Directory.GetFiles(folder.Keys)) File.Delete(file);
    }

    /// <summary>Four in the afternoon of a day in China, for tests.</summary>
    private sealed class Afternoon(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new(8, 0), DateTimeKind.Utc), TimeSpan.Zero);
    }

    private sealed class Making(IServiceProvider services, DemoOptions options, Action<string> say)
    {
        private const int Chunk = 4000;
        private readonly Session session = services.GetRequiredService<Session>();
        private readonly Vault vault = services.GetRequiredService<Vault>();
        private readonly Clock clock = services.GetRequiredService<Clock>();
        private readonly Catalog catalog = services.GetRequiredService<Catalog>();
        private readonly Chance chance = new(options.Seed);
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private Dictionary<string, Guid> accounts = [];
        private Territory territory = null!;
        private Loading loading = null!;

        public async Task<DemoCounty> Run(CancellationToken ct)
        {
            if (await session.Db.Set<Place>().AnyAsync(ct) || await session.Db.Set<Account>().AnyAsync(ct)) throw new Refusal(Occupied);
            territory = Territory.Lay(chance, options);
            new Population(chance, new InventedNames(chance), vault, clock.Today).Settle(territory);
            var posts = new PostHolding(chance, territory, clock.Today);
            posts.Fill();
            Population.Name(territory);
            Step("编好 3 个乡镇、村和住户");
            await session.Write(c =>
            {
                session.Db.AddRange(territory.Places());
                return session.Db.SaveChangesAsync(c);
            }, ct);
            var signedUp = await DemoAccounts.Make(services, posts.Known, ct);
            accounts = signedUp.ToDictionary(a => a.User, a => a.Id);
            var special = new SpecialFamilies(chance, territory, clock.Today);
            special.Choose(Recorder);
            Step("地点和账号");

            loading = new(session, vault, Scope.Whole("the demo writes an empty county"), clock, Chunk, seal: true);
            await Organizations(ct);
            await People(ct);
            await Posts(posts, ct);
            await Care(special, ct);
            if (options.Scale >= 1) await Years(ct);
            await Desks(special, ct);
            await loading.Finish(ct);
            Step($"走访、台账、日志、检索 {loading.Written:#,##0} 条");
            await session.Write(c => ReferenceSource.Touch(session, c), ct);
            var reference = await services.GetRequiredService<ReferenceSource>().Take(session, ct);
            var duties = await session.Write(c => new DutyBook(session, reference, clock).Roll(c), ct);
            await session.Analyze(ct);
            Step($"本季待办 {duties:#,##0} 件");
            return new(
                [new(InventedNames.CountyCode + "000000", InventedNames.County, Branch.Root.Value), .. territory.Townships.Select(t => new DemoPlace(t.Code, t.Name, t.Number.Value)),
                 new(territory.Home.Code, territory.Home.Name, territory.Home.Number.Value)],
                signedUp, await Figures(reference, ct));
        }

        private async Task Organizations(CancellationToken ct)
        {
            foreach (var one in territory.Organizations())
            {
                one.RecordedAt = chance.Hour(one.Date, 9, 17);
                one.Id = chance.Id(one.RecordedAt);
                await Load(catalog["organization"], one, accounts["admin"], [], ct);
            }
        }

        private async Task People(CancellationToken ct)
        {
            var (people, households, members) = (catalog["person"], catalog["household"], catalog["member"]);
            foreach (var village in territory.Villages)
            {
                var actor = Recorder(village);
                foreach (var home in village.Grids.SelectMany(g => g.Homes))
                {
                    var names = home.Villagers.ToDictionary(v => v.Person.Id, v => v.Person.Name);
                    foreach (var (person, _) in home.Villagers)
                        await Load(people, person, actor, [.. new[] { person.Guardian, person.Guardian2, person.Carer }.OfType<Guid>().Distinct().Select(g => names[g])], ct);
                    await Load(households, home.Household, actor, [names[home.Household.Head]], ct);
                    foreach (var (person, relation) in home.Villagers)
                    {
                        var member = new Member
                        {
                            Id = chance.Id(person.RecordedAt), Org = person.Org, Place = person.Place, Date = person.Date, RecordedAt = person.RecordedAt,
                            Household = home.Household.Id, Person = person.Id, Relation = relation, From = person.From,
                        };
                        await Load(members, member, actor, [home.Household.Name!, person.Name], ct);
                    }
                    foreach (var villager in home.Villagers) await Standing(villager, actor, ct);
                }
                if (village == village.Township.Villages[^1]) Step($"{village.Township.Name} {village.Township.Villages.Sum(v => v.Grids.Sum(g => g.People)):#,##0} 人");
            }
        }

        private async Task Standing(Villager villager, Guid actor, CancellationToken ct)
        {
            var (person, standing) = (villager.Person, villager.Standing);
            T Part<T>(T part) where T : Entry
            {
                (part.Id, part.Org, part.Place, part.Date, part.RecordedAt) = (chance.Id(person.RecordedAt), person.Org, person.Place, person.Date, person.RecordedAt);
                return part;
            }
            if (standing.Income is { } income)
                await Load(catalog["person-income"], Part(new PersonIncome { Person = person.Id, Kind = income, From = person.Date }), actor, [person.Name], ct);
            if (standing.Residence is { } residence)
                await Load(catalog["residence-change"], Part(new ResidenceChange { Person = person.Id, Kind = residence, From = person.Date }), actor, [person.Name], ct);
        }

        private async Task Posts(PostHolding posts, CancellationToken ct)
        {
            foreach (var (post, holder) in posts.Posts) await Load(catalog["post"], post, accounts["sumin"], [holder.Person.Name], ct);
        }

        private async Task Care(SpecialFamilies special, CancellationToken ct)
        {
            var visiting = new Visiting(chance, clock);
            foreach (var care in special.All)
            {
                var village = care.Grid.Village;
                string[] titles = [.. new[] { care.Subject.Person.Name, care.Home.Household.Name!, care.Grid.Exec.Person.Name }.Distinct()];
                foreach (var (record, deeds) in care.Records) await Load(catalog["care"], record, Recorder(village), titles, ct, deeds);
                foreach (var (visit, deeds) in visiting.Of(care, RecorderOf(care.Grid), Checker(village)))
                    await loading.Add(new(catalog["visit"], visit, titles, deeds), ct);
            }
        }

        /// <summary>Years told like real summaries, among other years and places that are not theirs. Only the whole county has room for them.</summary>
        private async Task Years(CancellationToken ct)
        {
            var writer = new ArticleWriter(chance, clock, catalog, loading);
            foreach (var article in Article.All)
            {
                var township = territory.Townships[article.Township];
                await writer.Write(article, township, accounts[Officer(township.Villages[0])], ct);
            }
            var told = Article.All.Select(a => (a.Township, a.Year)).ToHashSet();
            foreach (var (i, township) in territory.Townships.Index())
                for (var year = 2021; year <= clock.Today.Year; year++)
                    if (!told.Contains((i, year))) await writer.WriteOthers(year, i, township, accounts[Officer(township.Villages[0])], 900, ct);
            Step($"{told.Count} 个乡镇年，像真的总结那样的数");
        }

        /// <summary>Plans, notices, a table being collected, contact areas. After all the rest: what is drawn here moves no other figure.</summary>
        private async Task Desks(SpecialFamilies special, CancellationToken ct)
        {
            var offices = new Offices(chance, clock, catalog);
            var survey = new Survey(chance, clock, catalog, vault, services.GetRequiredService<AttachmentFiles>(), session, offices);
            List<Load> loads = [.. offices.Contacts(territory, special, Recorder)];
            foreach (var township in territory.Townships)
            {
                var by = accounts[Officer(township.Villages[0])];
                loads.AddRange(offices.Plans(township, special.All.Count(c => c.Grid.Village.Township == township && c.On(clock.Today)), by));
                var (notices, asked) = offices.Notices(township, by, Recorder);
                loads.AddRange([.. notices, .. await survey.Collect(township, asked, by, Recorder, ct)]);
            }
            foreach (var load in loads) await loading.Add(load, ct);
            Step($"计划、通知、收表、联系网格 {loads.Count:#,##0} 条");
        }

        private Task Load(Register register, Entry entry, Guid actor, IReadOnlyList<string> titles, CancellationToken ct, IReadOnlyList<Deed>? deeds = null)
        {
            entry.RecordedBy = actor;
            entry.Submit(review: false);
            return loading.Add(new(register, entry, titles, deeds), ct);
        }

        /// <summary>Half the villages never sign in: the township types their paper.</summary>
        private Guid Recorder(Village village) => accounts[village == territory.Home ? "taojinfeng" : village.Township == territory.Townships[0] ? "hesuying" : Officer(village)];

        private Guid RecorderOf(Grid grid) => grid.Village != territory.Home ? Recorder(grid.Village)
            : accounts[grid.Number.Ordinal switch { 3 => "zhouyumei", 4 => "zhengqiaoyun", _ => "taojinfeng" }];

        private Guid Checker(Village village) => accounts[Officer(village)];

        private static string Officer(Village village) => village.Township.Number.Ordinal switch { 1 => "linxiaohe", 2 => "fangwenjing", _ => "luoxiaoyan" };

        private async Task<IReadOnlyList<string>> Figures(Reference reference, CancellationToken ct)
        {
            var evaluator = new Evaluator(session, reference, clock.Today);
            var seat = territory.Townships[0];
            var whole = Scope.Whole("figures of the county just made");
            var lines = new List<string>();
            foreach (var (key, place, name, period) in new[]
            {
                ("organization.count", Branch.Root, "全县", Period.YearTo(clock.Today)), ("person.count", Branch.Root, "全县", Period.YearTo(clock.Today)),
                ("household.count", Branch.Root, "全县", Period.YearTo(clock.Today)), ("post.execs", seat.Number, seat.Name, Period.YearTo(clock.Today)),
                ("care.people", seat.Number, seat.Name, Period.YearTo(clock.Today)), ("visit.times", seat.Number, seat.Name + "今年", Period.YearTo(clock.Today)),
                ("care.coverage", seat.Number, seat.Name + "本季", Period.QuarterOf(clock.Today)),
            })
            {
                var reading = await evaluator.Read(reference.Measure(key)!, new(place, period), whole, ct);
                lines.Add($"{name}{reading.Measure.Label} {reading.Figure?.ToString() ?? "无"}");
            }
            return lines;
        }

        private void Step(string what) => say($"{watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),5} 秒  {what}");
    }
}
