using HalfSky.Modules.Organizations.Execs;
using HalfSky.Modules.Organizations.Venues;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>强组织: organisations and posts, and the roles that posts give.</summary>
public sealed class OrganizationsModule : Module
{
    private static readonly string[] Exec =
        ["person.read", "person.record", "household.read", "household.record", "member.read", "member.record", "care.read", "care.record",
         "visit.read", "visit.record", "own.read", "own.record", "organization.read", "post.read", "*.measure",
         "body.read", "meeting.read", "meeting.record", "venue.read", "talent.read", "talent.record", "own-training.read", "own-training.record", "contact-area.read", "rota.read", "rota.record",
         "adopted-project.read", "adopted-project.record", "duty-report.read", "duty-report.record", "congress.read", "group.read", "work-rule.read", "programme.read", "plan.read", "target.read",
         "activity.read", "activity.record", "team.read", "team.record", "service.read", "service.record", "patrol.read", "patrol.record", "consultation.read", "consultation.record",
         "information-report.read", "information-report.record", "collected-work.read", "collected-work.record", "policy-delivery.read", "policy-delivery.record",
         "opinion.read", "opinion.record", "incident.read", "incident.record",
         "course.read", "course.record", "seeker.read", "seeker.record", "job.read", "job-fair.read", "employment.read", "employment.record", "base.read", "product.read",
         "pairing.read", "pairing.record", "wish.read", "wish.record", "leave.read", "leave.record", "zero-report.read", "zero-report.record", "holiday.read",
         "occasion.read", "planned-activity.read", "planned-activity.record", "problem.read", "problem.record", "supervision.read", "supervision.reply",
         "notice.read", "notice.record", "collection.read", "collection.record"];

    private static readonly string[] Officer = ["*.read", "*.record", "*.verify", "*.export", "*.unseal", "*.measure", "*.summary", "any.report", "supervision.reply", "admin.invite", "admin.posts"];

    /// <inheritdoc/>
    public override string Name => "Organizations";

    /// <inheritdoc/>
    public override IEnumerable<Register> Registers =>
    [
        new OrganizationRegister(), new PostRegister(), new VenueRegister(), new VenueLevelRegister(), new MeetingRegister(), new AttendanceRegister(), new ContactAreaRegister(),
        new RotaRegister(), new AdoptedProjectRegister(), new DutyReportRegister(), new OwnTrainingRegister(), new TalentRegister(), new CongressRegister(), new RepresentationRegister(),
        new WorkRuleRegister(), new VillageGroupRegister(), new GroupMemberRegister(), new LeaveRegister(), new ZeroReportRegister(), new HolidayRegister(),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Role> Roles =>
    [
        new("exec", "执委", Exec),
        new("group-leader", "妇女小组长", Exec),
        new("delegate", "代表", []),
        new("part-time-vice", "兼职副主席", Exec),
        new("vice", "副主席", [.. Exec, "*.verify", "*.export"]),
        new("chair", "主席", [.. Exec, "post.record", "*.verify", "*.export", "*.unseal", "*.summary", "report.read", "report.record"], Leads: true),
        new("officer", "乡镇专干", Officer, Leads: true),
        new("county", "县妇联干部", [.. Officer, "admin.kinds", "admin.registers", "admin.measures", "admin.places", "admin.settings", "admin.log"], Leads: true),
        new("auditor", "审计员", ["*.read", "*.measure", "admin.log"]),
        new(Platform.Access.Roles.Administrator, "系统管理员", ["admin.*", "organization.read", "organization.record", "post.read", "post.record", "person.read", "person.record"]),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Limit> Limits => Organizations.Limits.All;

    /// <inheritdoc/>
    public override IEnumerable<Permission> Permissions =>
    [
        new("admin.accounts", "管账号"), new("admin.invite", "邀请执委"), new("admin.recovery", "打印恢复单"), new("admin.posts", "管任职"), new("admin.kinds", "管类别"),
        new("admin.registers", "自设台账"), new("admin.measures", "自设口径"), new("admin.places", "管地点"), new("admin.settings", "改设置"), new("admin.log", "看日志"), new("any.measure", "看数字"), new("any.summary", "写总结"), new("any.report", "报出数字"),
    ];
}
