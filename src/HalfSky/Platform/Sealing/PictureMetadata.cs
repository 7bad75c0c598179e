using System.Buffers.Binary;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// Takes out of a picture all that is not picture: where it was taken, with which phone, thumbnails, texts, whatever is appended
/// after its end. Kept by a list of what may stay, so that an unknown kind of metadata goes too. Null means damaged.
/// </summary>
internal static class PictureMetadata
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Comment = 0xFE, FirstApplication = 0xE0, LastApplication = 0xEF;

    private static readonly string[] PngChunks =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"];

    private static readonly string[] WebpChunks = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <summary>JPEG: keeps JFIF, the colour profile and Adobe's colour transform; all other application segments and comments go.</summary>
    public static byte[]? StripJpeg(byte[] picture)
    {
        var kept = new MemoryStream(picture.Length);
        kept.Write(picture, 0, 2);
        var (at, hasFrame, hasScan) = (2, false, false);
        while (at + 1 < picture.Length)
        {
            if (picture[at] != 0xFF) return null;
            var marker = picture[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker == EndOfImage)
            {
                if (!hasFrame || !hasScan) return null;
                kept.Write([0xFF, EndOfImage]);
                return kept.ToArray();
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                kept.Write(picture, at, 2);
                at += 2;
                continue;
            }
            if (marker is 0x00 or 0xD8 || at + 4 > picture.Length) return null;
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(at + 2));
            if (length < 4 || at + length > picture.Length) return null;
            if (IsKept(marker, picture.AsSpan(at + 4, length - 4))) kept.Write(picture, at, length);
            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            at += length;
            if (marker != StartOfScan) continue;
            hasScan = true;
            var end = EndOfScan(picture, at);
            if (end < 0) return null;
            kept.Write(picture, at, end - at);
            at = end;
        }
        return null;
    }

    /// <summary>PNG: keeps the chunks that make the picture; texts, EXIF, time and private chunks go.</summary>
    public static byte[]? StripPng(byte[] picture)
    {
        var kept = new MemoryStream(picture.Length);
        kept.Write(picture, 0, 8);
        var (at, hasPixels) = (8, false);
        while (at + 12 <= picture.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture.AsSpan(at));
            if (length > picture.Length - at - 12) return null;
            var whole = (int)length + 12;
            var name = System.Text.Encoding.Latin1.GetString(picture, at + 4, 4);
            if (at == 8 && name != "IHDR") return null;
            if (PngChunks.Contains(name)) kept.Write(picture, at, whole);
            hasPixels |= name == "IDAT";
            if (name == "IEND") return hasPixels ? kept.ToArray() : null;
            at += whole;
        }
        return null;
    }

    /// <summary>WebP: keeps the chunks that make the picture; EXIF, XMP and unknown chunks go, and the flags that announce them.</summary>
    public static byte[]? StripWebp(byte[] picture)
    {
        var kept = new MemoryStream(picture.Length);
        kept.Write(picture, 0, 12);
        var end = Math.Min(picture.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(picture.AsSpan(4)));
        var (at, hasPixels) = (12, false);
        while (at + 8 <= end)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(picture.AsSpan(at + 4));
            var whole = 8L + length + (length & 1);
            if (at + 8L + length > end) return null;
            var name = System.Text.Encoding.Latin1.GetString(picture, at, 4);
            if (WebpChunks.Contains(name))
            {
                var chunk = new byte[whole];
                picture.AsSpan(at, (int)Math.Min(whole, end - at)).CopyTo(chunk);
                // Bits 2 and 3 of the flags say that EXIF and XMP follow.
                if (name == "VP8X" && length > 0) chunk[8] &= 0b1111_0011;
                kept.Write(chunk);
            }
            hasPixels |= name is "VP8 " or "VP8L" or "ANMF";
            at = (int)Math.Min(at + whole, end);
        }
        if (!hasPixels) return null;
        var stripped = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(stripped.AsSpan(4), (uint)(stripped.Length - 8));
        return stripped;
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        FirstApplication => content.StartsWith("JFIF\0"u8),
        FirstApplication + 2 => content.StartsWith("ICC_PROFILE\0"u8),
        FirstApplication + 14 => content.StartsWith("Adobe"u8),
        >= FirstApplication and <= LastApplication or Comment => false,
        _ => true,
    };

    // Within the pixels FF stands for itself only before 00 or a restart mark.
    private static int EndOfScan(byte[] picture, int at)
    {
        for (; at + 1 < picture.Length; at++)
        {
            if (picture[at] == 0xFF && picture[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF)) return at;
        }
        return -1;
    }
}
