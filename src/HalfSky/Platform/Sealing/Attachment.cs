using HalfSky.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Sealing;

/// <summary>附件: a file kept with an entry. The row says what it is called, the content lies encrypted in the files folder.</summary>
public sealed class Attachment
{
    /// <summary>Field under which the name is sealed.</summary>
    public const string NameField = "attachment.name";

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; set; }

    /// <summary>The entry it belongs to.</summary>
    public Guid Entry { get; set; }

    /// <summary>Key of that entry's register.</summary>
    public string Register { get; set; } = "";

    /// <summary>Number of the organisation; scope follows it.</summary>
    public long Org { get; set; }

    /// <summary>File name, sealed: names of files name people.</summary>
    public SealedText Name { get; set; } = null!;

    /// <summary>Keyed hash of the content, 64 hexadecimal digits: where the content lies.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Bytes of the content as kept, metadata stripped.</summary>
    public long Size { get; set; }

    /// <summary>Media type, by what the content is, not by what its name says.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Account that added it.</summary>
    public Guid AddedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>When it was taken off the entry, UTC; the content goes later, by the sweep.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <summary>The row for an accepted file.</summary>
    public static Attachment Make(
        Vault vault, Clock clock, AcceptedFile file, Guid entry, string register, long org, Guid by) => new()
        {
            Id = Uuid.New(clock.Now), Entry = entry, Register = register, Org = org, AddedBy = by, AddedAt = clock.Now,
            Name = vault.Seal(SealPurpose.Attachment, NameField, file.Name),
            ContentHash = file.ContentHash, Size = file.Size, MediaType = file.MediaType,
        };

    /// <summary>The file's name in the clear.</summary>
    public string NameFor(Vault vault) => vault.Reveal(SealPurpose.Attachment, NameField, Name);

    /// <summary>Table and columns.</summary>
    public static void Map(ModelBuilder model)
    {
        var attachment = model.Entity<Attachment>();
        attachment.ToTable("attachment");
        attachment.HasKey(a => a.Id);
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Register).HasMaxLength(60);
        attachment.Property(a => a.Name).HasConversion(name => name.Bytes, bytes => new SealedText(bytes));
        attachment.Property(a => a.ContentHash).HasMaxLength(64);
        attachment.Property(a => a.MediaType).HasMaxLength(100);
        attachment.HasIndex(a => a.Entry);
        attachment.HasIndex(a => a.ContentHash);
    }
}
