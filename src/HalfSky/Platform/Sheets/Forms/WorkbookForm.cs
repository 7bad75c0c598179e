using HalfSky.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>A form 表样: an empty workbook of the county's, uploaded once, whose cells and rows are filled from a register from then on.</summary>
public sealed class WorkbookForm
{
    /// <summary>UUIDv7; the attachment with the workbook names it as its entry.</summary>
    public Guid Id { get; set; }

    /// <summary>Key of the register its rows come from.</summary>
    public string Register { get; set; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    /// <summary>Organisation that keeps it; it and all below it fill it.</summary>
    public long Org { get; set; }

    /// <summary>The attachment that holds the workbook.</summary>
    public Guid File { get; set; }

    /// <summary>What goes where, <see cref="FormBindings"/> as text.</summary>
    public string Bindings { get; set; } = "";

    /// <summary>Somebody looked at what was proposed and kept it.</summary>
    public bool Confirmed { get; set; }

    /// <summary>Account that uploaded it.</summary>
    public Guid AddedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>What goes where.</summary>
    public FormBindings Bound() => FormBindings.Read(Bindings);

    /// <summary>Is it there for who exports within this scope: of her own organisations, of those above, of those below?</summary>
    public bool IsFor(Access.Scope exports) => new Branch(Org) is var own && exports.Branches.Any(b => b.Contains(own) || own.Contains(b));

    /// <summary>May who exports within this scope change it? Forms are kept by townships and counties.</summary>
    public bool IsKeptBy(Access.Scope exports) => exports.Branches.Any(b => b.Depth <= 2 && b.Contains(Org));

    internal static void Map(ModelBuilder b) => b.Entity<WorkbookForm>(e =>
    {
        e.ToTable("workbook_form");
        e.HasKey(x => x.Id);
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Register).HasMaxLength(60);
        e.Property(x => x.Name).HasMaxLength(60);
        e.HasIndex(x => new { x.Register, x.Org });
    });
}
