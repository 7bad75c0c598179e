using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HalfSky.Bench;

/// <summary>How fast the load was.</summary>
internal sealed record LoadRate(long Entries, TimeSpan Took)
{
    public double Rate => Took > TimeSpan.Zero ? Entries / Took.TotalSeconds : 0;
}

/// <summary>All that was measured: a table for people, JSON for comparing runs.</summary>
internal sealed class Report(string database, bool quick, Size size)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<(string Name, IReadOnlyList<Times> Sides)> works = [];
    private readonly List<(string Name, double Value, string Unit)> facts = [];

    /// <summary>The load.</summary>
    public LoadRate Load { get; set; } = new(0, TimeSpan.Zero);

    /// <summary>Something answered wrongly.</summary>
    public bool Failed { get; private set; }

    /// <summary>Adds a workload.</summary>
    public void Add(string name, IReadOnlyList<Times> sides) => works.Add((name, sides));

    /// <summary>Adds a single value.</summary>
    public void Add(string name, double value, string unit) => facts.Add((name, value, unit));

    /// <summary>Both sides of a comparison must say the same, or the comparison is worth nothing.</summary>
    public void Demand(string name, long expected, long found)
    {
        if (expected == found) return;
        Failed = true;
        Console.WriteLine($"WRONG {name}: bare SQL says {expected}, the program {found}");
    }

    /// <summary>A limit was passed.</summary>
    public void Break(string what)
    {
        Failed = true;
        Console.WriteLine("TOO MUCH " + what);
    }

    /// <summary>The table.</summary>
    public void Print(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"{database}{(quick ? ", quick" : "")}: load {Load.Rate:#,##0} visits a second");
        foreach (var (name, value, unit) in facts) to.WriteLine($"  {name,-44}{value.ToString("#,##0.#", CultureInfo.InvariantCulture),10} {unit}");
        to.WriteLine($"  {"",-42}{"side",-8}{"p50 ms",9}{"p95 ms",9}{"a second",10}{"× bare",8}{"cpu ms",9}{"× bare",8}");
        foreach (var (name, sides) in works)
            foreach (var side in sides)
                to.WriteLine($"  {(side == sides[0] ? name : ""),-42}{side.Side,-8}{side.P50,9:0.00}{side.P95,9:0.00}{side.Rate,10:#,##0}{side.P50 / sides[0].P50,8:0.0}{side.CpuEach,9:0.00}{side.CpuEach / sides[0].CpuEach,8:0.0}");
    }

    /// <summary>Writes the JSON.</summary>
    public string Save(string folder)
    {
        var body = new JsonObject
        {
            ["at"] = DateTime.UtcNow.ToString("s", CultureInfo.InvariantCulture) + "Z",
            ["database"] = database,
            ["quick"] = quick,
            ["size"] = JsonSerializer.SerializeToNode(size),
            ["processors"] = Environment.ProcessorCount,
            ["load"] = new JsonObject { ["visits"] = Load.Entries, ["seconds"] = Load.Took.TotalSeconds, ["rate"] = Load.Rate },
            ["facts"] = new JsonArray([.. facts.Select(f => new JsonObject { ["name"] = f.Name, ["value"] = f.Value, ["unit"] = f.Unit })]),
            ["workloads"] = new JsonArray([.. works.Select(w => new JsonObject
            {
                ["name"] = w.Name,
                ["sides"] = new JsonArray([.. w.Sides.Select(s => new JsonObject
                {
                    ["side"] = s.Side, ["n"] = s.Count, ["p50"] = s.P50, ["p95"] = s.P95, ["rate"] = s.Rate, ["ratio"] = s.P50 / w.Sides[0].P50, ["cpu"] = s.CpuEach, ["cpuRatio"] = w.Sides[0].CpuEach > 0 ? s.CpuEach / w.Sides[0].CpuEach : null,
                })]),
            })]),
        };
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{database}{(quick ? "-quick" : "")}.json");
        File.WriteAllText(file, body.ToJsonString(Readable));
        return file;
    }
}
