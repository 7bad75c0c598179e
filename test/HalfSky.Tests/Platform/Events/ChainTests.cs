using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using HalfSky.Tests.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HalfSky.Tests.Platform.Events;

public sealed class ChainTests : IDisposable
{
    private readonly Place _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("payload = '{\"kind\":\"电话\"}'", "内容被改动过")]
    [InlineData("payload = null, salt = null", "不在擦除名单里")]
    [InlineData("actor = x'01020304050607080102030405060708'", "被改动过")]
    [InlineData("org = 8", "被改动过")]
    [InlineData("verb = 'verified'", "被改动过")]
    [InlineData("at = '2020-01-01 00:00:00'", "被改动过")]
    [InlineData("digest = x'00'", "")]
    [InlineData("link = null", "被改动过")]
    public async Task An_event_altered_by_hand_is_found_by_its_number(string change, string says)
    {
        await Recorded(12);
        await _place.Sealer.SealAll();
        await Sql($"UPDATE event SET {change} WHERE seq = 5");
        var report = await _place.Chain.Run();
        Assert.False(report.IsWhole);
        Assert.Contains(report.Faults, f => f.Seq == 5 && f.Text.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(report.Faults, f => f.Seq is not (5 or 6));
    }

    [Fact]
    public async Task A_removed_event_is_missed_in_the_middle_and_at_the_end()
    {
        await Recorded(12);
        await _place.Sealer.SealAll();
        await Sql("DELETE FROM event WHERE seq = 5");
        Assert.Contains("第 5 至 5 号事件缺失", Assert.Single((await _place.Chain.Run()).Faults).Text);
        await Sql("DELETE FROM event WHERE seq >= 11");
        Assert.Contains((await _place.Chain.Run()).Faults, f => f.Text.Contains("第 11 至 12 号事件缺失", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_cut_back_with_its_head_is_found_by_the_printed_head()
    {
        await Recorded(12);
        await _place.Sealer.SealAll();
        var printed = await _place.Chain.Run();
        await Sql("DELETE FROM event WHERE seq > 10");
        await Sql("UPDATE event_head SET seq = 10, link = (SELECT link FROM event WHERE seq = 10)");
        var report = await _place.Chain.Run();
        Assert.NotEqual(printed.HeadLink, report.HeadLink);
        Assert.True(report.HeadSeq < printed.HeadSeq);
    }

    [Fact]
    public async Task An_event_not_yet_numbered_is_checked_too()
    {
        await Recorded(3);
        Assert.True((await _place.Chain.Run()).IsWhole);
        await Sql("UPDATE event SET payload = 'x' WHERE entryVersion = 2");
        Assert.Contains("未编号", Assert.Single((await _place.Chain.Run()).Faults).Text);
    }

    [Fact]
    public async Task What_was_lawfully_erased_is_reported_erased_not_broken()
    {
        var entry = Guid.CreateVersion7();
        await Recorded(3);
        // Long enough for pages of its own: those are what a database frees without wiping them.
        await _place.Record(entry, 1, $"{{\"note\":\"{string.Concat(Enumerable.Repeat("张家的事不该留下", 1000))}\"}}");
        var photo = await _place.Attach(entry, Pictures.Jpeg("x"), "张家.jpg");
        await _place.Sealer.SealAll();
        await _place.Record(entry, 2, "{\"note\":\"又是张家的事不该留下\"}", "edited");
        await using (var db = _place.Open())
            Assert.Equal(2, await _place.Erasure.Erase(db, entry, Guid.Empty, "本人要求删除"));
        await _place.Sealer.SealAll();

        var report = await _place.Chain.Run();
        Assert.True(report.IsWhole, string.Join("\n", report.Faults));
        Assert.Equal((6, 0, 2), (report.Sealed, report.Waiting, report.Erased));
        Assert.Contains("已擦除 2", report.ToString());
        Assert.False(Place.Holds(_place.Folder.Path, "不该留下"));
        Assert.False(_place.Files.Exists(photo.ContentHash));
        await using var later = _place.Open();
        Assert.True((await later.Set<EventRow>().SingleAsync(e => e.Entry == entry && e.EntryVersion == 1)).IsErased(_place.Vault));
        Assert.Equal("erased", (await later.Set<EventRow>().SingleAsync(e => e.Verb == "erased")).Verb);
        Assert.NotNull((await later.Set<Attachment>().SingleAsync()).RemovedAt);
    }

    [Fact]
    public async Task A_content_another_entry_still_has_outlives_an_erasure()
    {
        var entry = Guid.CreateVersion7();
        await _place.Record(entry, 1, "{}");
        var photo = await _place.Attach(entry, Pictures.Jpeg("x"), "a.jpg");
        await _place.Attach(Guid.CreateVersion7(), Pictures.Jpeg("x"), "a.jpg");
        await using var db = _place.Open();
        await _place.Erasure.Erase(db, entry, Guid.Empty, "本人要求");
        Assert.True(_place.Files.Exists(photo.ContentHash));
    }

    [Fact]
    public async Task An_erasure_is_replayed_and_said_once()
    {
        var entry = Guid.CreateVersion7();
        await _place.Record(entry, 1, "{}");
        File.Copy(_place.Folder.Database, _place.Folder.Database + ".before");
        await using (var db = _place.Open()) await _place.Erasure.Erase(db, entry, Guid.Empty, "本人要求\n换行");
        File.Delete(_place.Folder.Database);
        File.Move(_place.Folder.Database + ".before", _place.Folder.Database);
        await using (var db = _place.Open())
        {
            Assert.Equal(1, await _place.Erasure.Replay(db));
            Assert.Equal(0, await _place.Erasure.Replay(db));
            Assert.Equal(1, await db.Set<EventRow>().CountAsync(e => e.Verb == "erased"));
        }
        Assert.Equal(1, (await _place.Chain.Run()).Erased);
    }

    [Fact]
    public async Task A_line_added_to_the_erasure_list_by_hand_counts_for_nothing()
    {
        var entry = Guid.CreateVersion7();
        await _place.Record(entry, 1, "{}");
        await using (var db = _place.Open()) await _place.Erasure.Erase(db, Guid.CreateVersion7(), Guid.Empty, "别的");
        var other = Guid.CreateVersion7();
        await _place.Record(other, 1, "{}");
        var line = File.ReadAllText(_place.Folder.Erasures);
        File.AppendAllText(_place.Folder.Erasures, line[..20] + "x\n{}\nnull\n" + line.Replace("7", "8"));
        await using (var db = _place.Open()) Assert.Equal(0, await _place.Erasure.Replay(db));
        Assert.Equal(4, (await _place.Chain.Run()).Faults.Count(f => f.Text.Contains("擦除名单", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Numbering_goes_on_after_a_restart_in_the_order_of_time()
    {
        await Recorded(4);
        Assert.Equal(4, await _place.Sealer.SealAll());
        await Recorded(3);
        Assert.Equal(3, await _place.Sealer.SealAll());
        Assert.Equal(0, await _place.Sealer.SealAll());
        await using var db = _place.Open();
        var rows = await db.Set<EventRow>().OrderBy(e => e.Seq).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 7).Select(i => (long?)i), rows.Select(r => r.Seq));
        Assert.Equal(rows.OrderBy(r => r.At).Select(r => r.Id), rows.Select(r => r.Id));
        Assert.True((await _place.Chain.Run()).IsWhole);
    }

    [Fact]
    public async Task Two_sealers_never_give_one_number_twice()
    {
        await Recorded(1200);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                try { if (await _place.Sealer.SealBatch() == 0) return; }
                catch (DbUpdateException) { /* the other was first */ }
            }
        })));
        var report = await _place.Chain.Run();
        Assert.True(report.IsWhole, string.Join("\n", report.Faults));
        Assert.Equal(1200, report.Sealed);
    }

    [Fact]
    public async Task The_job_catches_up_by_itself()
    {
        await Recorded(700);
        using var job = _place.Sealer;
        await job.StartAsync(default);
        for (var i = 0; i < 100; i++)
        {
            await Task.Delay(100);
            await using var db = _place.Open();
            if (!await db.Set<EventRow>().AnyAsync(e => e.Seq == null)) break;
        }
        await job.StopAsync(default);
        Assert.Equal(700, (await _place.Chain.Run()).Sealed);
    }

    [Fact]
    public async Task Equal_payloads_have_different_digests()
    {
        var (one, two) = (await _place.Record(Guid.Empty, 1, "{}"), await _place.Record(Guid.Empty, 1, "{}"));
        Assert.NotEqual(one.Digest, two.Digest);
        Assert.False((await _place.Record(Guid.Empty, 1, null)).IsErased(_place.Vault));
    }

    [Fact]
    public async Task The_chain_holds_on_PostgreSQL_too()
    {
        var server = Environment.GetEnvironmentVariable("HALFSKY_TEST_PG") ?? "";
        Assert.SkipWhen(server.Length == 0, "HALFSKY_TEST_PG is not set");
        var open = () => Place.OpenPostgres(new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = "halfsky_chain_test", Pooling = false }.ConnectionString);
        await using var db = open();
        await db.Database.EnsureDeletedAsync();
        await db.Database.EnsureCreatedAsync();
        var entry = Guid.CreateVersion7();
        for (var i = 1; i <= 1100; i++)
            db.Add(EventRow.Make(_place.Vault, _place.Clock, Guid.CreateVersion7(), "visit", i % 100 == 0 ? entry : Guid.CreateVersion7(), i, 9, "recorded", i, "{\"b\": 1,  \"a\":2}", new byte[16]));
        await db.SaveChangesAsync();
        db.Add(Attachment.Make(_place.Vault, _place.Clock, (await _place.Files.Accept(new MemoryStream(Pictures.Jpeg("x")), "a.jpg", null)).File!, entry, "visit", 7, Guid.Empty));
        await db.SaveChangesAsync();
        using var sealer = new SealerJob(open, _place.Vault, _place.Erasure, _place.Clock, NullLogger<SealerJob>.Instance);
        Assert.Equal(1100, await sealer.SealAll());
        Assert.Equal(11, await _place.Erasure.Erase(db, entry, Guid.Empty, "本人要求"));
        Assert.Equal(1, await sealer.SealAll());
        var report = await new ChainCheck(open, _place.Vault, _place.Erasure).Run();
        Assert.True(report.IsWhole, string.Join("\n", report.Faults));
        Assert.Equal((1101, 11), (report.Sealed, report.Erased));
        Assert.Empty(Directory.GetFiles(_place.Folder.Files, "*", SearchOption.AllDirectories));
        await db.Database.EnsureDeletedAsync();
    }

    [Fact]
    public async Task The_sealer_takes_its_events_straight_from_an_index()
    {
        await using var db = _place.Open();
        await db.Database.OpenConnectionAsync();
        using var plan = db.Database.GetDbConnection().CreateCommand();
        plan.CommandText = "EXPLAIN QUERY PLAN SELECT Id FROM event WHERE Seq IS NULL ORDER BY Seq, At, Id LIMIT 500";
        using var reader = await plan.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Contains("SEARCH event USING COVERING INDEX", reader.GetString(3));
        Assert.False(await reader.ReadAsync());
    }

    private async Task Recorded(int count)
    {
        await using var db = _place.Open();
        for (var i = 1; i <= count; i++)
            db.Add(EventRow.Make(_place.Vault, _place.Clock, Guid.Empty, "visit", Guid.CreateVersion7(), 7, 9, "recorded", i, "{\"kind\":\"入户\"}"));
        await db.SaveChangesAsync();
    }

    private async Task Sql(string sql)
    {
        await using var db = _place.Open();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"));
    }
}
