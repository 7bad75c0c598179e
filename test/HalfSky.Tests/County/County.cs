using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HalfSky.Host;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Provider;
using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HalfSky.Tests;

/// <summary>
/// The running application over its own database with the small county of <see cref="Seeding"/> in it, gone when disposed. On
/// PostgreSQL when HALFSKY_TEST_POSTGRES holds a connection string of a server on which databases may be made.
/// </summary>
public sealed class County : IAsyncDisposable
{
    private readonly Dictionary<Persona, HttpClient> clients = [];
    private WebApplication app;
    private readonly CountyDatabase database;

    private County(WebApplication app, CountyDatabase database, CountyFacts facts, TestClock clock) =>
        (this.app, this.database, Facts, Clock) = (app, database, facts, clock);

    /// <summary>What the county holds.</summary>
    public CountyFacts Facts { get; }

    /// <summary>The clock.</summary>
    public TestClock Clock { get; }

    /// <summary>Its data folder.</summary>
    public DataFolder Folder => database.Folder;

    /// <summary>Connection string on PostgreSQL, else null.</summary>
    public string? Connection => database.Connection;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>“sqlite” or “postgres”.</summary>
    public string DatabaseName => Services.GetRequiredService<Dialect>().Name;

    /// <summary>First village of the first township: where Exec and Chair work.</summary>
    public Village Village1 => Facts.Villages[0];

    /// <summary>Second village of the first township: where Exec2 works.</summary>
    public Village Village2 => Facts.Villages[1];

    /// <summary>First village of the second township.</summary>
    public Village Village4 => Facts.Villages[3];

    /// <summary>Starts the application over a copy of the small county.</summary>
    /// <param name="clock">A clock to share; 23 November 2026, half past two, without one.</param>
    /// <param name="jobs">Run the background jobs (sealer, duties) too.</param>
    /// <param name="listen">Listen on a free port of this machine, for browsers; else requests stay in memory.</param>
    public static async Task<County> Start(TestClock? clock = null, bool jobs = true, bool listen = false)
    {
        var template = await CountyTemplate.Take();
        var database = await template.Copy();
        clock ??= new TestClock();
        var app = await Build(database, clock, jobs, listen);
        await app.StartAsync();
        return new(app, database, template.Facts, clock);
    }

    /// <summary>Starts the application over a county on its first day: places, one township's federation and its officer, nothing else. It listens, for browsers.</summary>
    public static async Task<County> FirstDay()
    {
        var (database, clock) = (await CountyDatabase.Make(), new TestClock());
        var app = await Build(database, clock, jobs: false, listen: true);
        await app.StartAsync();
        return new(app, database, await new Seeding(app.Services).FirstDay(), clock);
    }

    internal static Task<WebApplication> Build(CountyDatabase database, TestClock clock, bool jobs, bool listen = false) =>
        Server.Build(database.Folder, database.Connection, listen ? "http://127.0.0.1:0" : null, builder =>
        {
            if (!listen) builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<TimeProvider>(clock);
            if (!jobs) builder.Services.RemoveAll<IHostedService>();
        });

    /// <summary>Where it listens, when it does.</summary>
    public string Address => app.Urls.First();

    /// <summary>Stops the program and starts it again over the same data.</summary>
    public async Task Restart(bool jobs = true)
    {
        foreach (var client in clients.Values) client.Dispose();
        clients.Clear();
        await Stop(app);
        app = await Build(database, Clock, jobs);
        await app.StartAsync();
    }

    /// <summary>A client without a session.</summary>
    public HttpClient Anybody() => Client(null);

    /// <summary>The signed-in browser of a persona. Redirects are not followed.</summary>
    public HttpClient Browser(Persona persona) => clients.TryGetValue(persona, out var known) ? known : clients[persona] = Client(Facts.Signed[persona].Cookie);

