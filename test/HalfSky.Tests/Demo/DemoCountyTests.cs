using HalfSky.Host;
using HalfSky.Host.Demo;
using HalfSky.Kernel;
using HalfSky.Modules.Notices.Collections;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Search;
using HalfSky.Platform.Sealing;
using HalfSky.Tests.Modules.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Demo;

/// <summary>A twentieth of the demo's villages: everything it promises but the size.</summary>
public sealed class DemoCountyTests(DemoCountyTests.Small small) : IClassFixture<DemoCountyTests.Small>
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Scope Whole = Scope.Whole("a test");

    [Fact]
    public async Task Every_grid_has_its_exec_and_the_measure_counts_them()
    {
        var seat = small.County.Places[1];
        Assert.Equal(4 * 7, (await small.Read("post.execs", seat.Number, Period.YearTo(Today))).Value);
        Assert.Equal(4, (await small.Read("post.execs", seat.Number, Period.YearTo(Today), "role")).Slices.Single(s => s.Keys[0] == "chair").Value);
        Assert.Equal(3000, (await small.Read("person.count", Branch.Root.Value, Period.YearTo(Today))).Value);
        Assert.Equal(3000, (await small.Read("member.people", Branch.Root.Value, Period.YearTo(Today))).Value);
        Assert.Equal(1 + 3 + 6, (await small.Read("organization.count", Branch.Root.Value, Period.YearTo(Today))).Value);
        Assert.InRange((await small.Read("household.count", Branch.Root.Value, Period.YearTo(Today))).Value!.Value, 900, 1150);
    }

    [Fact]
    public async Task Each_exec_has_two_or_three_families_and_one_village_is_silent()
    {
        var seat = small.County.Places[1].Number;
        Assert.InRange((await small.Read("care.people", seat, Period.YearTo(Today))).Value!.Value, 50, 84);
        var quarter = await small.Read("visit.times", seat, Period.QuarterOf(Today));
        Assert.Equal(3, quarter.Recorded);
        Assert.Equal(4, quarter.Villages);
        Assert.True(quarter.Pending > 0);
        Assert.InRange((await small.Read("care.coverage", seat, Period.Quarter(2026, 2))).Value!.Value, 8000, 10_000);
        Assert.InRange((await small.Read("care.coverage", seat, Period.QuarterOf(Today))).Value!.Value, 3000, 8000);
    }

    [Fact]
    public async Task Duties_are_what_the_visits_say()
    {
        using var scope = small.App.Services.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        var duties = await session.Db.Set<Duty>().AsNoTracking().Where(d => d.Rule == "care.quarterly-visit").ToListAsync(TestContext.Current.CancellationToken);
        var people = await small.Read("care.people", Branch.Root.Value, Period.QuarterOf(Today));
        var visited = await small.Read("care.visited", Branch.Root.Value, Period.QuarterOf(Today));
        Assert.Equal(people.Value, duties.Count);
        Assert.Equal(visited.Value, duties.Count(d => d.State is DutyState.Done));
        var reference = await scope.ServiceProvider.GetRequiredService<ReferenceSource>().Take(session, TestContext.Current.CancellationToken);
        Assert.Equal(0, await session.Write(c => new DutyBook(session, reference, scope.ServiceProvider.GetRequiredService<Clock>()).Roll(c), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_desks_of_the_townships_are_not_empty()
    {
        async Task<long> Of(string measure) => (await small.Read(measure, Branch.Root.Value, Period.YearTo(Today))).Value ?? 0;
        Assert.Equal((3, 9), (await Of("plan.count"), await Of("target.count")));
        Assert.Equal(await Of("post.execs"), await Of("contact-area.areas"));
        Assert.Equal((6, 12, 6), (await Of("notice.count"), await Of("notice-receipt.count"), await Of("collection-return.count")));
        Assert.InRange(await Of("notice-receipt.signed"), 4, 11);
        Assert.InRange(await Of("collection-return.in"), 1, 5);
        using var scope = small.App.Services.CreateScope();
        var services = scope.ServiceProvider;
        var session = services.GetRequiredService<Session>();
        Assert.Equal(await Of("contact-area.areas"), await session.Db.Set<Duty>().CountAsync(d => d.Rule == "contact-area.monthly" && d.State != DutyState.Lapsed, TestContext.Current.CancellationToken));
        // Its workbook is there to be filled.
        var collection = (Collection)(await EntriesOf(services, "collection"))[0];
        var layout = collection.Sheet()!;
        var file = await session.Db.Set<Attachment>().SingleAsync(a => a.Id == layout.File, TestContext.Current.CancellationToken);
        using var workbook = new MemoryStream();
        await using (var stream = services.GetRequiredService<AttachmentFiles>().Open(file.ContentHash)) await stream.CopyToAsync(workbook, TestContext.Current.CancellationToken);
        Assert.Equal(["", "", "", ""], layout.Columns.Skip(2).Select(c => c.Fills));
        var returned = (await EntriesOf(services, "collection-return")).Cast<CollectionReturn>().Where(r => r.Collection == collection.Id);
        var filled = FilledWorkbook.Fill(workbook.ToArray(), layout, new Merged(layout, returned, null, _ => "").Rows);
        Assert.Equal(SampleWorkbook.Faults(workbook.ToArray()), SampleWorkbook.Faults(filled));
        Assert.Equal("合计", SampleWorkbook.Cell(filled, "摸底表", "A6"));
    }

    private static async Task<List<Entry>> EntriesOf(IServiceProvider services, string key)
    {
        var (register, entries) = (services.GetRequiredService<Catalog>()[key], new List<Entry>());
        await foreach (var row in new Query(services.GetRequiredService<Session>(), register.Shape, Whole).Stream([.. register.Shape.Columns.Select(c => c.Key)], [new("recordedAt"), new("id")], TestContext.Current.CancellationToken))
            entries.Add(EntryColumns.Make(register, row));
        return entries;
    }

    [Fact]
    public async Task The_boy_is_found_by_the_initials_of_his_name_and_his_visit_by_a_word()
    {
        using var scope = small.App.Services.CreateScope();
        var index = new SearchIndex(scope.ServiceProvider.GetRequiredService<Session>());
        Assert.NotEmpty(await index.Find(SearchIndex.Query("lca", Whole, "person")!, 0, 10, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await index.Find(SearchIndex.Query("lca", Whole, "visit")!, 0, 50, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await index.Find(SearchIndex.Query("李长安 书包", Whole, "visit")!, 0, 50, TestContext.Current.CancellationToken));
        Assert.NotEmpty(await index.Find(SearchIndex.Query("zym", Whole, "post")!, 0, 50, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Its_log_is_whole_and_says_what_the_entries_say()
    {
        using var scope = small.App.Services.CreateScope();
        var services = scope.ServiceProvider;
        var report = await new ChainCheck(services.GetRequiredService<Func<DbContext>>(), services.GetRequiredService<Vault>(), services.GetRequiredService<Erasure>())
            .Run(cancel: TestContext.Current.CancellationToken);
        Assert.True(report.IsWhole, report.ToString());
        Assert.True(report.Sealed > 8000);
        var session = services.GetRequiredService<Session>();
        foreach (var key in new[] { "visit", "care", "person", "plan-task", "notice-receipt", "collection-return", "contact-area" })
        {
            var register = services.GetRequiredService<Catalog>()[key];
            var last = (await session.Db.Set<EventRow>().AsNoTracking().Where(e => e.Register == key).ToListAsync(TestContext.Current.CancellationToken))
                .GroupBy(e => e.Entry).ToDictionary(g => g.Key, g => g.MaxBy(e => e.EntryVersion)!);
            var rows = new Query(session, register.Shape, Whole);
            await foreach (var row in rows.Stream([.. register.Shape.Columns.Select(c => c.Key)], [], TestContext.Current.CancellationToken))
            {
                var entry = EntryColumns.Make(register, row);
                Assert.Equal(last[entry.Id].EntryVersion, entry.Version);
                Assert.Equal(last[entry.Id].Payload, Recording.Payload(register, entry));
                Assert.True(Uuid.IsAcceptable(entry.Id));
                Assert.True(entry.RecordedAt <= Today.ToDateTime(new(8, 0)));
            }
        }
    }

    [Fact]
    public void Accounts_have_passwords_of_their_own_in_a_file_for_the_owner()
    {
        Assert.Equal(small.County.Accounts.Count, small.County.Accounts.Select(a => a.Password).Distinct().Count());
        Assert.All(small.County.Accounts, a => Assert.Null(Passwords.Check(a.Password, a.User, a.Name)));
        var file = Path.Combine(small.Database.Folder.Path, "demo-accounts.txt");
        Assert.Contains(small.County.Accounts[0].Password, File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Where_data_is_it_refuses()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => DemoCounty.Make(small.Database.Folder, small.Database.Connection, new(), ct: TestContext.Current.CancellationToken));
        Assert.Contains("已经有数据", refusal.Problems[0].Text, StringComparison.Ordinal);
    }

    /// <summary>The small demo, made once.</summary>
    public sealed class Small : IAsyncLifetime
    {
        public CountyDatabase Database { get; private set; } = null!;

        public DemoCounty County { get; private set; } = null!;

        public Microsoft.AspNetCore.Builder.WebApplication App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Database = await CountyDatabase.Make();
            County = await DemoCounty.Make(Database.Folder, Database.Connection, new(Scale: 0.05, Today: Today));
            App = await Server.Build(Database.Folder, Database.Connection, null, b => b.Services.AddSingleton<TimeProvider>(new Fixed()));
        }

        public async Task<Reading> Read(string measure, long place, Period period, params string[] by)
        {
            using var scope = App.Services.CreateScope();
            var session = scope.ServiceProvider.GetRequiredService<Session>();
            var reference = await scope.ServiceProvider.GetRequiredService<ReferenceSource>().Take(session);
            return await new Evaluator(session, reference, Today).Read(reference.Measure(measure)!, new(new Branch(place), period, by), Whole);
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Database.DisposeAsync();
        }

        private sealed class Fixed : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        }
    }
}
