using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>The holder of a post is away 请假: what falls due meanwhile waits until a week after she is back.</summary>
public sealed class Leave : Entry
{
    /// <summary>Her post.</summary>
    public Guid Holder { get; set; }

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Away from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Back on (exclusive).</summary>
    public DateOnly? To { get; set; }
}
