using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Search;

/// <summary>Which entry a search document stands for. The number sorts by day, so that newest first costs nothing.</summary>
public sealed class SearchDoc
{
    /// <summary>Day and hash of the entry (<see cref="SearchIndex.DocOf"/>).</summary>
    public long Doc { get; set; }

    /// <summary>The entry.</summary>
    public Guid Entry { get; set; }

    /// <summary>Its register.</summary>
    public string Register { get; set; } = "";

    internal static void Map(ModelBuilder b) => b.Entity<SearchDoc>(e =>
    {
        e.ToTable("search_doc");
        e.HasKey(x => x.Doc);
        e.Property(x => x.Doc).ValueGeneratedNever();
    });
}
