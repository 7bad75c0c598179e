using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Events;

/// <summary>Where the chain of events ends: one row, made by the sealer.</summary>
public sealed class EventHead
{
    /// <summary>The one row's key.</summary>
    public const int Only = 1;

    /// <summary>Always <see cref="Only"/>.</summary>
    public int Id { get; set; } = Only;

    /// <summary>Number of the last sealed event; 0 before the first. Two sealers that read the same one cannot both write.</summary>
    public long Seq { get; set; }

    /// <summary>Link of the last sealed event.</summary>
    public byte[] Link { get; set; } = new byte[32];

    /// <summary>Table and columns.</summary>
    public static void Map(ModelBuilder model)
    {
        var head = model.Entity<EventHead>();
        head.ToTable("event_head");
        head.HasKey(h => h.Id);
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Seq).IsConcurrencyToken();
        head.Property(h => h.Link).HasMaxLength(32);
    }
}
