using HalfSky.Kernel;

namespace HalfSky.Platform.Registers;

/// <summary>A group of places 片区, with who belonged to it when.</summary>
/// <param name="Id">Its entry.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Places with their days.</param>
public sealed record PlaceGroup(Guid Id, string Name, IReadOnlyList<PlaceGroup.Member> Members)
{
    /// <summary>A place's time in the group.</summary>
    /// <param name="Place">The place and all below it.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">The day it left; null while it belongs.</param>
    public sealed record Member(Branch Place, DateOnly From, DateOnly? To);
}
