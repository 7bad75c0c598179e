using System.Net;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Tests.Modules.Notices;
using HalfSky.Tests.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;
using Place = HalfSky.Tests.Platform.Sealing.Place;

namespace HalfSky.Tests.Access;

/// <summary>Strings put into every sealed field, a file and its name are found nowhere they must not be.</summary>
public sealed class CanaryTests
{
    private const string IdNumber = "11010119900307213X", Telephone = "13987654321", Safe = "13876543219", Address = "金丝雀路七百七十七号", Health = "金丝雀病史三", OwnPhone = "13765432198", Content = "金丝雀附件内容", Name = "金丝雀文件名";
    private static readonly string[] Canaries = [IdNumber, Telephone, Safe, Address, Health, OwnPhone, Content, Name];

    [Fact]
    public async Task What_is_sealed_is_found_nowhere()
    {
        await using var county = await County.Start();
        await DefinedRegisterTests.Define(county, DefinedRegisterTests.Station);
        var v1 = county.Village1;
        var person = await county.Recorded(Persona.Exec, "person", ("name", "封封"), ("sex", "male"), ("idNumber", IdNumber), ("phones", Telephone), ("safeContact", Safe), ("health", Health), ("place", v1.Grids[0]), ("from", "2025-01-01"));
        var household = await county.Recorded(Persona.Exec, "household", ("head", person.Id), ("address", Address), ("place", v1.Grids[0]), ("from", "2025-01-01"));
        var own = await county.Recorded(Persona.Exec, "own-station", ("topic", "x"), ("kind", "craft"), ("contact", OwnPhone));
        var body = await county.Recorded(Persona.Officer, "body", ("name", "封封学校"), ("kind", "school"), ("place", v1.Grids[0]), ("phone", Telephone));
        var visit = await county.Recorded(Persona.Exec, "visit", ("person", person.Id), ("note", "都好"));
        var (_, _, collection) = await CollectionsTests.Given(county);
        Assert.Equal(HttpStatusCode.Redirect, await CollectionsTests.Filled(county, Persona.Exec, collection, "submit", ["封封", IdNumber, Telephone, "60"]));
        var file = await Attach(county, visit, Name + ".pdf", Content);
        Assert.All(EverySealedField(await county.Reference()), f => Assert.Contains(f, new[] { "person.idNumber", "person.phones", "person.safeContact", "person.health", "household.address", "body.phone", "own-station.contact", "collection-return.sealedCells" }));

        // Searched, asked for wrongly, exported: whatever might leave a trace in a log.
        foreach (var canary in Canaries)
        {
            foreach (var persona in new[] { Persona.Exec2, Persona.Officer2, Persona.Stranger, Persona.Admin, Persona.Auditor, Persona.CountyStaff })
                await Silent(county, persona, $"/search?q={Uri.EscapeDataString(canary)}", canary);
            await county.Record(Persona.Exec, "person", ("name", "又封"), ("sex", "male"), ("idNumber", IdNumber), ("phones", canary), ("place", v1.Grids[0]));
        }
        foreach (var persona in new[] { Persona.Exec2, Persona.Officer2, Persona.Stranger, Persona.Admin, Persona.Auditor })
        {
            foreach (var path in new[] { $"/people/{person.Id}", $"/r/person/{person.Id}", $"/r/person/{person.Id}/edit", $"/r/household/{household.Id}", $"/households/{household.Id}", $"/r/own-station/{own.Id}", $"/r/body/{body.Id}", $"/r/body/{body.Id}/edit", "/r/body", "/r/body/suggest?q=ff", $"/r/visit/{visit.Id}",
                $"/r/visit/{visit.Id}/files/{file}", $"/collections/{collection}", $"/collections/{collection}/fill", $"/collections/{collection}/merge", "/r/collection-return", "/r/person", "/r/household", "/r/visit", "/r/own-station", "/r/person/suggest?q=ff", "/todo", "/" })
            {
                // The auditor reads every visit of the county, with its files.
                if (persona is not Persona.Auditor || !path.Contains(visit.Id.ToString(), StringComparison.Ordinal)) await Silent(county, persona, path);
            }
            foreach (var path in new[] { $"/api/v1/registers/person/entries/{person.Id}", "/api/v1/registers/person/entries", "/api/v1/registers/household/entries", "/api/v1/registers/own-station/entries", "/api/v1/registers/body/entries", "/api/v1/registers/body/export.csv?unmasked=1", "/api/v1/registers/person/export.csv", "/api/v1/registers/person/export.csv?unmasked=1", "/api/v1/measures/person.count/entries?period=2026" })
            {
                using var client = county.Program(persona);
                using var answer = await client.GetAsync(path);
                Clean($"{persona} {path}", await answer.Content.ReadAsStringAsync());
            }
        }

        var backup = Path.Combine(county.Folder.Backups, "canary.halfsky");
        await new Backup(county.Folder, county.Services.GetRequiredService<Vault>(), new Clock(county.Clock), county.Services.GetRequiredService<MigrationSet>().Ids[^1], county.Connection).Make(backup);
        var unpacked = Path.Combine(county.Folder.Path, "unpacked");
        System.IO.Compression.ZipFile.ExtractToDirectory(backup, unpacked);
        foreach (var canary in Canaries) Assert.False(Place.Holds(county.Folder.Path, canary), $"“{canary}” stands in the data folder");
        if (county.DatabaseName == "postgres") await NotInTables(county);
    }

