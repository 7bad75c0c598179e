using HalfSky.Modules.Growth.Courses;
using HalfSky.Modules.Growth.Jobs;
using HalfSky.Modules.Growth.Workshops;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth;

/// <summary>发展: courses, jobs and those who look for them, workshops and what they sell.</summary>
public sealed class GrowthModule : Module
{
    /// <inheritdoc/>
    public override string Name => "Growth";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers =>
    [
        new CourseRegister(), new CourseDayRegister(), new EnrolmentRegister(),
        new SeekerRegister(), new IntroductionRegister(), new JobFairRegister(), new JobRegister(), new EmploymentRegister(),
        new ProductionBaseRegister(), new BaseFigureRegister(), new ProductRegister(), new ProductSaleRegister(),
    ];
}
