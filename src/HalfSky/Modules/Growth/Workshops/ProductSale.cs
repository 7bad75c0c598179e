using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>A report of sales 好物销售: what a product brought in up to its day, since the last report.</summary>
public sealed class ProductSale : Entry
{
    /// <summary>The product.</summary>
    public Guid Product { get; set; }

    /// <summary>Sold for, in fen.</summary>
    public long? Amount { get; set; }

    /// <summary>Orders.</summary>
    public long? Orders { get; set; }

    /// <summary>How it was sold.</summary>
    public string? Channel { get; set; }

    /// <summary>Category of the product.</summary>
    public string? Category { get; set; }
}
