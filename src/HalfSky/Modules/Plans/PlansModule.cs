using HalfSky.Modules.Plans.Assessments;
using HalfSky.Modules.Plans.Calendar;
using HalfSky.Modules.Plans.Supervisions;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans;

/// <summary>计划与目标: plans with objectives, tasks and shares, the targets figures are held against, the calendar, supervision, assessment.</summary>
public sealed class PlansModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Plans";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers =>
    [
        new ProgrammeRegister(), new PlanRegister(), new ObjectiveRegister(), new PlanTaskRegister(), new TargetRegister(), new PlanShareRegister(),
        new OccasionRegister(), new PlannedActivityRegister(), new ProblemRegister(), new SupervisionRegister(),
        new RubricRegister(), new RubricItemRegister(), new AssessmentScoreRegister(),
    ];
}
