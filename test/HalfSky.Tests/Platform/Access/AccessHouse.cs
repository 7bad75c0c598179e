using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HalfSky.Host.Migrations;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Shell;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HalfSky.Tests.Platform.Access;

/// <summary>The pages of access alone, over a real database file, with posts that the test hands out.</summary>
public sealed class AccessHouse : IAsyncLifetime
{
    public const string GoodPassword = "春风又绿江南岸边";
    public static readonly Branch Town = Branch.Root.Child(1), Village = Town.Child(3), OtherTown = Branch.Root.Child(2);

    private CountyDatabase database = null!;
    private WebApplication app = null!;

    public MovableTime Time { get; } = new();
    public List<PostHolder> Holders { get; } = [];
    public Dictionary<Guid, string> RoleOf { get; } = [];
    public int KnocksAMinute { get; init; } = 100_000;
    public IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "HalfSky.Host" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        database = await CountyDatabase.Make();
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(Time);
        var dialect = HalfSky.Host.Server.Dialect(database.Folder, database.Connection);
        services.AddHalfSky(database.Folder, dialect, MigrationSets.Of(dialect));
        foreach (var job in services.Where(s => s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService) && s.ImplementationType?.Assembly == typeof(AppDb).Assembly).ToList()) services.Remove(job);
        services.AddSingleton(new Roles(
        [
            new(Roles.Administrator, "管理员", ["admin.*"]), new("officer", "镇专干", ["admin.invite", "visit.*"]),
            new("head", "县主席", ["admin.accounts", "admin.invite", "visit.*"]), new("exec", "执委", ["visit.record"]),
        ]));
        services.AddScoped<PostsOf>(_ => (person, _, _) => Task.FromResult<IReadOnlyList<HeldPost>>(
            [.. Holders.Where(h => h.Person == person).Select(h => new HeldPost(Guid.CreateVersion7(), h.Org, RoleOf.GetValueOrDefault(person, "exec"), []))]));
        services.AddScoped<PostHolders>(_ => (scope, person, words, _) => Task.FromResult<IReadOnlyList<PostHolder>>(
            [.. Holders.Where(h => scope.Contains(h.Org.Value) && (person is null || h.Person == person) && (words is null || (h.Name + h.OrgName).Contains(words, StringComparison.Ordinal)))]));
        services.Configure<AccessOptions>(o => o.KnocksAMinute = KnocksAMinute);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        app = builder.Build();
        app.UseHalfSky();
        Services.GetRequiredService<FirstRun>().Planted.Clear();
        app.MapGet("/test/home", (CurrentUser user) => Results.Text("您好，" + user.Name)).WithMetadata(new SignedInAttribute());
        app.MapGet("/api/who", (CurrentUser user) => Results.Json(new { user.Name, may = user.May("visit.record") })).WithMetadata(new SignedInAttribute());
        app.MapPost("/api/visits", () => Results.Ok()).WithMetadata(new NeedsAttribute("visit.record"));
        app.MapGet("/api/undeclared", () => "open");
        // The keys come before the database: beside an old one no new ring is made.
        Services.GetRequiredService<HalfSky.Platform.Sealing.Vault>();
        await Application.Prepare(Services);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Everything the installation has written about access: the file itself, or every value of every table.</summary>
    public async Task<string> Bytes()
    {
        if (database.Connection is null)
        {
            await database.Close();
            return string.Concat(new[] { database.Folder.Database, database.Folder.Database + "-wal" }.Select(Read));
        }
        return await Do(async s =>
        {
            var session = s.GetRequiredService<Session>();
            await session.Open(default);
            var text = new System.Text.StringBuilder();
            foreach (var table in session.Db.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct())
            {
                await using var command = session.Connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table}";
                await using var row = await command.ExecuteReaderAsync();
                while (await row.ReadAsync())
                {
                    for (var i = 0; i < row.FieldCount; i++)
                        text.Append(row.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : row.GetValue(i)).Append(' ');
                }
            }
            return text.ToString();
        });
    }

    private static string Read(string file)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (FileNotFoundException)
        {
            // The last connection took its log with it.
            return "";
        }
    }

    public Visitor Visitor(string scheme = "http", string agent = "Mozilla/5.0 (Windows NT 10.0) Chrome/120") =>
        new(((TestServer)app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()).CreateHandler(), scheme, agent);

    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task Do(Func<IServiceProvider, Task> work) => Do(async s => { await work(s); return true; });

    /// <summary>An account with a password, and a post if a role is given.</summary>
    public async Task<Account> Person(string userName, string? role = null, Branch? org = null, bool administrator = false, bool requiresCode = false, bool mustChange = false)
    {
        var person = role is null ? (Guid?)null : Post("王" + userName, org ?? Village, role).Person;
        return await Do(async s =>
        {
            var session = s.GetRequiredService<Session>();
            return await session.Write(_ =>
            {
                var now = s.GetRequiredService<Clock>().Now;
                var account = new Account("王" + userName, userName, now) { IsAdministrator = administrator, RequiresCode = requiresCode, PersonId = person };
                account.SetPassword(s.GetRequiredService<Passwords>().Hash(account, GoodPassword), now);
                account.MustChangePassword = mustChange;
                session.Db.Add(account);
                return Task.FromResult(account);
            });
        });
    }

    public PostHolder Post(string name, Branch org, string role = "exec")
    {
        var holder = new PostHolder(Guid.CreateVersion7(), name, org, org == Town ? "青禾镇妇联" : "槐荫村妇联", role == "exec" ? "执委" : "专干");
        Holders.Add(holder);
        RoleOf[holder.Person] = role;
        return holder;
    }

    public async Task<Visitor> SignedIn(string userName)
    {
        var visitor = Visitor();
        var answer = await visitor.Post("/sign-in", new { UserName = userName, Password = GoodPassword });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return visitor;
    }

    public Task<Account> Account(string userName) => Do(s => s.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().FirstAsync(a => a.NormalizedUserName == HalfSky.Platform.Access.Account.Normalize(userName)));
}

