using System.Buffers.Binary;
using HalfSky.Kernel;

namespace HalfSky.Host.Demo;

/// <summary>All chance of the demo, from one seed: the same seed and day make the same county.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>True with this share.</summary>
    public bool Happens(double share) => random.NextDouble() < share;

    /// <summary>A number from a first to a last, both included.</summary>
    public int Between(int first, int last) => random.Next(first, last + 1);

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    /// <summary>One of them by weight.</summary>
    public T Of<T>(params ReadOnlySpan<(T Value, int Weight)> all)
    {
        var total = 0;
        foreach (var (_, weight) in all) total += weight;
        var at = random.Next(total);
        foreach (var (value, weight) in all)
        {
            if ((at -= weight) < 0) return value;
        }
        return all[^1].Value;
    }

    /// <summary>A character of a text.</summary>
    public string Rune(string all)
    {
        var runes = all.EnumerateRunes().ToArray();
        return runes[random.Next(runes.Length)].ToString();
    }

    /// <summary>A day from a first to a last, both included; the first when they are the wrong way round.</summary>
    public DateOnly Day(DateOnly first, DateOnly last) => last <= first ? first : first.AddDays(random.Next(last.DayNumber - first.DayNumber + 1));

    /// <summary>An instant of the day between two hours in China.</summary>
    public DateTime Hour(DateOnly day, int from, int to) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(from - 8).AddSeconds(random.Next((to - from) * 3600));

    /// <summary>The order shuffled.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> all)
    {
        var list = all.ToArray();
        random.Shuffle(list);
        return [.. list];
    }

    /// <summary>A UUIDv7 of the instant whose random part comes from the seed too.</summary>
    public Guid Id(DateTime utc)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, new DateTimeOffset(utc).ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(bytes, bigEndian: true);
    }
}
