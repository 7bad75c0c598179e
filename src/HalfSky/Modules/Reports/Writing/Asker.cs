using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>For whom a document is written: what may be counted and seen of a register.</summary>
/// <param name="Counts">What is counted of a register.</param>
/// <param name="Sees">What is read of a register.</param>
public sealed record Asker(Func<Register, Scope> Counts, Func<Register, Scope> Sees)
{
    /// <summary>Who asks on a page.</summary>
    public static Asker Of(Desk desk) => new(desk.Counts, desk.Sees);

    /// <summary>Who holds the machine: the command line.</summary>
    public static Asker Of(Scope scope) => new(_ => scope, _ => scope);
}
