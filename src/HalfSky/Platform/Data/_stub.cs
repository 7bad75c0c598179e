using HalfSky.Platform.Access;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
namespace HalfSky.Platform.Data;
public class AppDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder c)
    {
        c.Properties<Guid>().HaveConversion<GuidBytes>();
        c.Properties<HalfSky.Platform.Sealing.SealedText>().HaveConversion<SealedBytes>();
        c.Properties<DateTime>().HaveConversion<UtcTime>();
    }
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccessModel.Map(builder);
        HalfSky.Platform.Events.EventRow.Map(builder);
    }
    private sealed class SealedBytes() : ValueConverter<HalfSky.Platform.Sealing.SealedText, byte[]>(t => t.Bytes, b => new HalfSky.Platform.Sealing.SealedText(b));
    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
    private sealed class UtcTime() : ValueConverter<DateTime, DateTime>(t => t, t => DateTime.SpecifyKind(t, DateTimeKind.Utc));
}
public sealed class Session(AppDb db)
{
    private bool writing;
    public AppDb Db { get; } = db;
    public bool IsWriting => writing;
    public async Task<T> Write<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default)
    {
        if (writing) return await work(ct);
        try
        {
            await using var t = await Db.Database.BeginTransactionAsync(ct);
            writing = true;
            var result = await work(ct);
            await Db.SaveChangesAsync(ct);
            await t.CommitAsync(ct);
            return result;
        }
        finally { writing = false; Db.ChangeTracker.Clear(); }
    }
    public Task Write(Func<CancellationToken, Task> work, CancellationToken ct = default) => Write(async c => { await work(c); return true; }, ct);
}
