using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Courses;

/// <summary>培训班台账, registers.md §10. Attendances belong to its days, people and certificates to its list.</summary>
public sealed class CourseRegister : Register<Course>
{
    /// <summary>The county's form.</summary>
    public CourseRegister() : base("course", "培训班", dateLabel: "开班日期")
    {
        Icon = "school";
        Room = Room.Work;
        Also = "培训班 办班";
        About = "自己办的培训班；每天的课算一场培训，也算一场活动，只记这一次。派人去别处参训，记“参训”";

        Section("教什么");
        Text(c => c.Title, "班名").Required().Listed().Searched().Max(80).Called("培训名称", "培训班名称", "培训班", "班次名称", "培训主题", "培训项目", "培训班次", "班次");
        Kind(c => c.Skill, "内容", ("infant-care", "育婴"), ("e-commerce", "电商"), ("live-selling", "直播带货"), ("housekeeping", "家政"), ("elder-care", "养老护理"),
            ("handicraft", "手工艺"), ("needlework", "女红"), ("cooking", "烹饪"), ("planting", "种植"), ("breeding", "养殖"), ("homestay", "民宿农家乐"), ("start-up", "创业"),
            ("tidying", "收纳整理"), ("literacy", "素质素养"), ("culture", "文艺"), ("health", "健康"), ("family", "家庭教育"), ("law", "法律维权"), ("mediation", "调解"),
            ("exec-ability", "妇女干部和执委能力"), ("leading-goose", "领头雁"), ("theory", "理论政策"), ("other", "其他")).Required().Listed().Filtered().Called("培训内容", "培训类型", "培训工种");
        Text(c => c.Subject, "具体课目").Max(30).Hint("例如 葫芦丝、八段锦；同一种写成一样，数得出几种");
        Kind(c => c.Mode, "方式", ("on-site", "现场"), ("live", "线上直播"), ("observation", "观摩研学")).Required().Listed().Filtered().Default("on-site").Called("培训方式");
        Text(c => c.Trainer, "谁来讲").Max(60).Called("讲师", "授课老师", "师资", "授课人", "培训老师", "培训教师", "培训师资", "主讲人");

        Section("给谁办，谁来办");
        Kinds(c => c.Audience, "给谁办", ("women", "妇女群众"), ("execs", "执委"), ("cadres", "妇女干部"), ("committee-women", "村两委女干部"), ("disabled-women", "残疾妇女"),
            ("unemployed-women", "下岗待业妇女"), ("rural-migrants", "转移就业妇女"), ("entrepreneurs", "女企业家和女能人"), ("union-cadres", "女工干部"), ("volunteers", "志愿者"),
            ("parents", "家长"), ("children", "儿童"), ("all", "不限")).Required().Listed().Filtered().Called("培训对象", "参训对象", "面向人群");
        Kind(c => c.Level, "哪一级办", Levels.All).Filtered().Called("主办级别", "主办单位级别", "办班级别");
        Here(c => c.Org);
        LookUp(c => c.Partner, "合办单位", "body").Hint("例如 劳动保障所、残联").Called("协办单位", "联合单位", "承办机构", "合作机构", "培训机构");

        Section("什么时候，多少人");
        Here(c => c.Date);
        Day(c => c.LastDay, "结业日期").MayBeFuture().Hint("只有一天就不用填");
        Number(c => c.Learners, "培训人数").Between(1, 100_000).Hint("没有名单才填；有名单，人数由名单数出来").Called("参训人数", "学员人数", "人数", "参训人次");
        Here(c => c.Place);
        Here(c => c.Note);
        Kind(c => c.Purpose, "培训类别", ("trade", "技能"), ("leadership", "干部能力"), ("law", "法律政策"), ("culture", "文艺素养")).Derived().Filtered();

        TitledBy(c => c.Title);
        MatchedBy(c => c.Title, c => c.Date);

        var split = new[] { FieldOf(c => c.Purpose), FieldOf(c => c.Skill), FieldOf(c => c.Audience), FieldOf(c => c.Mode), FieldOf(c => c.Level) };
        Flow("course.courses", "培训期数", Unit.Of("期")).By(split);
        Flow("course.skills", "培训种类", Unit.Of("种")).Distinct(FieldOf(c => c.Subject)).By(split);
        Flow("course.told-people", "培训人数（只报数的班）", Unit.People).Also("参训 学员 参加培训").Sum(FieldOf(c => c.Learners))
            .Where(new Filter.Not(new Filter.Is("learners", null)), "没有名单、只报人数的班；几个班都来的人无法去重").By(split);
    }

    /// <inheritdoc/>
    protected override async Task Complete(Course entry, Recording recording, CancellationToken ct)
    {
        entry.Purpose = Course.PurposeOf(entry.Skill);
        entry.Subject = string.IsNullOrWhiteSpace(entry.Subject) ? (await recording.Reference(ct)).KindsOf(this["skill"]).LabelOf(entry.Skill) : entry.Subject.Trim();
    }

    /// <summary>The number of people has one owner: the list where there is one.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(Course entry, Course? before, Recording recording, CancellationToken ct)
    {
        if (entry.Learners is null || before is null) return [];
        var list = (await recording.Reference(ct)).Register("enrolment")!;
        var enrolled = await new Query(recording.Session, list.Shape, Scope.Whole("whether the course already seen has a list"))
            .Where(new Filter.Is("course", entry.Id)).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn)))).Any(ct);
        return enrolled ? [new("course.learners", "这个班已有学员名单，人数由名单数出来。请把“培训人数”清空。", "learners")] : [];
    }
}
