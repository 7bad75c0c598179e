using HalfSky.Modules.Activities;
using HalfSky.Modules.Care;
using HalfSky.Modules.Growth;
using HalfSky.Modules.Notices;
using HalfSky.Modules.Organizations;
using HalfSky.Modules.People;
using HalfSky.Modules.Plans;
using HalfSky.Modules.Reports;
using HalfSky.Modules.Volunteers;
using HalfSky.Modules.Workbench;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules;

/// <summary>The modules, in order. Reading this list answers “what is there?”.</summary>
public static class Shipped
{
    /// <summary>The shipped vocabulary.</summary>
    public static Catalog Catalog() => new(
    [
        new CareModule(), new ActivitiesModule(), new VolunteersModule(), new GrowthModule(), new OrganizationsModule(), new PeopleModule(), new PlansModule(), new NoticesModule(), new ReportsModule(), new WorkbenchModule(),
    ]);
}
