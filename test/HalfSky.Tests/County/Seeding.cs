using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests;

/// <summary>
/// Makes the small county through first run and <see cref="Recording"/>, as the product does: 2 townships × 3 villages × 2 grids,
/// 60 people in 24 households, 18 care records. Organisation numbers differ from place numbers on purpose.
/// </summary>
internal sealed class Seeding(IServiceProvider services)
{
    public const string Since = "2025-01-10";
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "秀英桂兰玉珍春梅红霞丽华小燕晓芳美玲文静思雨佳怡";
    private readonly Dictionary<Persona, Signed> signed = [];
    private Account admin = null!;
    private int made;

    private static long Root => Branch.Root.Value;

    public async Task<CountyFacts> Plant()
    {
        await FirstRun();
        var places = await Places();
        var townships = new List<Township>();
        await As(admin, r => Org(r, "县直机关妇委会", "committee", "direct", Root, Root));
        for (var t = 0; t < 2; t++)
        {
            var (name, place, villages) = places[t];
            var org = await As(admin, r => Org(r, name + "妇联", "federation", "township", Root, place));
            var list = new List<Village>();
            foreach (var (village, number, grids) in villages)
            {
                var below = await As(admin, r => Org(r, village + "妇联", "federation", "village", org, number));
                var exec = await As(admin, r => Person(r, below, number, "1985-03-0" + (list.Count + 1)));
                list.Add(new(village, below, number, grids, await As(admin, r => Post(r, exec.Id, below, "exec"))) { People = { } });
                if (t == 0 && list.Count <= 2) await Sign(list.Count == 1 ? Persona.Exec : Persona.Exec2, exec.Id, list[^1].ExecPost);
            }
            townships.Add(new(name, org, place, list));
        }
        await Appoint(Persona.CountyStaff, "county", Root, townships[0].Villages[0].Place);
        await Appoint(Persona.Auditor, "auditor", Root, townships[0].Villages[0].Place);
        await Appoint(Persona.Officer, "officer", townships[0].Org, townships[0].Villages[0].Place);
        await Appoint(Persona.Officer2, "officer", townships[1].Org, townships[1].Villages[0].Place);
        await Appoint(Persona.Chair, "chair", townships[0].Villages[0].Org, townships[0].Villages[0].Place);
        await Sign(Persona.Admin, null, null, admin);
        await Sign(Persona.Stranger, null, null, new Account("无职务", "stranger", Now));
        foreach (var (township, officer) in townships.Zip([Persona.Officer, Persona.Officer2]))
            foreach (var village in township.Villages) await Settle(village, officer);
        return new(townships, signed);
    }

    /// <summary>Nothing but places, the first township's federation and its officer.</summary>
    public async Task<CountyFacts> FirstDay()
    {
        await FirstRun();
        var (name, place, _) = (await Places())[0];
        var org = await As(admin, r => Org(r, name + "妇联", "federation", "township", Root, place));
        await Appoint(Persona.Officer, "officer", org, place);
        await Sign(Persona.Admin, null, null, admin);
        return new([new(name, org, place, [])], signed);
    }

    private DateTime Now => services.GetRequiredService<Clock>().Now;

    private async Task FirstRun()
    {
        using var scope = services.CreateScope();
        admin = new Account("管理员", "admin", Now) { IsAdministrator = true };
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        var firstRun = services.GetRequiredService<FirstRun>();
        await session.Write(async ct =>
        {
            session.Db.Add(admin);
            foreach (var plant in firstRun.Planted) await plant(new(admin, "青禾县妇联", "青禾县", "990100000000"), scope.ServiceProvider, ct);
        });
    }

    private async Task<List<(string, long, List<(string, long, List<long>)>)>> Places()
    {
        using var scope = services.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        var all = new List<(string, long, List<(string, long, List<long>)>)>();
        string[][] names = [["青禾镇", "槐荫村", "柳溪村", "石桥村"], ["白鹭乡", "杏林村", "荷塘村", "枫岭村"]];
        await session.Write(async ct =>
        {
            for (var t = 0; t < 2; t++)
            {
                var township = Branch.Root.Child(t + 1);
                Add(names[t][0], township, $"9901{t + 1:00}000000");
                var villages = new List<(string, long, List<long>)>();
                for (var v = 1; v <= 3; v++)
                {
                    var village = township.Child(v);
                    Add(names[t][v], village, $"9901{t + 1:00}20{v:00}00"[..12]);
                    var grids = new List<long>();
                    for (var g = 1; g <= 2; g++)
                    {
                        Add(names[t][v] + "第" + (g == 1 ? "一" : "二") + "网格", village.Child(g), "");
                        grids.Add(village.Child(g).Value);
                    }
                    villages.Add((names[t][v], village.Value, grids));
                }
                all.Add((names[t][0], township.Value, villages));
            }
            await ReferenceSource.Touch(session, ct);
        });
        return all;

        void Add(string name, Branch number, string code) => session.Db.Add(new Place { Number = number.Value, Name = name, Code = code, From = new(2020, 1, 1) });
    }

