using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>人口: people, households and who lives in which.</summary>
public sealed class PeopleModule : Module
{
    /// <inheritdoc/>
    public override string Name => "People";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers => [new PersonRegister(), new HouseholdRegister(), new MemberRegister()];
}
