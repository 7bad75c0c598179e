#pragma warning disable
namespace HalfSky.Platform.Documents;
public static class PdfCopy { public static bool IsAvailable => false; public static Task<byte[]?> Make(byte[] d, CancellationToken ct) => Task.FromResult<byte[]?>(null); }
public sealed record ReadBlock(string Text, int Level, bool IsTitle, IReadOnlyList<IReadOnlyList<string>>? Rows);
public static class IncomingDocument { public static IReadOnlyList<ReadBlock> Read(byte[] d) => []; public static IReadOnlyList<ReadBlock> ReadText(byte[] d) => [.. System.Text.Encoding.UTF8.GetString(d).Split('\n').Select(l => new ReadBlock(l, 0, false, null))]; }
