using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Durability;

/// <summary>The process is killed in the middle of saving (“Done when” 6). Twenty times; two hundred with HALFSKY_SOAK=1.</summary>
public sealed class KillTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("HALFSKY_SOAK") == "1" ? 200 : 20;
    private static readonly Persona[] Writers = [Persona.Exec, Persona.Exec2, Persona.Officer, Persona.Officer2];

    [Fact]
    public async Task Every_acknowledged_entry_outlives_a_kill_and_none_is_half()
    {
        var template = await CountyTemplate.Take();
        await using var database = await template.Copy();
        var dice = new Random(Environment.TickCount);
        var acknowledged = new ConcurrentDictionary<Guid, string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var host = await HostProcess.Serve(database);
            await Missing(host, template.Facts, acknowledged.Keys.TakeLast(3));
            using var stop = new CancellationTokenSource();
            var writers = Writers.Select((w, i) => Write(host, template.Facts, w, new Random(round * 10 + i), acknowledged, stop.Token)).ToArray();
            // Long enough that the first entries are in, short enough that the clients are in the middle of it.
            for (var had = acknowledged.Count; acknowledged.Count < had + 4;) await Task.Delay(5);
            await Task.Delay(dice.Next(200));
            host.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }
        await database.Close();
        var app = await County.Build(database, new TestClock(), jobs: false);
        await new Wholeness(app.Services).Check(acknowledged);
        await County.Stop(app);
    }

    [Fact]
    public async Task A_backup_restored_into_an_empty_folder_gives_the_same_figures()
    {
        await using var county = await County.Start(jobs: false);
        foreach (var village in county.Facts.Villages)
            foreach (var woman in village.People) await county.Recorded(Persona.CountyStaff, "visit", ("person", woman.Id), ("date", "2026-11-01"), ("note", "都好"));
        var sealedPerson = await county.Recorded(Persona.Exec, "person", ("name", "封封"), ("sex", "male"), ("idNumber", "11010119900307213X"), ("place", county.Village1.Grids[0]), ("from", "2025-01-01"));
        await using var empty = await CountyDatabase.Make();
        var file = Path.Combine(county.Folder.Backups, "test.halfsky");
        var vault = county.Services.GetRequiredService<Vault>();
        var schema = county.Services.GetRequiredService<MigrationSet>().Ids[^1];
        await new Backup(county.Folder, vault, new Clock(county.Clock), schema, county.Connection).Make(file);
        var code = vault.CreateRecoveryCode();
        var second = Path.Combine(county.Folder.Backups, "second.halfsky");
        await new Backup(county.Folder, vault, new Clock(county.Clock), schema, county.Connection).Make(second);
        await new Restore(schema, empty.Connection).Into(empty.Folder, second, code);
        var app = await County.Build(empty, county.Clock, jobs: false);
        Assert.Equal(await Figures(county.Services), await Figures(app.Services));
        using (var scope = app.Services.CreateScope())
        {
            var session = scope.ServiceProvider.GetRequiredService<Session>();
            var reference = await scope.ServiceProvider.GetRequiredService<ReferenceSource>().Take(session);
            var person = await scope.ServiceProvider.GetRequiredService<Recording>().Find(reference.Register("person")!, sealedPerson.Id, Scope.Whole("test"));
            Assert.Equal("11010119900307213X", app.Services.GetRequiredService<Vault>().Reveal(SealPurpose.IdentityNumber, "person.idNumber", ((HalfSky.Modules.People.Person)person!).IdNumber!));
        }
        await County.Stop(app);
    }

    private static async Task<string> Figures(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var session = scope.ServiceProvider.GetRequiredService<Session>();
        var reference = await services.GetRequiredService<ReferenceSource>().Take(session);
        var evaluator = new Evaluator(session, reference, new DateOnly(2026, 11, 23));
        var lines = new List<string>();
        foreach (var measure in reference.Measures)
        {
            var reading = await evaluator.Read(measure, new(Branch.Root, Period.Year(2026), ["village"]), Scope.Whole("test"));
            lines.Add($"{measure.Key} {reading.Value} {string.Join(' ', reading.Slices.OrderBy(s => s.Keys[0]).Select(s => s.Keys[0] + "=" + s.Value))}");
        }
        return string.Join('\n', lines);
    }

    private static async Task Write(HostProcess host, CountyFacts facts, Persona persona, Random dice, ConcurrentDictionary<Guid, string> acknowledged, CancellationToken stop)
    {
        var villages = persona switch { Persona.Exec => [facts.Villages[0]], Persona.Exec2 => [facts.Villages[1]], Persona.Officer => facts.Townships[0].Villages, _ => facts.Townships[1].Villages };
        using var client = Client(host, facts, persona);
        while (!stop.IsCancellationRequested)
        {
            var village = villages[dice.Next(villages.Count)];
            var id = Guid.CreateVersion7();
            var note = $"走访 {id:n}";
            try
            {
                using var answer = await client.PostAsJsonAsync("/api/v1/registers/visit/entries",
                    new { id, values = new { person = village.People[dice.Next(village.People.Count)].Id, date = DateTime.UtcNow.AddHours(8).Date.AddDays(-dice.Next(40)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), note } }, stop);
                if (answer.StatusCode == HttpStatusCode.Created) acknowledged[id] = note;
                else Assert.Contains("data.busy", await answer.Content.ReadAsStringAsync(CancellationToken.None), StringComparison.Ordinal);
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
            {
                return;
            }
        }
    }

    private static async Task Missing(HostProcess host, CountyFacts facts, IEnumerable<Guid> ids)
    {
        using var client = Client(host, facts, Persona.CountyStaff);
        foreach (var id in ids) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/registers/visit/entries/" + id)).StatusCode);
    }

    private static HttpClient Client(HostProcess host, CountyFacts facts, Persona persona) =>
        new() { BaseAddress = host.Address, DefaultRequestHeaders = { Authorization = new("Bearer", facts.Signed[persona].Token) }, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Entry, event, search document and duty: all there or none.</summary>
    private sealed class Wholeness(IServiceProvider services)
    {
        public async Task Check(IReadOnlyDictionary<Guid, string> acknowledged)
        {
            using var scope = services.CreateScope();
            var session = scope.ServiceProvider.GetRequiredService<Session>();
            var reference = await services.GetRequiredService<ReferenceSource>().Take(session);
            var visits = new Dictionary<Guid, Entry>();
            var register = reference.Register("visit")!;
            await foreach (var row in new Query(session, register.Shape, Scope.Whole("test")).Stream([.. register.Shape.Columns.Select(c => c.Key)], []))
                visits[((Entry)EntryColumns.Make(register, row)).Id] = EntryColumns.Make(register, row);
            foreach (var (id, note) in acknowledged) Assert.True(visits.TryGetValue(id, out var entry) && entry.Note == note, $"acknowledged entry {id} is lost");
            var events = await session.Db.Set<EventRow>().AsNoTracking().Where(e => e.Register == "visit").ToListAsync();
            Assert.Equal(visits.Keys.Order(), events.Select(e => e.Entry).Order());
            foreach (var e in events) Assert.Equal(Recording.Payload(register, visits[e.Entry]), e.Payload);
            await using (var command = session.Command("SELECT entry FROM search_doc WHERE register = 'visit'"))
            {
                var documents = new List<Guid>();
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync()) documents.Add((Guid)session.Dialect.Read(reader, 0, typeof(Guid))!);
                Assert.Equal(visits.Keys.Order(), documents.Order());
            }
            var duties = await session.Db.Set<Duty>().AsNoTracking().ToListAsync();
            foreach (var duty in duties.Where(d => d.State != DutyState.Lapsed))
            {
                var done = visits.Values.Cast<HalfSky.Modules.Care.Visit>().Where(v => v.Subject == duty.Subject && v.Date >= duty.From && v.Date <= duty.Due).ToList();
                Assert.Equal(done.Count > 0, duty.State is DutyState.Done);
                Assert.True(duty.DoneBy is null || done.Any(v => v.Id == duty.DoneBy));
            }
            await services.GetRequiredService<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<SealerJob>().DefaultIfEmpty(Sealer()).First().SealAll();
            var check = new DataCheck(services.GetRequiredService<DataFolder>(), services.GetRequiredService<Func<DbContext>>(), services.GetRequiredService<ChainCheck>(), services.GetRequiredService<AttachmentFiles>(),
                [new TallyCheck(session, services.GetRequiredService<ReferenceSource>(), services.GetRequiredService<Clock>()).Run]);
            await foreach (var fault in check.Run()) Assert.Fail(fault);
            Assert.Equal(duties.Count, duties.Select(d => (d.Rule, d.Entry, d.Cycle)).Distinct().Count());
        }

        private SealerJob Sealer() => ActivatorUtilities.CreateInstance<SealerJob>(services);
    }
}
