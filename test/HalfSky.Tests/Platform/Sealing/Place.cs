using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Logging.Abstractions;

namespace HalfSky.Tests.Platform.Sealing;

/// <summary>A real data folder with a real SQLite file, gone after the test.</summary>
internal sealed class Place : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), "halfsky-test-" + Guid.CreateVersion7().ToString("n"));

    public Place()
    {
        Time = new ShiftedTime();
        Clock = new Clock(Time);
        Folder = new DataFolder(_path);
        Vault = Vault.Open(Folder);
        Files = new AttachmentFiles(Folder, Vault);
        Erasure = new Erasure(Folder, Vault, Files, Clock);
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public ShiftedTime Time { get; }
    public Clock Clock { get; }
    public DataFolder Folder { get; }
    public Vault Vault { get; }
    public AttachmentFiles Files { get; }
    public Erasure Erasure { get; }
    public SealerJob Sealer => new(Open, Vault, Erasure, Clock, NullLogger<SealerJob>.Instance);
    public ChainCheck Chain => new(Open, Vault, Erasure);

    public DbContext Open() => OpenAt(Folder);

    public static DbContext OpenPostgres(string connection) => new Small(new DbContextOptionsBuilder().UseNpgsql(connection).Options);

    public static DbContext OpenAt(DataFolder folder) => new Small(new DbContextOptionsBuilder()
        .UseSqlite($"Data Source={folder.Database};Pooling=False").Options);

    public async Task<EventRow> Record(Guid entry, int version, string? payload, string verb = "recorded")
    {
        await using var db = Open();
        var row = EventRow.Make(Vault, Clock, Guid.Empty, "visit", entry, 7, 9, verb, version, payload, new byte[16]);
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    public async Task<Attachment> Attach(Guid entry, byte[] content, string name)
    {
        var verdict = await Files.Accept(new MemoryStream(content), name, null);
        Assert.Null(verdict.Problem);
        var row = Attachment.Make(Vault, Clock, verdict.File!, entry, "visit", 7, Guid.Empty);
        await using var db = Open();
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    public async Task Sql(FormattableString sql)
    {
        await using var db = Open();
        await db.Database.ExecuteSqlAsync(sql);
    }

    public void Dispose()
    {
        Vault.Dispose();
        if (Directory.Exists(_path)) Directory.Delete(_path, recursive: true);
    }

    /// <summary>True when a text stands anywhere under a folder, in UTF-8 or UTF-16, in a name or a content.</summary>
    public static bool Holds(string folder, string text)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (file.Contains(text, StringComparison.Ordinal)) return true;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            stream.CopyTo(all);
            var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
            if (bytes.IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(text)) >= 0) return true;
        }
        return false;
    }

    internal sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }

    private sealed class Small(DbContextOptions options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            if (Database.IsSqlite()) configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            EventRow.Map(modelBuilder);
            Attachment.Map(modelBuilder);
        }
    }

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
}
