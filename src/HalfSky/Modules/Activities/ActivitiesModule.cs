using HalfSky.Modules.Activities.Publicity;
using HalfSky.Modules.Activities.Voices;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>活动: what is held, what is spread, and what women say.</summary>
public sealed class ActivitiesModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Activities";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers =>
    [
        new ActivityRegister(), new SignInRegister(), new HandoutRegister(), new ActivityResultRegister(), new ActivityPartnerRegister(),
        new InformationReportRegister(), new CollectedWorkRegister(), new PolicyDeliveryRegister(), new DeliveredHouseholdRegister(),
        new ConsultationRegister(), new OpinionRegister(), new IncidentRegister(),
    ];
}
