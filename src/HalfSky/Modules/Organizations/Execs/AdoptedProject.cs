using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>A project an exec has taken on 领办项目; its day is the day she took it on.</summary>
public sealed class AdoptedProject : Entry
{
    /// <summary>What.</summary>
    public string Title { get; set; } = "";

    /// <summary>Field of work.</summary>
    public string? Kind { get; set; }

    /// <summary>Post of the exec.</summary>
    public Guid Exec { get; set; }

    /// <summary>For whom.</summary>
    public string? ForWhom { get; set; }

    /// <summary>Done on.</summary>
    public DateOnly? Done { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Done < Date) yield return new("adopted-project.done", "办成日期不能早于领办日期。", "done");
        if (Done is not null && string.IsNullOrWhiteSpace(Result)) yield return new("adopted-project.result", "填了办成日期，请写一句办成了什么。", "result");
    }
}
