using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Workbench;

/// <summary>工作台: what one opens in the morning. It knows other modules by the keys of their registers and measures alone.</summary>
public sealed class WorkbenchModule : Module
{
    /// <summary>Register of who is looked after.</summary>
    internal const string Care = "care";

    /// <summary>Register of visits.</summary>
    internal const string Visit = "visit";

    /// <summary>Register of people.</summary>
    internal const string Person = "person";

    /// <summary>Register of households.</summary>
    internal const string Household = "household";

    /// <summary>Register of who lives in which household.</summary>
    internal const string Member = "member";

    /// <summary>Register of the grids execs keep in touch with.</summary>
    internal const string ContactArea = "contact-area";

    /// <summary>Role of who answers for a village where nobody else does.</summary>
    internal const string Chair = "chair";

    /// <summary>Share of those looked after whom somebody visited.</summary>
    internal const string Coverage = "care.coverage";

    /// <summary>Visits.</summary>
    internal const string Visits = "visit.times";

    /// <inheritdoc/>
    public override string Name => "Workbench";
}
