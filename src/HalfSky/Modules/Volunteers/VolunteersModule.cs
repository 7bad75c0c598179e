using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Volunteers;

/// <summary>志愿与巡护: teams, their members, hours of service, patrols.</summary>
public sealed class VolunteersModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Volunteers";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers =>
    [
        new TeamRegister(), new TeamMemberRegister(), new ServiceHoursRegister(), new PatrolRegister(), new PatrolPersonRegister(), new FindingRegister(),
    ];
}
