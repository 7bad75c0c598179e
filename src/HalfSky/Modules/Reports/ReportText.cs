using HalfSky.Modules.Reports.Writing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Modules.Reports;

/// <summary>A version of a report's text. What one person writes within ten minutes is one version.</summary>
public sealed class ReportText
{
    /// <summary>How long a version stays open to its author.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(10);

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>The report.</summary>
    public Guid Report { get; set; }

    /// <summary>Number of the version, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The blocks (<see cref="ReportBlock"/>).</summary>
    public string Body { get; set; } = "";

    /// <summary>What was done, “起草”, “改”, “退回第 3 版”.</summary>
    public string Deed { get; set; } = "";

    /// <summary>Account that wrote it.</summary>
    public Guid By { get; set; }

    /// <summary>Her name.</summary>
    public string ByName { get; set; } = "";

    /// <summary>When it was written last, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<ReportBlock> Blocks => ReportBlock.Read(Body);

    internal static void Map(ModelBuilder b) => b.Entity<ReportText>(e =>
    {
        e.ToTable("report_text");
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Ignore(x => x.Blocks);
        e.Property(x => x.Deed).HasMaxLength(60);
        e.Property(x => x.ByName).HasMaxLength(60);
        e.HasIndex(x => new { x.Report, x.Number }).IsUnique();
    });
}

/// <summary>A remark on a report or on one of its blocks 意见, between township and county.</summary>
public sealed class ReportComment
{
    /// <summary>UUIDv7, made with the page.</summary>
    public Guid Id { get; set; }

    /// <summary>The report.</summary>
    public Guid Report { get; set; }

    /// <summary>The block; null for the whole.</summary>
    public string? Block { get; set; }

    /// <summary>The remark.</summary>
    public string Text { get; set; } = "";

    /// <summary>Account that made it.</summary>
    public Guid By { get; set; }

    /// <summary>Her name.</summary>
    public string ByName { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>When it was dealt with; null while it stands.</summary>
    public DateTime? DealtAt { get; set; }

    /// <summary>Who dealt with it.</summary>
    public string? DealtBy { get; set; }

    internal static void Map(ModelBuilder b) => b.Entity<ReportComment>(e =>
    {
        e.ToTable("report_comment");
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Block).HasMaxLength(16);
        e.Property(x => x.Text).HasMaxLength(1000);
        e.Property(x => x.ByName).HasMaxLength(60);
        e.Property(x => x.DealtBy).HasMaxLength(60);
        e.HasIndex(x => new { x.Report, x.At });
    });
}

/// <summary>A county's or an office's own template 模板.</summary>
public sealed class ReportTemplate
{
    /// <summary>UUIDv7, made with the page.</summary>
    public Guid Id { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind of report it is for.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Number of the organisation it belongs to; it and all below it may use it.</summary>
    public long Org { get; set; }

    /// <summary>The blocks.</summary>
    public string Body { get; set; } = "";

    /// <summary>Account that made it.</summary>
    public Guid By { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    internal static void Map(ModelBuilder b) => b.Entity<ReportTemplate>(e =>
    {
        e.ToTable("report_template");
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Name).HasMaxLength(60);
        e.Property(x => x.Kind).HasMaxLength(20);
        e.HasIndex(x => x.Org);
    });
}
