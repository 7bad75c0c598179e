using System.Diagnostics;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Bench;

/// <summary>Fills the registers that have figures of their own with entries by their declarations, at random over two years.</summary>
internal sealed class Ledgers(CountyKeys keys, Action<string> say)
{
    /// <summary>What the county of the workloads brings along itself.</summary>
    public static readonly string[] Left = ["organization", "post", "target", "plan", "programme", "group", "visit"];

    private static readonly Scope Everything = Scope.Whole("the bench fills the whole county's registers");
    private readonly Random random = new(70);

    /// <summary>Writes so many entries; each register has its share, all the same one unless weighed.</summary>
    public async Task<bool> Fill(IServiceProvider services, int entries, Func<Register, int>? weigh = null)
    {
        var session = services.GetRequiredService<Session>();
        var (reference, today) = (await services.GetRequiredService<ReferenceSource>().Take(session), services.GetRequiredService<Clock>().Today);
        var registers = reference.Registers.Where(r => r.Measures.Count > 0 && r.Whole is null && !Left.Contains(r.Key)).ToList();
        var villages = reference.Places.AtDepth(Branch.Root, 3).Select(n => n.Number.Value).ToArray();
        var things = Enumerable.Range(0, 20_000).Select(_ => Uuid.New(DateTime.UtcNow)).ToArray();
        var watch = Stopwatch.StartNew();
        var parts = registers.Sum(r => weigh?.Invoke(r) ?? 1);
        foreach (var register in registers)
        {
            var store = new Store(session);
            var share = (int)((long)entries * (weigh?.Invoke(register) ?? 1) / parts);
            for (var done = 0; done < share; done += 20_000)
            {
                await session.Write(async ct =>
                {
                    await using var rows = await store.Load(register, Everything, ct);
                    for (var i = 0; i < Math.Min(20_000, share - done); i++) await rows.Add(Any(register, reference, villages, things, today), ct);
                });
            }
        }
        say($"{entries:#,##0} entries in {registers.Count} registers, {watch.Elapsed.TotalSeconds:0} s");
        watch.Restart();
        await session.Write(ct => new TallyBook(session).Fill(registers, ct));
        await session.Analyze();
        say($"counted once after the load, {watch.Elapsed.TotalSeconds:0.0} s");
        return true;
    }

    private Entry Any(Register register, Reference reference, long[] villages, Guid[] things, DateOnly today)
    {
        var entry = register.New();
        entry.Id = Uuid.New(DateTime.UtcNow);
        (entry.RecordedAt, entry.RecordedBy, entry.Version) = (DateTime.UtcNow, keys.Officer, 1);
        foreach (var field in register.Fields.Where(f => f.Sealed is null))
        {
            field.Write(entry, field.Type switch
            {
                FieldType.Kind => reference.KindsOf(field).Items is { Count: > 0 } kinds ? kinds[random.Next(kinds.Count)].Code : null,
                FieldType.Kinds => reference.KindsOf(field).Items is { Count: > 0 } kinds ? Codes.Join([kinds[random.Next(kinds.Count)].Code, kinds[random.Next(kinds.Count)].Code]) : null,
                FieldType.Number => (long)random.Next(1, 60),
                FieldType.Money => (long)random.Next(100, 100_000),
                FieldType.Flag => random.Next(2) == 0,
                FieldType.LookUp => things[random.Next(things.Length)],
                FieldType.Date => today.AddDays(-random.Next(730)),
                FieldType.Place or FieldType.Organization => villages[random.Next(villages.Length)],
                FieldType.LongText => null,
                _ => "某",
            });
        }
        entry.Org = entry.Place = villages[random.Next(villages.Length)];
        entry.Date = today.AddDays(-random.Next(730));
        if (register.Held is { } held)
        {
            var from = today.AddDays(-random.Next(730));
            held.From.Write(entry, from);
            held.To.Write(entry, random.Next(3) == 0 ? from.AddDays(1 + random.Next(900)) : null);
        }
        entry.Submit(review: random.Next(5) == 0);
        return entry;
    }
}
