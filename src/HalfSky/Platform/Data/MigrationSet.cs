using System.Reflection;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HalfSky.Platform.Data;

/// <summary>
/// The migrations of one kind of database. They are marked with a context of their own, since EF tells sets apart by the context's type;
/// it is opened only to migrate, so that an ordinary start builds one model and not two.
/// </summary>
/// <param name="Ids">Identifiers in order, read from the marks.</param>
/// <param name="Open">Opens the context they are marked with.</param>
public sealed record MigrationSet(IReadOnlyList<string> Ids, Func<DbContextOptions, Catalog, AppDb> Open)
{
    /// <summary>The set marked with the context that is opened.</summary>
    public static MigrationSet Of<T>(Func<DbContextOptions, Catalog, T> open)
        where T : AppDb =>
        new([.. typeof(T).Assembly.GetTypes().Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(T))
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)], open);
}
