using System.Buffers.Binary;
using System.Text;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>The container of old office files: streams by name, chains of sectors that are never followed in a circle.</summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private readonly byte[] content;
    private readonly int shift, miniShift, miniCutoff;
    private readonly List<uint> table = [], miniTable;
    private readonly Dictionary<string, (uint Start, long Length)> streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] mini = [];

    public CompoundFile(byte[] content)
    {
        this.content = content;
        (shift, miniShift, miniCutoff) = (Short(30), Short(32), (int)Whole(56));
        if (shift is not (9 or 12) || miniShift is < 4 or > 9) throw new InvalidDataException("Sector sizes no program writes.");
        foreach (var sector in Tables()) table.AddRange(Numbers(Sector(sector)));
        miniTable = [.. Numbers(Chain(Whole(60), long.MaxValue))];
        var directory = Chain(Whole(48), long.MaxValue);
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var entry = directory.AsSpan(at, 128);
            var name = Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62)]);
            var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
            var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
            if (entry[66] == 5) mini = Chain(start, length);
            else if (entry[66] is 1 or 2) streams.TryAdd(name, (start, length));
        }
    }

    /// <summary>Names of its streams and folders, wherever they lie.</summary>
    public IReadOnlyCollection<string> Names => streams.Keys;

    /// <summary>A stream; nothing where there is none of that name.</summary>
    public byte[]? Stream(string name)
    {
        if (!streams.TryGetValue(name, out var stream)) return null;
        return stream.Length >= miniCutoff ? Chain(stream.Start, stream.Length) : MiniChain(stream.Start, (int)stream.Length);
    }

    private List<uint> Tables()
    {
        List<uint> sectors = [];
        for (var i = 0; i < 109; i++) sectors.Add(Whole(76 + i * 4));
        var most = content.Length >> shift;
        for (var next = Whole(68); next < LastSector && sectors.Count <= most + 109;)
        {
            List<uint> more = [.. Numbers(Sector(next))];
            next = more[^1];
            sectors.AddRange(more[..^1]);
        }
        return sectors.FindAll(s => s < LastSector);
    }

    private byte[] Chain(uint start, long length)
    {
        using var bytes = new MemoryStream();
        var steps = 0;
        for (var sector = start; sector < LastSector && bytes.Length < length; sector = table[(int)sector])
        {
            if (++steps > content.Length >> shift) throw new InvalidDataException("Sectors in a circle.");
            bytes.Write(Sector(sector));
        }
        if (bytes.Length > length) bytes.SetLength(length);
        return bytes.ToArray();
    }

    private byte[] MiniChain(uint start, int length)
    {
        using var bytes = new MemoryStream();
        for (var sector = start; sector < LastSector && bytes.Length < length; sector = miniTable[(int)sector])
            bytes.Write(mini, (int)sector << miniShift, 1 << miniShift);
        bytes.SetLength(Math.Min(bytes.Length, length));
        return bytes.ToArray();
    }

    // The last sector may be cut short by the end of the file.
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var from = (long)(number + 1) << shift;
        return from < content.Length ? content.AsSpan((int)from, (int)Math.Min(1L << shift, content.Length - from)) : throw new InvalidDataException("A sector beyond the end.");
    }

    private static uint[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / 4];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]);
        return numbers;
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at));

    private uint Whole(int at) => BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at));
}
