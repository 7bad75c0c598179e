using System.Security.Cryptography;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HalfSky.Tests.Platform.Sealing;

public sealed class AttachmentTests : IDisposable
{
    private const string Canary = "金丝雀CANARY-20417";
    private readonly Place _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("照片.jpg")]
    [InlineData("photo.PNG")]
    [InlineData("a/b\\c.webp")]
    public async Task An_executable_renamed_to_a_picture_is_refused(string name)
    {
        var problem = await Refused([.. "MZ"u8, .. new byte[500]], name);
        Assert.Equal("file.program", problem.Code);
        Assert.Contains("内容却不是图片", problem.Text);
        Assert.Equal("file.program", (await Refused([0x7F, .. "ELF"u8, .. new byte[500]], name)).Code);
        Assert.Equal(AttachmentProblems.NotAPicture, await Refused(Encoding.UTF8.GetBytes("hello"), name));
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_without_being_read()
    {
        using var endless = new Counting(50 * 1024 * 1024);
        var verdict = await _place.Files.Accept(endless, "大文件.pdf", "application/pdf");
        Assert.Equal(AttachmentProblems.TooBig, verdict.Problem);
        Assert.Contains("10 MB", verdict.Problem!.Text);
        Assert.True(endless.Given < AttachmentFiles.Limit + 200_000);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task What_is_not_taken_is_refused_with_advice()
    {
        Assert.Equal(AttachmentProblems.Empty, await Refused([], "a.jpg"));
        Assert.Equal(AttachmentProblems.OldOffice, await Refused([0xD0, 0xCF, 0x11, 0xE0, .. new byte[500]], "总结.doc"));
        Assert.Equal(AttachmentProblems.NotADocument, await Refused(Encoding.UTF8.GetBytes("PK or not"), "总结.docx"));
        Assert.Equal(AttachmentProblems.NotADocument, await Refused([.. "PK\u0003\u0004"u8, .. new byte[90]], "总结.docx"));
        Assert.Equal(AttachmentProblems.Macros, await Refused(Pictures.Office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "总结.docx"));
        Assert.Equal(AttachmentProblems.UnknownKind, await Refused(Pictures.Office("a.txt"), "a.zip"));
        Assert.Equal(AttachmentProblems.Heic, await Refused([0, 0, 0, 24, .. "ftypheic"u8, .. new byte[90]], "IMG.HEIC"));
        Assert.Equal(AttachmentProblems.UnknownKind, await Refused(Encoding.UTF8.GetBytes("<svg/>"), ""));
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_picture_cut_off_anywhere_is_refused_and_never_throws()
    {
        foreach (var whole in new[] { Pictures.Jpeg("x"), Pictures.Png("x")[..^1], Pictures.Webp("xx") })
        {
            var ends = whole.Length - (whole[0] == 0xFF ? 1 : 3);
            for (var length = 12; length < ends; length++)
                _ = await _place.Files.Accept(new MemoryStream(whole[..length]), "a.jpg", "image/jpeg");
        }
        Assert.Equal(AttachmentProblems.DamagedPicture, await Refused(Pictures.Jpeg("x")[..^3], "a.jpg"));
        Assert.Equal(AttachmentProblems.DamagedPicture, await Refused(Pictures.Png("x")[..40], "a.png"));
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new[] { Pictures.Jpeg("secret"), Pictures.Png("secret"), Pictures.Webp("secret"), Pictures.Office("a", "b") }[i % 4];
            for (var j = 0; j < 5; j++) bytes[random.Next(3, bytes.Length)] = (byte)random.Next(256);
            _ = await _place.Files.Accept(new MemoryStream(bytes), "a.docx", null);
        }
    }

    [Fact]
    public async Task A_broken_connection_leaves_nothing()
    {
        var verdict = await _place.Files.Accept(new Breaking(), "a.jpg", "image/jpeg");
        Assert.Equal(AttachmentProblems.Interrupted, verdict.Problem);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_full_disk_is_said_in_a_sentence_and_leaves_nothing()
    {
        var full = new AttachmentFiles(_place.Folder, _place.Vault, path => new FullDisk(File.Create(path), 100));
        var verdict = await full.Accept(new MemoryStream(Pictures.Jpeg("x")), "a.jpg", "image/jpeg");
        Assert.Equal(StorageProblems.Full.At("file"), verdict.Problem);
        Assert.Empty(FilesOnDisk());
        Assert.Null((await _place.Files.Accept(new MemoryStream(Pictures.Jpeg("x")), "a.jpg", "image/jpeg")).Problem);
    }

    [Fact]
    public async Task A_full_database_is_said_in_the_same_sentence_and_nothing_is_half_saved()
    {
        await using var db = _place.Open();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
        for (var i = 0; i < 50; i++)
            db.Add(HalfSky.Platform.Events.EventRow.Make(_place.Vault, _place.Clock, Guid.Empty, "visit", Guid.Empty, 1, 1, "recorded", 1, new string('长', 5000)));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        Assert.Equal(StorageProblems.Full, StorageProblems.Of(error));
        await using var later = _place.Open();
        Assert.Equal(0, await later.Set<HalfSky.Platform.Events.EventRow>().CountAsync());
    }

    [Fact]
    public async Task Where_and_when_a_photo_was_taken_is_gone()
    {
        foreach (var (picture, type) in new[] { (Pictures.Jpeg(Canary, Canary), "image/jpeg"), (Pictures.Png(Canary), "image/png"), (Pictures.Webp(Canary), "image/webp") })
        {
            var file = (await _place.Files.Accept(new MemoryStream(picture), "IMG_1.jpg", "image/jpeg")).File!;
            Assert.Equal(type, file.MediaType);
            var kept = Read(file.ContentHash);
            Assert.Equal(file.Size, kept.Length);
            foreach (var gone in new[] { Canary, "Exif", "xap", "MPF", "Photoshop", "EXIF", "XMP ", "tEXt", "prVt" })
                Assert.True(kept.AsSpan().IndexOf(Encoding.UTF8.GetBytes(gone)) < 0, gone);
        }
    }

    [Fact]
    public async Task The_picture_itself_and_its_colours_stay()
    {
        var kept = Read((await _place.Files.Accept(new MemoryStream(Pictures.Jpeg("x")), "a.jpg", null)).File!.ContentHash);
        Assert.True(kept.AsSpan().IndexOf("JFIF"u8) > 0);
        Assert.True(kept.AsSpan().IndexOf("ICC_PROFILE"u8) > 0);
        Assert.True(kept.AsSpan().IndexOf((byte[])[1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 5]) > 0);
        Assert.Equal([9, 8, 7, 0xFF, 0xD9], kept[^5..]);
        var webp = Read((await _place.Files.Accept(new MemoryStream(Pictures.Webp("x")), "a.webp", null)).File!.ContentHash);
        Assert.Equal(0, webp[20] & 0x0C);
        Assert.Equal(webp.Length - 8, BitConverter.ToInt32(webp, 4));
    }

    [Theory]
    [InlineData("王小花的照片.jpeg", "王小花的照片.jpg")]
    [InlineData("C:\\Users\\x\\a.png", "a.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("a\u202Egpj.exe", "agpj.exe.jpg")]
    [InlineData("a\r\nb<c>.jpg", "abc.jpg")]
    [InlineData("", "附件.jpg")]
    [InlineData("....", "附件.jpg")]
    public async Task Names_are_cleaned_and_end_as_their_content_says(string given, string kept)
    {
        Assert.Equal(kept, (await _place.Files.Accept(new MemoryStream(Pictures.Jpeg("x")), given, null)).File!.Name);
    }

    [Fact]
    public async Task Documents_are_told_by_their_content()
    {
        Assert.Equal("a.docx", (await _place.Files.Accept(new MemoryStream(Pictures.Office("[Content_Types].xml", "word/document.xml")), "a.zip.docx", null)).File!.Name.Replace(".zip", ""));
        Assert.EndsWith("sheet", (await _place.Files.Accept(new MemoryStream(Pictures.Office("[Content_Types].xml", "xl/workbook.xml")), "a.xlsx", null)).File!.MediaType);
        Assert.Equal("application/pdf", (await _place.Files.Accept(new MemoryStream([.. "%PDF-1.7"u8, .. new byte[3_000_000]]), "a.pdf", null)).File!.MediaType);
    }

    [Fact]
    public async Task Neither_name_nor_content_is_found_anywhere_on_the_disk()
    {
        var row = await _place.Attach(Guid.CreateVersion7(), [.. "%PDF-1.7 "u8, .. Encoding.UTF8.GetBytes(Canary), .. new byte[2_500_000]], Canary + ".pdf");
        _ = await _place.Record(row.Entry, 1, Convert.ToBase64String(_place.Vault.Seal(SealPurpose.Case, "text", Canary).Bytes));
        Assert.False(Place.Holds(_place.Folder.Path, Canary));
        Assert.Equal(Canary + ".pdf", row.NameFor(_place.Vault));
        Assert.True(Read(row.ContentHash).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) > 0);
        Assert.DoesNotContain("CANARY", row.Name.ToString());
    }

    [Fact]
    public async Task An_altered_shortened_or_exchanged_content_is_refused()
    {
        byte[] content = [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(2_500_000)];
        var row = await _place.Attach(Guid.CreateVersion7(), content, "a.pdf");
        var path = FilesOnDisk().Single();
        var kept = await File.ReadAllBytesAsync(path);
        const int chunk = 1024 * 1024 + 16;
        foreach (var broken in new[] { kept[..^1], kept[..(22 + chunk)], kept[..(22 + 2 * chunk)], kept[..10], kept[..22], [.. kept, 0], [.. kept[..22], .. kept[(22 + chunk)..]] })
        {
            await File.WriteAllBytesAsync(path, broken);
            Assert.ThrowsAny<CryptographicException>(() => Read(row.ContentHash));
        }
        await File.WriteAllBytesAsync(path, kept);
        Assert.Equal(content, Read(row.ContentHash));
    }

    [Theory]
    [InlineData(1024 * 1024 - 1)]
    [InlineData(1024 * 1024)]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(2 * 1024 * 1024)]
    [InlineData(10 * 1024 * 1024)]
    public async Task Contents_of_any_length_come_back_whole(int length)
    {
        byte[] content = [.. "%PDF-1.7 "u8, .. RandomNumberGenerator.GetBytes(length - 9)];
        Assert.Equal(content, Read((await _place.Attach(Guid.CreateVersion7(), content, "a.pdf")).ContentHash));
    }

    [Fact]
    public async Task The_same_content_is_kept_once_and_swept_only_when_nobody_wants_it()
    {
        var sweep = new AttachmentSweep(_place.Folder, _place.Open, _place.Clock, NullLogger<AttachmentSweep>.Instance);
        var (one, two) = (await _place.Attach(Guid.CreateVersion7(), Pictures.Jpeg("x"), "a.jpg"), await _place.Attach(Guid.CreateVersion7(), Pictures.Jpeg("y"), "b.jpg"));
        Assert.Equal(one.ContentHash, two.ContentHash);
        Assert.Single(FilesOnDisk());
        _ = await _place.Files.Accept(new MemoryStream(Pictures.Png("its save failed")), "c.png", null);
        Assert.Equal(0, await sweep.Run());
        _place.Time.Shift = TimeSpan.FromDays(2);
        Assert.Equal(1, await sweep.Run());
        Assert.True(_place.Files.Exists(one.ContentHash));
        await using (var db = _place.Open())
            await db.Set<Attachment>().ExecuteUpdateAsync(set => set.SetProperty(a => a.RemovedAt, _place.Clock.Now));
        Assert.Equal(0, await sweep.Run());
        _place.Time.Shift = TimeSpan.FromDays(33);
        Assert.Equal(1, await sweep.Run());
        Assert.Empty(FilesOnDisk());
    }

    private async Task<Problem> Refused(byte[] content, string name)
    {
        var verdict = await _place.Files.Accept(new MemoryStream(content), name, null);
        Assert.Null(verdict.File);
        return verdict.Problem!;
    }

    private byte[] Read(string hash)
    {
        using var content = _place.Files.Open(hash);
        using var all = new MemoryStream();
        content.CopyTo(all);
        return all.ToArray();
    }

    private string[] FilesOnDisk() => Directory.GetFiles(_place.Folder.Files, "*", SearchOption.AllDirectories);

    private sealed class Counting(long length) : MemoryStream
    {
        public long Given { get; private set; }
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(buffer.Length, length - Given);
            Given += read;
            return ValueTask.FromResult(read);
        }
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The client reset the request stream.");
    }

    private sealed class FullDisk(Stream inner, int room) : MemoryStream
    {
        private int _left = room;

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if ((_left -= buffer.Length) < 0) throw new IOException("No space left on device", 28);
            inner.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
