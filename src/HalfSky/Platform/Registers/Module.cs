using HalfSky.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>A permission that is not one of a register's acts.</summary>
/// <param name="Key">“admin.accounts”.</param>
/// <param name="Label">Chinese name.</param>
public sealed record Permission(string Key, string Label);

/// <summary>What a module adds to the vocabulary. Listed by hand, in order; there is no scanning.</summary>
public abstract class Module
{
    /// <summary>Name of the folder.</summary>
    public abstract string Name { get; }

    /// <summary>Registers in the order of the navigation.</summary>
    public virtual IEnumerable<Register> Registers => [];

    /// <summary>Roles it ships.</summary>
    public virtual IEnumerable<Role> Roles => [];

    /// <summary>Permissions beside those of the registers.</summary>
    public virtual IEnumerable<Permission> Permissions => [];

    /// <summary>Numbers that differ by county.</summary>
    public virtual IEnumerable<Limit> Limits => [];

    /// <summary>Tables beside those of the registers.</summary>
    public virtual void Map(ModelBuilder builder) { }
}
