using System.Buffers.Binary;
using System.Text;

namespace HalfSky.Tests.Platform.Sealing;

/// <summary>Small files of every kind, made by hand so that their metadata is known.</summary>
internal static class Pictures
{
    public static byte[] Jpeg(string secret, string appended = "")
    {
        using var jpeg = new MemoryStream();
        jpeg.Write([0xFF, 0xD8]);
        Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(0xE1, [.. "Exif\0\0"u8, .. Encoding.UTF8.GetBytes(secret)]);
        Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(secret)]);
        Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8]);
        Segment(0xE2, [.. "MPF\0"u8, .. Encoding.UTF8.GetBytes(secret)]);
        Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.UTF8.GetBytes(secret)]);
        Segment(0xFE, Encoding.UTF8.GetBytes(secret));
        Segment(0xDB, new byte[65]);
        Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
        Segment(0xC4, new byte[20]);
        Segment(0xDA, [1, 1, 0, 0, 63, 0]);
        jpeg.Write([1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 5]);
        Segment(0xFE, Encoding.UTF8.GetBytes(secret));
        Segment(0xDA, [1, 1, 0, 0, 63, 0]);
        jpeg.Write([9, 8, 7]);
        jpeg.Write([0xFF, 0xD9]);
        jpeg.Write(Encoding.UTF8.GetBytes(appended));
        return jpeg.ToArray();

        void Segment(byte marker, byte[] content)
        {
            jpeg.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
            jpeg.Write(content);
        }
    }

    public static byte[] Png(string secret)
    {
        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG"u8, 13, 10, 26, 10]);
        Chunk("IHDR", new byte[13]);
        Chunk("tEXt", Encoding.UTF8.GetBytes("Author\0" + secret));
        Chunk("iTXt", Encoding.UTF8.GetBytes(secret));
        Chunk("eXIf", Encoding.UTF8.GetBytes(secret));
        Chunk("prVt", Encoding.UTF8.GetBytes(secret));
        Chunk("IDAT", [1, 2, 3]);
        Chunk("IEND", []);
        png.Write(Encoding.UTF8.GetBytes(secret));
        return png.ToArray();

        void Chunk(string name, byte[] content)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
            png.Write(length);
            png.Write(Encoding.Latin1.GetBytes(name));
            png.Write(content);
            png.Write(new byte[4]);
        }
    }

    public static byte[] Webp(string secret)
    {
        using var webp = new MemoryStream();
        webp.Write([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8]);
        Chunk("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Chunk("VP8 ", [1, 2, 3]);
        Chunk("EXIF", Encoding.UTF8.GetBytes(secret));
        Chunk("XMP ", Encoding.UTF8.GetBytes(secret));
        var bytes = webp.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;

        void Chunk(string name, byte[] content)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
            webp.Write(Encoding.Latin1.GetBytes(name));
            webp.Write(length);
            webp.Write(content);
            if (content.Length % 2 == 1) webp.WriteByte(0);
        }
    }

    public static byte[] Office(params string[] names)
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) using (var entry = zip.CreateEntry(name).Open()) entry.Write("<x/>"u8);
        return file.ToArray();
    }
}
