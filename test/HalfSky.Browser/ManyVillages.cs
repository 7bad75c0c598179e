using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using HalfSky.Tests;

namespace HalfSky.Browser;

/// <summary>A village of the first township with an account of its own, which posts forms as her browser would.</summary>
internal sealed class OwnVillage(string name, string exec, string cookie, string address) : IDisposable
{
    private readonly HttpClient client = new(Jar(cookie, address)) { BaseAddress = new(address) };

    /// <summary>Village.</summary>
    public string Name => name;

    /// <summary>Its executive member.</summary>
    public string Exec => exec;

    /// <summary>Opens the page with a form and sends it filled; demands that it was taken.</summary>
    public async Task Post(string path, params (string Key, string Value)[] fields)
    {
        var token = new HtmlParser().ParseDocument(await client.GetStringAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await client.PostAsync(path, content);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{name}: {(int)answer.StatusCode}");
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static HttpClientHandler Jar(string cookie, string address)
    {
        var jar = new CookieContainer();
        jar.Add(new Uri(address), new Cookie(AccessCookies.Session, cookie));
        return new() { CookieContainer = jar, AllowAutoRedirect = false };
    }
}

/// <summary>The first township grown to the size of a real one.</summary>
internal static class ManyVillages
{
    private const string Where = "上中下东西南北前后", What = "坪湾沟岭塘桥坡河庄";

    /// <summary>Adds villages to the fixture's three until there are so many: each a place, a federation, an executive member and her account.</summary>
    public static async Task<IReadOnlyList<OwnVillage>> Grow(County county, int villages)
    {
        var (township, first) = (county.Facts.Townships[0], county.Facts.Townships[0].Villages.Count + 1);
        var names = Enumerable.Range(first, villages - first + 1).Select(n => (Number: new Branch(township.Place).Child(n).Value, Name: $"{Where[n % Where.Length]}{What[n / Where.Length]}村", Code: $"99010120{n:00}00")).ToList();
        await county.As(Persona.Admin, async (_, session) => await session.Write(async ct =>
        {
            foreach (var (number, name, code) in names) session.Db.Add(new Place { Number = number, Name = name, Code = code, From = new(2020, 1, 1) });
            await ReferenceSource.Touch(session, ct);
        }));
        return await county.As(Persona.Admin, async (recording, session) =>
        {
            async Task<Guid> Make(string register, params (string Key, object? Value)[] values)
            {
                var verdict = await recording.Create(register, Uuid.New(recording.Clock.Now), County.Typed([.. values, ("from", Seeding.Since), ("date", Seeding.Since)]));
                Assert.True(verdict.Outcome is Outcome.Accepted, register + ": " + string.Join("; ", verdict.Problems.Select(p => p.Text)));
                return verdict.Entry!.Id;
            }
            var grown = new List<OwnVillage>();
            foreach (var (place, name, _) in names)
            {
                var entry = await Make("organization", ("name", name + "妇联"), ("kind", "federation"), ("level", "village"), ("parent", township.Org), ("place", place));
                var org = (await recording.Reference(default)).Organizations.All.Single(n => n.Entry == entry).Number.Value;
                var exec = "王" + name[..2];
                var person = await Make("person", ("name", exec), ("sex", "female"), ("birth", "1980-05-06"), ("place", place), ("org", org));
                await Make("post", ("person", person), ("role", "exec"), ("org", org));
                var cookie = "";
                await session.Write(ct =>
                {
                    var account = new Account(exec, "village" + place.ToString(CultureInfo.InvariantCulture), recording.Clock.Now) { PersonId = person };
                    session.Db.Add(account);
                    cookie = Seeding.LetIn(session, account, recording.Clock.Now).Cookie;
                    return Task.CompletedTask;
                });
                grown.Add(new(name, exec, cookie, county.Address));
            }
            return grown;
        });
    }
}