/// <summary>A clock the test moves. It starts at the real present, because antiforgery and one-time codes know no other.</summary>
public sealed class MovableTime : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + ahead;

    public void Move(TimeSpan by) => ahead += by;
}

/// <summary>One browser: keeps cookies, fills forms as they stand on the page.</summary>
public sealed class Visitor
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly Uri home;

    public Visitor(HttpMessageHandler handler, string scheme, string agent)
    {
        home = new Uri(scheme + "://halfsky.test");
        client = new HttpClient(new Keeping(handler, cookies)) { BaseAddress = home };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
    }

    public CookieCollection Cookies => cookies.GetCookies(home);

    public HttpClient Raw => client;

    public async Task<Answer> Get(string path) => await Answer.Of(await client.GetAsync(path));

    /// <summary>Opens the page, takes its hidden fields along, sends the form whose action or button handler fits.</summary>
    public async Task<Answer> Post(string path, object? fields = null, string? page = null)
    {
        var open = await Get(page ?? path);
        var token = open.Html?.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement;
        var all = new List<KeyValuePair<string, string>> { new("__RequestVerificationToken", token?.Value ?? "") };
        foreach (var property in fields?.GetType().GetProperties() ?? [])
            if (property.GetValue(fields) is { } value) all.Add(new(property.Name, value.ToString()!));
        return await Answer.Of(await client.PostAsync(path, new FormUrlEncodedContent(all)));
    }

    private sealed class Keeping(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = cookies.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0) request.Headers.Add("Cookie", header);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
            return answer;
        }
    }
}

public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseMessage Message, IHtmlDocument? Html)
{
    public string? Location => Message.Headers.Location?.OriginalString;

    public static async Task<Answer> Of(HttpResponseMessage message)
    {
        var text = await message.Content.ReadAsStringAsync();
        var html = message.Content.Headers.ContentType?.MediaType == "text/html" ? new HtmlParser().ParseDocument(text) : null;
        return new(message.StatusCode, html?.Body?.TextContent ?? text, message, html);
    }

    public string? ErrorOf(string field) => Html?.QuerySelector($"#{field}-error")?.TextContent.Trim();

    public string? ValueOf(string field) => (Html?.QuerySelector($"input[name={field}]") as IHtmlInputElement)?.Value;
}
