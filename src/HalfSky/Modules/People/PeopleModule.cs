using HalfSky.Platform.Registers;

namespace HalfSky.Modules.People;

/// <summary>人口与单位: people, households, who lives in which, what holds of whom from when to when, and bodies.</summary>
public sealed class PeopleModule : Module
{
    /// <inheritdoc/>
    public override string Name => "People";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers =>
        [new PersonRegister(), new HouseholdRegister(), new MemberRegister(), new PersonIncomeRegister(), new ResidenceChangeRegister(), new BodyRegister()];
}
