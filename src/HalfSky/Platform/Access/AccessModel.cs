using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HalfSky.Platform.Access;

/// <summary>
/// The tables of access. Called by the one context after Identity's own mapping; columns are named and instants made UTC by that
/// context's conventions.
/// </summary>
public static class AccessModel
{
    /// <summary>Maps accounts, sessions, phones, invitations and tokens.</summary>
    public static void Map(ModelBuilder b)
    {
        // Claims have an integer identity key, forbidden by R1; log-ins at other sites, stored tokens and passkeys are not offered.
        b.Ignore<IdentityUserClaim<Guid>>();
        b.Ignore<IdentityUserLogin<Guid>>();
        b.Ignore<IdentityUserToken<Guid>>();
        b.Ignore<IdentityUserPasskey<Guid>>();
        b.Entity<Account>(MapAccount);
        b.Entity<SignInSession>(e => Keep(e, "sign_in_session", s => s.Account, s => s.SecretHash)
            .Ignore(s => s.Idle).Property(s => s.Kind).HasConversion<string>());
        b.Entity<BoundPhone>(e => Keep(e, "bound_device", p => p.Account, p => p.SecretHash).Ignore(p => p.TriesLeft));
        b.Entity<Invitation>(e => Keep(e, "invitation", i => i.Account, i => i.CodeHash)
            .Property(i => i.Kind).HasConversion<string>());
        b.Entity<ApiToken>(e => Keep(e, "api_token", t => t.Account, t => t.SecretHash));
    }

    private static void MapAccount(EntityTypeBuilder<Account> e)
    {
        e.ToTable("account");
        e.Property(a => a.Id).ValueGeneratedNever();
        // An address or telephone number in clear would break D10; neither is needed to sign in.
        e.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        e.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.LockoutEnabled);
        e.Ignore(a => a.HasCode).Ignore(a => a.OwesCode).Ignore(a => a.CalledName).Ignore(a => a.IsBarredFromPhones);
        e.Property(a => a.LockoutEnd).HasConversion(Utc);
        e.HasIndex(a => a.PersonId);
    }

    private static EntityTypeBuilder<T> Keep<T>(
        EntityTypeBuilder<T> e, string table,
        System.Linq.Expressions.Expression<Func<T, object?>> account, System.Linq.Expressions.Expression<Func<T, object?>> hash)
        where T : class
    {
        e.ToTable(table);
        // Identifiers come from the program (R1), never from the database.
        e.Property<Guid>("Id").ValueGeneratedNever();
        e.HasIndex(account);
        e.HasIndex(hash).IsUnique();
        return e;
    }

    // DateTimeOffset cannot be ordered by SQLite.
    private static readonly ValueConverter<DateTimeOffset, DateTime> Utc =
        new(t => t.UtcDateTime, t => new DateTimeOffset(DateTime.SpecifyKind(t, DateTimeKind.Utc)));
}
