using System.IO.Compression;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sealing;

/// <summary>A kind of file that is taken, told by its content; the name only helps to word a refusal.</summary>
internal sealed record FileKind(string Extension, string MediaType, Func<byte[], byte[]?>? Clean = null)
{
    private static readonly FileKind Jpeg = new("jpg", "image/jpeg", PictureMetadata.StripJpeg);
    private static readonly FileKind Png = new("png", "image/png", PictureMetadata.StripPng);
    private static readonly FileKind Webp = new("webp", "image/webp", PictureMetadata.StripWebp);
    private static readonly FileKind Pdf = new("pdf", "application/pdf");
    private static readonly FileKind Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static readonly FileKind Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static readonly string[] Pictures = ["jpg", "jpeg", "png", "webp", "gif", "bmp", "heic", "heif"];
    private static readonly string[] Documents = ["pdf", "docx", "xlsx", "doc", "xls"];

    /// <summary>The kind of a content, or why it is not taken.</summary>
    public static (FileKind? Kind, Problem? Problem) Of(byte[] content, string extension)
    {
        var isNamedPicture = Pictures.Contains(extension);
        if (Starts(content, 0xFF, 0xD8, 0xFF)) return (Jpeg, null);
        if (Starts(content, 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10)) return (Png, null);
        if (Has(content, 0, "RIFF"u8) && Has(content, 8, "WEBP"u8)) return (Webp, null);
        if (Has(content, 0, "%PDF-"u8)) return (Pdf, null);
        if (IsProgram(content)) return (null, isNamedPicture ? AttachmentProblems.ProgramAsPicture : AttachmentProblems.Program);
        if (Has(content, 4, "ftyphei"u8) || Has(content, 4, "ftypmif1"u8) || Has(content, 4, "ftyphev"u8)) return (null, AttachmentProblems.Heic);
        if (isNamedPicture) return (null, AttachmentProblems.NotAPicture);
        if (Starts(content, 0xD0, 0xCF, 0x11, 0xE0)) return (null, AttachmentProblems.OldOffice);
        if (Starts(content, (byte)'P', (byte)'K', 3, 4)) return OfZip(content, extension);
        return (null, Documents.Contains(extension) ? AttachmentProblems.NotADocument : AttachmentProblems.UnknownKind);
    }

    /// <summary>A name fit to be shown and downloaded: no path, no control or direction characters, the right ending.</summary>
    public string NameFor(string fileName)
    {
        var last = fileName.Length > 1000 ? fileName[^1000..] : fileName;
        last = last[(last.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.EnumerateRunes().Where(IsShown).Select(r => r.ToString())).Trim(' ', '.');
        var extension = ExtensionOf(clean);
        if (extension == Extension || Pictures.Contains(extension) || Documents.Contains(extension))
            clean = clean[..^(extension.Length + 1)];
        clean = string.Concat(clean.EnumerateRunes().Take(120).Select(r => r.ToString())).Trim(' ', '.');
        return $"{(clean.Length == 0 ? "附件" : clean)}.{Extension}";
    }

    /// <summary>Ending of a name in small letters, without the dot.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static bool IsShown(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator)
        && rune.Value != 0xFFFD && "<>:\"|?*".IndexOf((char)rune.Value) < 0;

    // Only the directory of the archive is read, nothing is unpacked: a bomb has nothing to go off in.
    private static (FileKind? Kind, Problem? Problem) OfZip(byte[] content, string extension)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            var names = zip.Entries.Take(20_000).Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return (null, AttachmentProblems.Macros);
            if (names.Contains("[Content_Types].xml") && names.Contains("word/document.xml")) return (Docx, null);
            if (names.Contains("[Content_Types].xml") && names.Contains("xl/workbook.xml")) return (Xlsx, null);
        }
        // A damaged archive makes the reader throw many kinds; all of them mean “not a document”.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
        }
        return (null, Documents.Contains(extension) ? AttachmentProblems.NotADocument : AttachmentProblems.UnknownKind);
    }

    private static bool IsProgram(byte[] content) =>
        Has(content, 0, "MZ"u8) || Starts(content, 0x7F, (byte)'E', (byte)'L', (byte)'F') || Has(content, 0, "#!"u8)
        || Starts(content, 0xCA, 0xFE, 0xBA, 0xBE) || Starts(content, 0xCF, 0xFA, 0xED, 0xFE) || Starts(content, 0xCE, 0xFA, 0xED, 0xFE);

    private static bool Starts(byte[] content, params ReadOnlySpan<byte> magic) => Has(content, 0, magic);

    private static bool Has(byte[] content, int at, ReadOnlySpan<byte> magic) =>
        content.Length >= at + magic.Length && content.AsSpan(at, magic.Length).SequenceEqual(magic);
}
