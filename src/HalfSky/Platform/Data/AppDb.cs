using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HalfSky.Platform.Data;

/// <summary>
/// EF's model: accounts, events, duties, places and, for migrations and column names, the typed registers. Entries are read and
/// written by <see cref="Query"/> and <see cref="Store"/> alone, which cannot be made without a scope (decision 0004).
/// </summary>
public class AppDb(DbContextOptions options, Catalog catalog) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The shipped vocabulary the model is made from.</summary>
    public Catalog Catalog { get; } = catalog;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var sqlite = Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        if (sqlite) configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTime>();
        configurationBuilder.Properties<SealedText>().HaveConversion<SealedBytes>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Catalog.Map(builder);
        Naming.Apply(builder);
    }

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class UtcTime() : ValueConverter<DateTime, DateTime>(t => t, t => DateTime.SpecifyKind(t, DateTimeKind.Utc));

    private sealed class SealedBytes() : ValueConverter<SealedText, byte[]>(t => t.Bytes, bytes => new SealedText(bytes));
}