    private async Task Appoint(Persona persona, string role, long org, long place)
    {
        var person = await As(admin, r => Person(r, org, place, "1980-05-1" + signed.Count));
        await Sign(persona, person.Id, await As(admin, r => Post(r, person.Id, org, role)));
    }

    private async Task Sign(Persona persona, Guid? person, Guid? post, Account? account = null)
    {
        using var scope = services.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        var (cookie, token) = ("", "");
        await session.Write(ct =>
        {
            if (account is null) session.Db.Add(account = new Account(persona.ToString(), persona.ToString().ToLowerInvariant(), Now) { PersonId = person });
            else if (persona is Persona.Stranger) session.Db.Add(account);
            (cookie, token) = LetIn(session, account, Now);
            return Task.CompletedTask;
        });
        signed[persona] = new(account!.Id, person, post, cookie, token);
    }

    /// <summary>A session on a device of her own and an API token for an account.</summary>
    public static (string Cookie, string Token) LetIn(Session session, Account account, DateTime now)
    {
        var (cookie, token) = (Secret.New(), ApiToken.Prefix + Secret.New());
        session.Db.Add(new SignInSession
        {
            Account = account.Id, SecretHash = Secret.Hash(cookie), Stamp = account.SecurityStamp!, Kind = SignInKind.Device, Device = "Test",
            CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddYears(20),
        });
        session.Db.Add(new ApiToken { Account = account.Id, Label = "test", SecretHash = Secret.Hash(token), CreatedAt = now, ExpiresAt = now.AddYears(20) });
        return (cookie, token);
    }

    /// <summary>Nine to eleven people in four households, three of them in care.</summary>
    private async Task Settle(Village village, Persona officer)
    {
        for (var h = 0; h < 4; h++)
        {
            var grid = village.Grids[h % 2];
            var people = new List<(Guid Id, string Name)>();
            for (var p = 0; p < (h < 2 ? 3 : 2); p++)
                people.Add(await As(officer, r => Person(r, village.Org, grid, $"19{60 + (made % 40):00}-0{1 + made % 9}-1{made % 9}", p == 1 ? "male" : "female")));
            var household = await As(officer, r => Make(r, "household", ("head", people[0].Id), ("place", grid), ("org", village.Org), ("from", Since), ("date", Since),
                ("marks", h == 0 ? "dibao,left-behind" : h == 1 ? "model" : null)));
            foreach (var (person, i) in people.Select((p, i) => (p, i)))
            {
                await As(officer, r => Make(r, "member", ("household", household), ("person", person.Id), ("relation", i == 0 ? "head" : i == 1 ? "spouse" : "daughter"),
                    ("from", Since), ("date", Since), ("org", village.Org)));
                village.People.Add(new(person.Id, person.Name, household));
            }
            village.Households.Add(household);
            if (h == 3) continue;
            var care = await As(officer, r => Make(r, "care", ("person", people[0].Id), ("categories", h == 0 ? "left-behind-woman,poor-woman" : h == 1 ? "single-mother" : "elderly"),
                ("level", h == 0 ? "high" : "middle"), ("responsible", village.ExecPost), ("from", Since), ("date", Since)));
            village.Care.Add(new(care, people[0].Id, household));
        }
    }

    private static async Task<long> Org(Recording r, string name, string kind, string level, long parent, long place)
    {
        var id = await Make(r, "organization", ("name", name), ("kind", kind), ("level", level), ("parent", parent), ("place", place), ("from", Since), ("date", Since));
        var reference = await r.Reference(default);
        return reference.Organizations.All.Single(n => n.Entry == id).Number.Value;
    }

    private async Task<(Guid Id, string Name)> Person(Recording r, long org, long place, string birth, string sex = "female")
    {
        var name = $"{Surnames[made % Surnames.Length]}{Given[made % Given.Length]}{Given[(made * 7 + 3) % Given.Length]}";
        made++;
        return (await Make(r, "person", ("name", name), ("sex", sex), ("birth", birth), ("place", place), ("org", org), ("from", Since), ("date", Since)), name);
    }

    private static Task<Guid> Post(Recording r, Guid person, long org, string role) =>
        Make(r, "post", ("person", person), ("role", role), ("org", org), ("from", Since), ("date", Since));

    private static async Task<Guid> Make(Recording r, string register, params (string Key, object? Value)[] values)
    {
        var id = Uuid.New(r.Clock.Now);
        var input = new Input(values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => (string?)Convert.ToString(v.Value, CultureInfo.InvariantCulture)));
        var verdict = await r.Create(register, id, input);
        Assert.True(verdict.Outcome is Outcome.Accepted, register + ": " + string.Join("; ", verdict.Problems.Select(p => $"{p.Field} {p.Text}")));
        return id;
    }

    private Task<T> As<T>(Persona persona, Func<Recording, Task<T>> work) => As(signed[persona].Account, work);

    private Task<T> As<T>(Account account, Func<Recording, Task<T>> work) => As(account.Id, work);

    private async Task<T> As<T>(Guid account, Func<Recording, Task<T>> work)
    {
        using var scope = services.CreateScope();
        await County.Become(scope.ServiceProvider, account);
        return await work(scope.ServiceProvider.GetRequiredService<Recording>());
    }
}