    /// <summary>Puts a file to an entry as the page does.</summary>
    internal static Task<Guid> Attach(County county, Entry entry, string name, string content) => county.As(Persona.Exec, async services =>
    {
        var recording = services.GetRequiredService<Recording>();
        var session = services.GetRequiredService<Session>();
        var verdict = await services.GetRequiredService<AttachmentFiles>().Accept(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"%PDF-1.7\n{content}\n%%EOF\n")), name, "application/pdf");
        Assert.True(verdict.File is not null, verdict.Problem?.Text);
        var row = Attachment.Make(recording.Vault, recording.Clock, verdict.File, entry.Id, "visit", entry.Org, recording.User.Account);
        await session.Write(ct => { session.Db.Add(row); return Task.CompletedTask; });
        return row.Id;
    });

    private static IEnumerable<string> EverySealedField(Reference reference) => reference.Registers.SelectMany(r => r.Fields.Where(f => f.Sealed is not null).Select(f => r.Key + "." + f.Key));

    private static async Task Silent(County county, Persona persona, string path, string? typed = null)
    {
        using var answer = await county.Browser(persona).GetAsync(path);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        // What somebody typed into the search box comes back to her alone.
        Clean($"{persona} {path}", typed is null ? text : text.Replace(typed, "", StringComparison.Ordinal));
    }

    private static void Clean(string where, string text)
    {
        foreach (var canary in Canaries) Assert.False(text.Contains(canary, StringComparison.Ordinal), $"“{canary}” stands in the answer to {where}");
    }

    private static Task NotInTables(County county) => county.As(Persona.Admin, async (_, s) =>
    {
        await s.Open(default);
        var columns = new List<string>();
        await using (var command = s.Command(s.Dialect.ColumnsOfDatabase))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        foreach (var table in columns.Select(c => c.Split('.')[0]).Distinct())
        {
            await using var command = s.Command($"SELECT COUNT(*) FROM \"{table}\" t WHERE " + string.Join(" OR ", Canaries.Select((_, i) => $"strpos(t::text, @c{i}) > 0")));
            for (var i = 0; i < Canaries.Length; i++) s.Bind(command, "@c" + i, Canaries[i]);
            Assert.True(Convert.ToInt64(await command.ExecuteScalarAsync()) == 0, $"a canary stands in {table}");
        }
    });
}
