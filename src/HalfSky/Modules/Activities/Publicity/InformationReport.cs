using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>An information report 信息报送: a piece sent to an outlet, and whether it was adopted.</summary>
public sealed class InformationReport : Entry
{
    /// <summary>Title of the piece.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where it was sent.</summary>
    public string Outlet { get; set; } = "";

    /// <summary>Level of the outlet.</summary>
    public string? Level { get; set; }

    /// <summary>The day it was printed or taken up.</summary>
    public DateOnly? Adopted { get; set; }

    /// <summary>Where it can be read.</summary>
    public string? Link { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Adopted is { } adopted && adopted < Date) yield return new("information-report.adopted", "采用日期不能早于报送日期。", "adopted");
    }
}