    /// <summary>A program with the API token of a persona.</summary>
    public HttpClient Program(Persona persona)
    {
        var client = app.GetTestServer().CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Facts.Signed[persona].Token);
        return client;
    }

    /// <summary>A page as a document.</summary>
    public async Task<IHtmlDocument> Page(Persona persona, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Browser(persona).GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{persona} GET {path}: {(int)answer.StatusCode}\n{Start(html)}");
        return new HtmlParser().ParseDocument(html);

        static string Start(string text) => text.Length > 600 ? text[..600] : text;
    }

    /// <summary>Posts a form with the proof that it came from our page; the page fetched for it is <paramref name="from"/> or the address itself.</summary>
    public async Task<HttpResponseMessage> PostForm(Persona persona, string path, IEnumerable<(string Key, string Value)> fields, string? from = null)
    {
        var page = await Browser(persona).GetStringAsync(from ?? path);
        var token = new HtmlParser().ParseDocument(page).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        Assert.True(token is not null, $"{from ?? path} has no form");
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await Browser(persona).PostAsync(path, content);
    }

    /// <summary>Sends JSON as a program of the persona; gives the status and the JSON answered.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> Api(Persona persona, HttpMethod method, string path, JsonNode? body = null, string? ifMatch = null)
    {
        using var client = Program(persona);
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null);
    }

    /// <summary>Runs work in a scope of its own as the persona.</summary>
    public async Task<T> As<T>(Persona persona, Func<IServiceProvider, Task<T>> work)
    {
        using var scope = Services.CreateScope();
        await Become(scope.ServiceProvider, Facts.Signed[persona].Account);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work in a scope of its own as the persona.</summary>
    public Task<T> As<T>(Persona persona, Func<Recording, Session, Task<T>> work) =>
        As(persona, s => work(s.GetRequiredService<Recording>(), s.GetRequiredService<Session>()));

    /// <summary>Runs work in a scope of its own as the persona.</summary>
    public Task As(Persona persona, Func<Recording, Session, Task> work) => As(persona, async (r, s) => { await work(r, s); return true; });

    /// <summary>Records an entry as the persona; values that are null are left out.</summary>
    public Task<Verdict> Record(Persona persona, string register, params (string Key, object? Value)[] values) =>
        As(persona, (r, _) => r.Create(register, Uuid.New(r.Clock.Now), Typed(values)));

    /// <summary>Records an entry as the persona and demands that it is accepted.</summary>
    public async Task<Entry> Recorded(Persona persona, string register, params (string Key, object? Value)[] values)
    {
        var verdict = await Record(persona, register, values);
        Assert.True(verdict.Outcome is Outcome.Accepted, verdict.Outcome + " " + string.Join("; ", verdict.Problems.Select(p => $"{p.Code} {p.Field} {p.Text}")));
        return verdict.Entry!;
    }

    /// <summary>Values as typed on a form.</summary>
    public static Input Typed(params (string Key, object? Value)[] values) => new(values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value switch
    {
        DateOnly d => d.ToString("yyyy-MM-dd"),
        bool b => b ? "true" : "false",
        _ => v.Value!.ToString(),
    }));

    /// <summary>The present reference facts.</summary>
    public Task<Reference> Reference() => As(Persona.Admin, (r, _) => r.Reference(default));

    /// <summary>Moves the clock to a day; everybody stays signed in.</summary>
    public async Task Move(DateOnly day)
    {
        Clock.MoveTo(day);
        await As(Persona.Admin, async (r, s) =>
        {
            var now = r.Clock.Now;
            await s.Write(ct => s.Db.Set<SignInSession>().ExecuteUpdateAsync(x => x.SetProperty(i => i.LastSeenAt, now), ct));
        });
    }

    internal static async Task Become(IServiceProvider services, Guid account)
    {
        var found = await services.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().SingleAsync(a => a.Id == account);
        await services.GetRequiredService<CurrentUserSource>().Become(found, null, default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values) client.Dispose();
        await Stop(app);
        await database.DisposeAsync();
    }

    internal static async Task Stop(WebApplication app)
    {
        await app.StopAsync();
        var dialect = app.Services.GetRequiredService<Dialect>();
        await app.DisposeAsync();
        (dialect as IDisposable)?.Dispose();
    }

    private HttpClient Client(string? cookie)
    {
        var server = app.GetTestServer();
        var jar = new CookieContainer();
        if (cookie is not null) jar.Add(server.BaseAddress, new Cookie(AccessCookies.Session, cookie));
        return new HttpClient(new CookieContainerHandler(jar) { InnerHandler = server.CreateHandler() }) { BaseAddress = server.BaseAddress };
    }
}
