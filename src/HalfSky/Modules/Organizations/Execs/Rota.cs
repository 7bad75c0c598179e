using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>A turn on duty or a reception day 轮值、接待日: from its day through its last day.</summary>
public sealed class Rota : Entry
{
    /// <summary>Post of who served.</summary>
    public Guid Holder { get; set; }

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Last day, that day included; empty for a single day.</summary>
    public DateOnly? Through { get; set; }

    /// <summary>Days served, in days.</summary>
    public long? Days { get; set; }

    /// <summary>Matters received, in 件.</summary>
    public long? Matters { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Through < Date) yield return new("rota.span", "最后一天不能早于第一天。", "through");
    }
}
