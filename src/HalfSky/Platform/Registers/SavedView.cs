using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>A list kept by name: filters, columns and order of one register, for one account or for all who may read it.</summary>
public sealed class SavedView
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; set; }

    /// <summary>Register.</summary>
    public string Register { get; set; } = "";

    /// <summary>Name given.</summary>
    public string Name { get; set; } = "";

    /// <summary>The list's query string.</summary>
    public string Query { get; set; } = "";

    /// <summary>Whose it is.</summary>
    public Guid Owner { get; set; }

    /// <summary>Shown to everybody of the owner's organisation and below.</summary>
    public bool Shared { get; set; }

    /// <summary>Organisation of the owner.</summary>
    public long Org { get; set; }

    internal static void Map(ModelBuilder b) => b.Entity<SavedView>(e =>
    {
        e.ToTable("saved_view");
        e.HasKey(x => x.Id);
        e.Property(x => x.Id).ValueGeneratedNever();
        e.HasIndex(x => new { x.Register, x.Owner });
    });
}

/// <summary>A setting of the installation: whether a register is reviewed, and the stamp that tells that reference facts changed.</summary>
public sealed class Setting
{
    /// <summary>Key, “review.visit” or “stamp”.</summary>
    public string Key { get; set; } = "";

    /// <summary>Value.</summary>
    public string Value { get; set; } = "";

    internal static void Map(ModelBuilder b) => b.Entity<Setting>(e =>
    {
        e.ToTable("setting");
        e.HasKey(x => x.Key);
    });
}
