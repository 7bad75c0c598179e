using System.IO.Compression;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Tests.Platform.Sealing;

public sealed class BackupTests : IDisposable
{
    private const string Canary = "金丝雀CANARY-7731";
    private const string Schema = "20261122_One";
    private readonly Place _place = new();
    private readonly string _aside = Path.Combine(Path.GetTempPath(), "halfsky-test-" + Guid.CreateVersion7().ToString("n"));

    public BackupTests() => Directory.CreateDirectory(_aside);

    private string File1 => Path.Combine(_aside, "一号备份.halfsky");
    private DataFolder Empty => new(Path.Combine(_aside, "new"));

    public void Dispose()
    {
        _place.Dispose();
        Directory.Delete(_aside, recursive: true);
    }

    [Fact]
    public async Task A_restore_refuses_what_it_cannot_do_and_leaves_the_folder_as_it_was()
    {
        var code = await Filled();
        await Backup().Make(File1);
        using var other = new Place();
        Assert.Equal(BackupProblems.Missing, await Refused(Empty, File1 + "x", code));
        Assert.Equal(BackupProblems.NeedsKey, await Refused(Empty, File1, null));
        Assert.Equal(SealingProblems.WrongCode, await Refused(Empty, File1, other.Vault.CreateRecoveryCode()));
        Assert.Equal(SealingProblems.MistypedCode, await Refused(Empty, File1, "1234"));
        Assert.Equal(BackupProblems.NotEmpty, await Refused(_place.Folder, File1, code));
        Assert.Equal(BackupProblems.Newer, await Refused(Empty, File1, code, "20250101_Old"));
        var strange = new DataFolder(Path.Combine(_aside, "strange"));
        File.Copy(other.Folder.MasterKey, strange.MasterKey);
        Assert.Equal(SealingProblems.WrongMasterKey, await Refused(strange, File1, code));
        Assert.Empty(Directory.EnumerateFiles(Empty.Path, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateDirectories(Empty.Path, ".*"));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        var code = await Filled();
        await Backup().Make(File1);
        var whole = await File.ReadAllBytesAsync(File1);
        var random = new Random(3);
        var refused = 0;
        for (var i = 0; i < 40; i++)
        {
            var broken = (byte[])whole.Clone();
            for (var j = 0; j < 20; j++) broken[random.Next(broken.Length)] ^= 0x55;
            await File.WriteAllBytesAsync(File1, i % 4 == 0 ? whole[..random.Next(whole.Length)] : broken);
            if (await Record.ExceptionAsync(() => new Restore(Schema).Into(Empty, File1, code)) is Refusal) refused++;
        }
        Assert.Equal(40, refused);
        Assert.False(File.Exists(Empty.Database));
    }

    [Fact]
    public async Task A_backup_into_an_empty_folder_gives_the_same()
    {
        var code = await Filled();
        var said = new List<string>();
        var made = await Backup().Make(File1, new Saying(said));
        Assert.Equal((File1, 2), (made.File, made.Attachments));
        Assert.Contains("正在试恢复", said);

        await new Restore(Schema).Into(Empty, File1, code);
        using var vault = Vault.Open(Empty);
        var files = new AttachmentFiles(Empty, vault);
        await using (var db = Place.OpenAt(Empty))
        {
            Assert.Equal(30, await db.Set<EventRow>().CountAsync());
            var row = await db.Set<Attachment>().OrderBy(a => a.Size).FirstAsync();
            Assert.Equal(Canary + ".jpg", row.NameFor(vault));
        }
        var erasure = new Erasure(Empty, vault, files, _place.Clock);
        var open = () => Place.OpenAt(Empty);
        var findings = new List<string>();
        await foreach (var finding in new DataCheck(Empty, open, new ChainCheck(open, vault, erasure), files, []).Run()) findings.Add(finding);
        Assert.Empty(findings);
        Assert.Equal([0, 0], new[] { _place.Folder, Empty }.Select(f => Directory.EnumerateDirectories(f.Path, ".*").Concat(Directory.EnumerateDirectories(f.Backups, ".*")).Count()));
    }

    [Fact]
    public async Task A_folder_that_kept_its_keys_needs_no_code_and_keeps_its_later_erasures_and_keys()
    {
        await Filled();
        var entry = Guid.CreateVersion7();
        await _place.Record(entry, 1, "{\"note\":\"要忘记的\"}");
        await Backup().Make(File1);
        _place.Vault.Rotate();
        await using (var db = _place.Open()) await _place.Erasure.Erase(db, entry, Guid.Empty, "本人要求");
        var later = _place.Vault.Seal(SealPurpose.Phone, "phone", "13812345678");
        foreach (var key in Directory.GetFiles(_place.Folder.Keys)) File.Copy(key, Path.Combine(Empty.Keys, Path.GetFileName(key)));

        await new Restore(Schema).Into(Empty, File1);
        using var vault = Vault.Open(Empty);
        Assert.Equal("13812345678", vault.Reveal(SealPurpose.Phone, "phone", later));
        var erasure = new Erasure(Empty, vault, new AttachmentFiles(Empty, vault), _place.Clock);
        await using var restored = Place.OpenAt(Empty);
        Assert.Equal(1, await erasure.Replay(restored));
        Assert.Equal(1, (await new ChainCheck(() => Place.OpenAt(Empty), vault, erasure).Run()).Erased);
    }

    [Fact]
    public async Task A_backup_holds_no_master_key_and_nothing_sealed_in_the_clear()
    {
        await Filled();
        await Backup().Make(File1);
        using var zip = ZipFile.OpenRead(File1);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("master", StringComparison.Ordinal) || e.FullName.Contains("CANARY", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(File1);
        Assert.True(bytes.AsSpan().IndexOf(File.ReadAllBytes(_place.Folder.MasterKey)) < 0);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0);
        Assert.True(bytes.AsSpan().IndexOf("SQLite format"u8) < 0);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_a_failed_one_leaves_nothing()
    {
        await Filled();
        await File.WriteAllTextAsync(File1, "old");
        Assert.Equal([BackupProblems.Exists], (await Assert.ThrowsAsync<Refusal>(() => Backup().Make(File1))).Problems);
        Assert.Equal("old", await File.ReadAllTextAsync(File1));
        File.Delete(File1);
        // A ring that was damaged on the disk would make a backup nobody can open; only the test restore can notice.
        await File.WriteAllTextAsync(_place.Folder.KeyRing, "{}");
        Assert.Equal([BackupProblems.NotReadable], (await Assert.ThrowsAsync<Refusal>(() => Backup().Make(File1))).Problems);
        Assert.Empty(Directory.GetFiles(_aside));
        Assert.Empty(Directory.GetDirectories(_place.Folder.Backups));
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_of_one_moment()
    {
        await Filled();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await _place.Record(Guid.CreateVersion7(), 1, "{}");
        });
        await Backup().Make(File1);
        await stop.CancelAsync();
        await writing;
        Assert.True(File.Exists(File1));
    }

    [Fact]
    public async Task A_check_tells_what_is_wrong()
    {
        await Filled();
        var broken = Directory.GetFiles(_place.Folder.Files, "*", SearchOption.AllDirectories);
        File.Delete(broken[0]);
        await File.WriteAllTextAsync(broken[1], "x");
        await _place.Sql($"UPDATE event SET payload = 'x' WHERE seq = 3");
        var check = new DataCheck(_place.Folder, _place.Open, _place.Chain, _place.Files, [_ => Another()]);
        var findings = new List<string>();
        await foreach (var finding in check.Run()) findings.Add(finding);
        Assert.Equal(4, findings.Count);
        Assert.Contains(findings, f => f.Contains("第 3 号", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("文件不见了", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("解不开", StringComparison.Ordinal));

        static async IAsyncEnumerable<string> Another()
        {
            await Task.Yield();
            yield return "还有一处";
        }
    }

    [Fact]
    public async Task PostgreSQL_is_dumped_tried_out_and_restored()
    {
        var server = Environment.GetEnvironmentVariable("HALFSKY_TEST_PG") ?? "";
        Assert.SkipWhen(server.Length == 0, "HALFSKY_TEST_PG is not set");
        await using var admin = Npgsql.NpgsqlDataSource.Create(server);
        await using (var make = admin.CreateCommand("DROP DATABASE IF EXISTS backup_a")) await make.ExecuteNonQueryAsync();
        await using (var make = admin.CreateCommand("DROP DATABASE IF EXISTS backup_b")) await make.ExecuteNonQueryAsync();
        await using (var make = admin.CreateCommand("CREATE DATABASE backup_a")) await make.ExecuteNonQueryAsync();
        await using (var make = admin.CreateCommand("CREATE DATABASE backup_b")) await make.ExecuteNonQueryAsync();
        var (a, b) = (At("backup_a"), At("backup_b"));
        await using (var first = Npgsql.NpgsqlDataSource.Create(a))
        await using (var fill = first.CreateCommand("CREATE TABLE visit (id uuid PRIMARY KEY, note text); INSERT INTO visit SELECT gen_random_uuid(), '入户' FROM generate_series(1, 500)"))
            await fill.ExecuteNonQueryAsync();
        var code = _place.Vault.CreateRecoveryCode();
        var made = await new Backup(_place.Folder, _place.Vault, _place.Clock, Schema, a).Make(File1);
        Assert.Equal(500, made.Rows);
        Assert.Equal([BackupProblems.DatabaseNotEmpty], (await Assert.ThrowsAsync<Refusal>(() => new Restore(Schema, a).Into(Empty, File1, code))).Problems);
        Assert.Equal([BackupProblems.OtherDatabase], (await Assert.ThrowsAsync<Refusal>(() => new Restore(Schema).Into(Empty, File1, code))).Problems);
        await new Restore(Schema, b).Into(Empty, File1, code);
        await using var second = Npgsql.NpgsqlDataSource.Create(b);
        await using var count = second.CreateCommand("SELECT count(*) FROM visit");
        Assert.Equal(500L, await count.ExecuteScalarAsync());

        string At(string database) => new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false }.ConnectionString;
    }

    private Backup Backup() => new(_place.Folder, _place.Vault, _place.Clock, Schema);

    private async Task<string> Filled()
    {
        for (var i = 0; i < 30; i++)
            await _place.Record(Guid.CreateVersion7(), 1, Convert.ToBase64String(_place.Vault.Seal(SealPurpose.Case, "case.text", Canary).Bytes));
        await _place.Attach(Guid.CreateVersion7(), Pictures.Jpeg(Canary), Canary + ".jpg");
        await _place.Attach(Guid.CreateVersion7(), [.. "%PDF-1.7 "u8, .. Encoding.UTF8.GetBytes(Canary), .. new byte[1_200_000]], "b.pdf");
        await _place.Sealer.SealAll();
        return _place.Vault.CreateRecoveryCode();
    }

    private static async Task<Problem> Refused(DataFolder folder, string file, string? code, string schema = Schema) =>
        (await Assert.ThrowsAsync<Refusal>(() => new Restore(schema).Into(folder, file, code))).Problems[0];

    private sealed class Saying(List<string> said) : IProgress<string>
    {
        public void Report(string value) => said.Add(value);
    }
}
