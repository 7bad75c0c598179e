using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>What people write at the head of a column: the label, what else it is called, and how it is spoilt.</summary>
internal static class Labels
{
    /// <summary>Words for one field of one register, “register.field”, or for a field of any.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["visit.date"] = "走访时间 入户时间", ["visit.person"] = "走访对象 被走访人 被走访人姓名", ["visit.visitor"] = "走访干部 走访执委 走访人员", ["visit.kind"] = "走访类型 走访类别",
        ["visit.mode"] = "走访方式 走访形式", ["visit.needs"] = "需求 帮扶需求 需要解决的困难", ["visit.given"] = "慰问金额 慰问金 慰问金（品）", ["visit.note"] = "走访情况 走访内容",
        ["visit.topics"] = "宣讲内容 宣讲主题", ["visit.festival"] = "慰问节点 节日", ["visit.body"] = "走访单位", ["visit.household"] = "走访家庭 走访户",
        ["care.person"] = "姓名 关爱对象 关爱对象姓名", ["care.categories"] = "对象类别 人员类别 关爱类别", ["care.level"] = "等级", ["care.needs"] = "需求", ["care.responsible"] = "结对执委 包联执委",
        ["pairing.helper"] = "帮扶人姓名 帮扶责任人", ["pairing.person"] = "帮扶对象 被帮扶人 结对对象姓名", ["pairing.kind"] = "结对类型", ["pairing.from"] = "结对时间", ["pairing.body"] = "共建单位",
        ["wish.person"] = "心愿人 许愿人", ["wish.wanted"] = "微心愿 心愿内容", ["wish.value"] = "预计金额 价值 物品价值", ["wish.donor"] = "认领人姓名 圆梦人", ["wish.fulfilledOn"] = "圆梦时间 实现时间", ["wish.date"] = "征集时间",
        ["activity.title"] = "活动主题 活动名", ["activity.date"] = "活动时间 开展时间", ["activity.kind"] = "活动类型 活动类别", ["activity.place"] = "活动地点 开展地点", ["activity.participants"] = "参与人数 参加人次 活动人数",
        ["activity.note"] = "活动情况 活动简介", ["activity.cost"] = "活动经费 经费", ["activity.audience"] = "活动对象 参加对象", ["activity.mode"] = "活动形式", ["activity.topics"] = "活动主题类别 宣传主题", ["activity.team"] = "活动队伍",
        ["sign-in.village"] = "所在村 村名", ["sign-in.activity"] = "活动名称", ["handout.activity"] = "活动名称", ["handout.item"] = "资料类型 材料类型", ["handout.title"] = "资料名称", ["handout.copies"] = "发放份数 数量（份）",
        ["activity-result.activity"] = "活动名称", ["activity-result.result"] = "成果类型", ["activity-partner.activity"] = "活动名称", ["activity-partner.body"] = "协办单位",
        ["information-report.title"] = "信息标题 题目", ["information-report.outlet"] = "报送单位 采用媒体", ["information-report.adopted"] = "采用时间 录用日期", ["information-report.date"] = "报送时间",
        ["collected-work.title"] = "作品名", ["collected-work.kind"] = "作品类型 作品类别", ["collected-work.pieces"] = "作品件数 作品数量", ["collected-work.person"] = "作者姓名", ["policy-delivery.title"] = "宣传内容", ["policy-delivery.households"] = "送达户数",
        ["consultation.note"] = "咨询内容 咨询事项", ["consultation.person"] = "咨询人 来访人", ["consultation.channel"] = "来访方式 咨询方式", ["consultation.onSpot"] = "是否当场答复", ["consultation.date"] = "咨询时间 来访时间", ["consultation.kind"] = "咨询类型", ["consultation.people"] = "咨询人次",
        ["opinion.title"] = "事项 反映事项", ["opinion.person"] = "反映人 提出人", ["opinion.source"] = "来源", ["opinion.answer"] = "答复情况 办理情况", ["opinion.answeredOn"] = "答复时间", ["opinion.date"] = "提出时间 反映时间",
        ["incident.title"] = "事件名称 事件", ["incident.kind"] = "事件类型", ["incident.note"] = "事件经过", ["incident.people"] = "涉事人数", ["incident.date"] = "事发日期",
        ["team.name"] = "队伍名称", ["team.kind"] = "队伍类型", ["team.leader"] = "负责人 队长姓名", ["team.headcount"] = "人数 队伍人数", ["team-member.team"] = "队伍名称 所属队伍", ["team-member.from"] = "入队时间",
        ["service.person"] = "志愿者姓名 姓名", ["service.date"] = "服务时间", ["service.hours"] = "服务时长 时长（小时）", ["service.kind"] = "服务项目 服务类型", ["service.note"] = "服务情况", ["service.activity"] = "活动名称", ["service.team"] = "所属队伍",
        ["patrol.team"] = "巡护队伍", ["patrol.route"] = "巡护路线", ["patrol.people"] = "巡护人数 参与人数", ["patrol.date"] = "巡护时间", ["finding.settled"] = "是否当场处置", ["finding.spots"] = "处数 数量（处）",
        ["course.title"] = "培训班名称 班次名称 培训名称", ["course.skill"] = "培训内容", ["course.learners"] = "参训人数", ["course.trainer"] = "授课人 讲师 授课老师", ["course.audience"] = "培训对象", ["course.mode"] = "培训方式", ["course.date"] = "开班时间 培训时间",
        ["course.level"] = "主办层级", ["course-day.course"] = "培训班名称", ["course-day.date"] = "培训日期 上课日期", ["course-day.topic"] = "授课内容 培训内容", ["course-day.attendance"] = "实到人数 参训人数", ["course-day.hours"] = "课时 学时",
        ["enrolment.course"] = "培训班名称", ["enrolment.finished"] = "是否结业", ["enrolment.certificate"] = "证书类型", ["seeker.wants"] = "求职意向 意向岗位", ["seeker.skills"] = "技能 技能特长", ["seeker.person"] = "求职人 求职者姓名",
        ["introduction.job"] = "推荐岗位", ["introduction.employer"] = "用人单位", ["introduction.result"] = "推荐结果", ["job-fair.title"] = "招聘会名称", ["job-fair.firms"] = "参会企业数 企业数", ["job-fair.posts"] = "岗位数", ["job-fair.seekers"] = "求职人次", ["job-fair.agreed"] = "达成意向数 达成意向人数", ["job-fair.date"] = "举办时间",
        ["job.title"] = "岗位名称 招聘岗位", ["job.number"] = "招聘人数 需求人数", ["job.body"] = "用人单位 招聘单位", ["job.openUntil"] = "截止时间", ["employment.employer"] = "就业单位 用人单位", ["employment.date"] = "就业时间 上岗时间", ["employment.found"] = "是否在岗", ["employment.number"] = "就业人数", ["employment.form"] = "就业形式", ["employment.source"] = "就业途径",
        ["base.name"] = "基地名称 工坊名称", ["base.ledBy"] = "负责人", ["base.opened"] = "建成时间", ["base.kind"] = "基地类型", ["base-figure.base"] = "基地名称", ["base-figure.workers"] = "用工数", ["base-figure.ledAlong"] = "带动妇女人数", ["base-figure.women"] = "女工人数",
        ["product.name"] = "产品名称 好物名称", ["product.category"] = "产品类别", ["product-sale.product"] = "产品名称", ["product-sale.amount"] = "销售金额", ["product-sale.channel"] = "销售渠道", ["product-sale.orders"] = "订单数",
        ["organization.name"] = "组织名称", ["organization.kind"] = "组织类型", ["organization.level"] = "组织层级", ["organization.parent"] = "上级组织", ["organization.from"] = "成立时间 组建时间", ["post.role"] = "现任职务 妇联职务", ["post.org"] = "所在组织 所在妇联", ["post.from"] = "任职时间", ["post.to"] = "卸任时间", ["post.means"] = "产生形式",
        ["venue.name"] = "阵地名称", ["venue.kind"] = "阵地类型", ["venue.opened"] = "建成日期 启用时间", ["venue.area"] = "建筑面积 使用面积", ["venue.offers"] = "功能 服务功能", ["venue.equipment"] = "设备", ["venue-level.venue"] = "阵地名称", ["venue-level.from"] = "认定时间",
        ["meeting.title"] = "会议名称 会议主题", ["meeting.date"] = "会议时间 召开时间", ["meeting.present"] = "参会人数", ["meeting.kind"] = "会议类型", ["meeting.agenda"] = "会议议程 会议内容", ["attendance.meeting"] = "会议名称", ["contact-area.exec"] = "联系执委 执委姓名", ["contact-area.women"] = "妇女数", ["contact-area.children"] = "儿童数", ["contact-area.specialFamilies"] = "特殊家庭数（户）",
        ["rota.holder"] = "值班人 轮值执委", ["rota.date"] = "开始日期", ["rota.through"] = "结束日期", ["adopted-project.title"] = "项目名称 领办项目", ["adopted-project.exec"] = "领办执委", ["adopted-project.done"] = "完成时间 完成日期", ["adopted-project.result"] = "完成情况 办理结果", ["adopted-project.forWhom"] = "服务对象",
        ["duty-report.year"] = "年度 述职年度", ["duty-report.score"] = "测评分数 得分", ["duty-report.grade"] = "评定等次 等次", ["own-training.title"] = "培训名称", ["own-training.hours"] = "培训学时", ["own-training.date"] = "培训时间 参训时间", ["own-training.heldBy"] = "主办单位 举办单位", ["own-training.result"] = "考核结果",
        ["talent.kinds"] = "人才类别", ["talent.speciality"] = "专长", ["talent.level"] = "人才级别", ["congress.ordinal"] = "届次", ["congress.date"] = "换届时间 召开时间", ["congress.delegates"] = "代表数 应到人数", ["congress.present"] = "实到代表 实到人数", ["representation.women"] = "女性数 其中女性", ["representation.total"] = "总数",
        ["work-rule.title"] = "制度名称", ["work-rule.from"] = "施行时间 实施日期", ["group.name"] = "片区名称", ["leave.holder"] = "请假人", ["leave.from"] = "请假开始日期 起始日期", ["leave.to"] = "返岗日期 销假日期", ["leave.kind"] = "请假原因 请假事由", ["holiday.name"] = "假期名称 节假日名称", ["holiday.date"] = "放假日期 开始日期", ["holiday.through"] = "结束日期",
        ["person.birth"] = "出生年月日 生日", ["person.ageTold"] = "年龄", ["person.address"] = "家庭住址", ["person.registered"] = "户籍所在地", ["person.education"] = "文化程度 最高学历", ["person.marriage"] = "婚姻状况", ["person.employment"] = "就业状况 就业情况", ["person.health"] = "健康状况 身体状况", ["person.occupation"] = "从事职业", ["person.school"] = "就读学校", ["person.grade"] = "就读年级", ["person.guardian"] = "监护人姓名", ["person.disability"] = "残疾类型",
        ["household.head"] = "户主姓名", ["household.number"] = "户编号", ["household.address"] = "家庭住址 详细住址", ["household.housing"] = "住房情况 住房类型", ["household.marks"] = "家庭类型", ["member.household"] = "户主 所在家庭", ["member.relation"] = "与户主的关系 家庭关系", ["person-income.kind"] = "收入类别",
        ["body.name"] = "单位名称", ["body.kind"] = "单位类型 单位性质", ["body.staff"] = "职工数 职工总数", ["body.women"] = "女职工数", ["body.contact"] = "联系人姓名 负责人", ["body.phone"] = "电话 联系方式", ["body.hasUnion"] = "是否建工会", ["programme.name"] = "项目名称 品牌名称", ["programme.kind"] = "项目类型", ["programme.budget"] = "预算金额", ["programme.spent"] = "已用资金", ["programme.results"] = "项目成效",
        ["plan.title"] = "计划名称", ["plan-task.text"] = "工作任务 任务内容", ["plan-task.due"] = "完成时限 办结时限", ["plan-task.done"] = "完成日期", ["plan-task.owner"] = "责任单位 牵头组织", ["problem.text"] = "存在问题 问题内容", ["problem.remedy"] = "整改措施", ["problem.deadline"] = "整改时限 整改期限", ["problem.closed"] = "整改完成日期", ["problem.owner"] = "责任单位",
        ["supervision.title"] = "督办事项", ["supervision.deadline"] = "办结时限 答复期限", ["supervision.demand"] = "督办要求", ["planned-activity.date"] = "计划日期 计划时间", ["planned-activity.outcome"] = "完成情况", ["rubric.year"] = "考核年度", ["rubric-item.text"] = "考核内容 考核指标", ["rubric-item.points"] = "分值", ["notice.number"] = "文件号 发文字号", ["notice.title"] = "文件标题 文件名称", ["notice.from"] = "发文单位", ["notice.deadline"] = "回复时限",
        ["collection.title"] = "表名 表格名称", ["collection.deadline"] = "上交期限 截止日期", ["report.title"] = "总结标题",
        ["person.phones"] = "联系电话 手机号 手机号码 联系方式 电话号码", ["person.idNumber"] = "身份证号码 公民身份号码 身份证 证件号码",
    };

    private static readonly Dictionary<FieldType, string> Usual = new() { [FieldType.Place] = "村 村名 所在村 所属村 行政村 村（社区）", [FieldType.Organization] = "妇联组织 所属妇联" };

    /// <summary>What else people call it.</summary>
    public static IReadOnlyList<string> Others(Register register, Field field) =>
        [.. (Words.GetValueOrDefault(register.Key + "." + field.Key) ?? (field is { Key: "place", Type: FieldType.Place } or { Key: "org", Type: FieldType.Organization } ? Usual[field.Type]
            : field.Key is "note" && field.Label is "备注" ? "说明 备注说明" : "")).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            .. field.Type is FieldType.Date && field.Label.EndsWith("日期", StringComparison.Ordinal) ? [field.Label[..^2] + "时间"] : Array.Empty<string>()];

    /// <summary>What the phone or identity number beside a name is called.</summary>
    public static string Beside(string key, Random random)
    {
        var words = Words["person." + key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]].Split(' ');
        return words[random.Next(words.Length)];
    }

    /// <summary>The words without ornament, by which two heads are one.</summary>
    public static string Bare(string label) => new([.. label.Where(char.IsLetterOrDigit)]);

    /// <summary>As people type it: blanks within, a star, line breaks, full-width brackets, “必填”.</summary>
    public static string Ornate(string label, Random random, bool mayBreak) => random.Next(14) switch
    {
        0 when label.Length is 2 => $"{label[0]}　{label[1]}",
        1 when label.Length is 2 => $"{label[0]}  {label[1]}",
        2 when label.Length is 3 => string.Join(' ', label.ToCharArray()),
        3 => "*" + label,
        4 => label + "（必填）",
        5 when mayBreak && label.Length > 3 => label[..(label.Length / 2)] + "\n" + label[(label.Length / 2)..],
        6 => " " + label + " ",
        7 => label + "：",
        8 => label.Replace('（', '(').Replace('）', ')'),
        9 => label + "\u200b",
        _ => label,
    };
}
