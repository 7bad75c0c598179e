using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Registers;

/// <summary>A county's own kind under a shipped or defined list, or its wish to hide a shipped one.</summary>
public sealed class KindItem
{
    /// <summary>Key of the list.</summary>
    public string List { get; set; } = "";

    /// <summary>Code.</summary>
    public string Code { get; set; } = "";

    /// <summary>Chinese label.</summary>
    public string Label { get; set; } = "";

    /// <summary>Position in the list.</summary>
    public int Position { get; set; }

    /// <summary>No longer offered.</summary>
    public bool Hidden { get; set; }

    internal static void Map(ModelBuilder b) => b.Entity<KindItem>(e =>
    {
        e.ToTable("kind_item");
        e.HasKey(x => new { x.List, x.Code });
        e.Property(x => x.Code).HasMaxLength(40);
        e.Property(x => x.Label).HasMaxLength(60);
    });
}
