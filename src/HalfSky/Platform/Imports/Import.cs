using System.Text.Json;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportStage
{
    /// <summary>看过: the file was read, nothing is written; the officer looks at it.</summary>
    Looked,

    /// <summary>正在导入.</summary>
    Running,

    /// <summary>正在导入 by the command line itself: not work for the job, which may run beside it.</summary>
    AtHand,

    /// <summary>导入完.</summary>
    Done,

    /// <summary>停下: the officer stopped it; what was written stands.</summary>
    Stopped,

    /// <summary>正在撤回.</summary>
    TakingBack,

    /// <summary>已撤回: its entries were withdrawn, but those changed since.</summary>
    TakenBack,

    /// <summary>出错: it could not be finished, with the reason.</summary>
    Failed,
}

/// <summary>导入: a file brought into a register. It can be taken back as a whole for thirty days; its file is kept as long, encrypted.</summary>
public sealed class Import
{
    /// <summary>How long it can be taken back.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    /// <summary>Field under which the file's name is sealed.</summary>
    public const string NameField = "import.name";

    /// <summary>Chosen for a doubtful name: none of those known, a file of her own.</summary>
    public const string NewFile = "new";

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>Key of the register.</summary>
    public string Register { get; set; } = "";

    /// <summary>Organisation of who imports; whoever may record there sees it.</summary>
    public long Org { get; set; }

    /// <summary>File name, sealed: names of files name people.</summary>
    public SealedText Name { get; set; } = null!;

    /// <summary>Where it stands.</summary>
    public ImportStage Stage { get; set; }

    /// <summary>The sheet.</summary>
    public string Sheet { get; set; } = "";

    /// <summary>The binding as confirmed, as text.</summary>
    public string Binding { get; set; } = "";

    /// <summary>Make files of people nobody has one of; null leaves it to the program.</summary>
    public bool? CreatePeople { get; set; }

    /// <summary>What doubtful names mean, as JSON by <see cref="DoubtfulName.Key"/>; null when none was chosen.</summary>
    public string? Chosen { get; set; }

    /// <summary>What the officer chose.</summary>
    public ImportChoices Choices => new(CreatePeople, Chosen: Chosen is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(Chosen));

    /// <summary>Rows of the table.</summary>
    public int Rows { get; set; }

    /// <summary>Rows gone through so far.</summary>
    public int Through { get; set; }

    /// <summary>Rows written by this import.</summary>
    public int Written { get; set; }

    /// <summary>Rows that stood already.</summary>
    public int Already { get; set; }

    /// <summary>Rows refused.</summary>
    public int Refused { get; set; }

    /// <summary>Somebody asks to stop.</summary>
    public bool StopAsked { get; set; }

    /// <summary>Names of other sheets of the file that can be brought in as well, one a line.</summary>
    public string Others { get; set; } = "";

    /// <summary>Why it failed, or what was left when it was taken back.</summary>
    public string? Words { get; set; }

    /// <summary>Account.</summary>
    public Guid By { get; set; }

    /// <summary>When the file was handed in, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>When it came to an end, UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>It is being worked at.</summary>
    public bool IsUnderWay => Stage is ImportStage.Running or ImportStage.AtHand or ImportStage.TakingBack;

    internal static void Map(ModelBuilder model)
    {
        var import = model.Entity<Import>();
        import.ToTable("import");
        import.HasKey(i => i.Id);
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.Register).HasMaxLength(60);
        import.Property(i => i.Stage).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.Sheet).HasMaxLength(120);
        import.Property(i => i.Others).HasMaxLength(4000);
        import.Property(i => i.Words).HasMaxLength(1000);
        import.Ignore(i => i.IsUnderWay);
        import.Ignore(i => i.Choices);
        import.HasIndex(i => new { i.Register, i.At });
        import.HasIndex(i => i.Stage);
        ImportLine.Map(model);
        ImportForm.Map(model);
    }
}

/// <summary>What became of a row of an import, or of something made for it. Nothing of the row itself is kept.</summary>
public sealed class ImportLine
{
    /// <summary>The import.</summary>
    public Guid Import { get; set; }

    /// <summary>Number of the row in the sheet.</summary>
    public int Row { get; set; }

    /// <summary>0 for the row of the first table, 1 for the one beside it; from 100 on what was made for it.</summary>
    public int Part { get; set; }

    /// <summary>Register of the entry.</summary>
    public string Register { get; set; } = "";

    /// <summary>The entry; null for a refused row.</summary>
    public Guid? Entry { get; set; }

    /// <summary>What became of it.</summary>
    public ImportOutcome Outcome { get; set; }

    /// <summary>Why it was refused; of one that was written, why it stayed when the import was taken back.</summary>
    public string? Words { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var line = model.Entity<ImportLine>();
        line.ToTable("import_line");
        line.HasKey(l => new { l.Import, l.Row, l.Part });
        line.Property(l => l.Register).HasMaxLength(60);
        line.Property(l => l.Outcome).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Words).HasMaxLength(1000);
    }
}

/// <summary>A form whose columns were confirmed once: the next file with the same head is read the same way.</summary>
public sealed class ImportForm
{
    /// <summary>Organisation that confirmed it.</summary>
    public long Org { get; set; }

    /// <summary>Key of the register.</summary>
    public string Register { get; set; } = "";

    /// <summary>Fingerprint of the words of its head, 64 hexadecimal digits.</summary>
    public string Head { get; set; } = "";

    /// <summary>The binding, as text.</summary>
    public string Binding { get; set; } = "";

    /// <summary>When it was confirmed last, UTC.</summary>
    public DateTime At { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var form = model.Entity<ImportForm>();
        form.ToTable("import_form");
        form.HasKey(f => new { f.Org, f.Register, f.Head });
        form.Property(f => f.Register).HasMaxLength(60);
        form.Property(f => f.Head).HasMaxLength(64);
    }
}
