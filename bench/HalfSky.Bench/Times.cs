using System.Diagnostics;

namespace HalfSky.Bench;

/// <summary>Durations of one side of a workload, in milliseconds.</summary>
internal sealed class Times(string side)
{
    private readonly List<double> all = [];

    /// <summary>bare, engine, api or page.</summary>
    public string Side => side;

    /// <summary>How many.</summary>
    public int Count => all.Count;

    /// <summary>Median.</summary>
    public double P50 => At(0.5);

    /// <summary>Nineteen of twenty are faster.</summary>
    public double P95 => At(0.95);

    /// <summary>Processor time of all runs: the measure that a busy machine does not spoil.</summary>
    public TimeSpan Cpu { get; set; }

    /// <summary>Processor milliseconds a run.</summary>
    public double CpuEach => Cpu.TotalMilliseconds / Count;

    /// <summary>A second, when it says how long all of them took together; for work of several clients.</summary>
    public TimeSpan? Took { get; set; }

    /// <summary>Number done in a second.</summary>
    public double Rate => Took is { } took ? Count / took.TotalSeconds : 1000 / all.Average();

    /// <summary>Measures one run.</summary>
    public async Task<T> Add<T>(Func<Task<T>> work)
    {
        var from = Stopwatch.GetTimestamp();
        var result = await work();
        var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        lock (all) all.Add(took);
        return result;
    }

    private double At(double share)
    {
        var sorted = all.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
