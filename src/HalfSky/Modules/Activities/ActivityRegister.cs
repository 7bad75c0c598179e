using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>活动台账, registers.md §3.</summary>
public sealed class ActivityRegister : Register<Activity>
{
    /// <summary>The county's form.</summary>
    public ActivityRegister() : base("activity", "活动", dateLabel: "活动日期", noteLabel: "活动内容")
    {
        Icon = "confetti";
        Room = Room.Work;
        About = "一场活动记一条；签到、资料、成果、协办都记在它下面，几家合办只算一场";

        Section("办了什么");
        Text(a => a.Title, "活动名称").Required().Listed().Searched().Max(60).Called("名称", "活动主题名称", "活动主题", "服务项目", "活动项目", "活动内容");
        Kind(a => a.Kind, "类型", ("talk", "宣讲"), ("legal-education", "普法"), ("training", "培训"), ("arts-sports", "文体"), ("volunteering", "志愿服务"), ("study-trip", "研学"),
            ("shared-reading", "亲子阅读"), ("parent-child", "亲子活动"), ("family-education", "家庭教育"), ("health", "义诊健康"), ("film", "观影"), ("celebration", "节日庆祝"), ("condolence", "集中慰问"),
            ("publicity", "集中宣传"), ("friendship", "交友联谊"), ("contest", "技能竞赛"), ("exchange", "参观学习"), ("fair", "招聘展销"), ("other", "其他"))
            .Also(("talk", "宣讲会 报告会"), ("legal-education", "普法讲座 法治宣传 法治讲座"), ("training", "培训班"), ("arts-sports", "文艺 文化娱乐 文艺演出 汇演 晚会 运动会"), ("volunteering", "志愿活动"),
                ("study-trip", "研学活动"), ("shared-reading", "读书会"), ("family-education", "家庭教育讲座 家长课堂"), ("health", "义诊 健康讲座 健康宣讲"), ("film", "电影"),
                ("condolence", "慰问活动"), ("publicity", "宣传活动"), ("friendship", "相亲 交友会"), ("contest", "大赛 比赛"), ("exchange", "观摩 考察"))
            .Required().Listed().Filtered().Called("活动类型", "活动类别");
        Kinds(a => a.Topics, "主题", ("model-deeds", "典型事迹"), ("theme", "主题宣讲"), ("study", "学习宣讲"), ("congress-20", "二十大"), ("women-congress-13", "妇女十三大"),
            ("grand-talk", "巾帼大宣讲"), ("martyrs", "烈士事迹"), ("law", "普法"), ("policy", "政策"), ("law-drive", "集中普法"), ("rights-week", "维权周"), ("anti-violence", "反家暴"),
            ("anti-drugs", "禁毒"), ("anti-cult", "反邪教"), ("anti-fraud", "反诈"), ("aids", "防艾"), ("family-law", "法治家教"), ("family-education", "家庭教育"),
            ("family-tradition", "家风"), ("clean-family", "家庭助廉"), ("etiquette", "礼仪"), ("safety", "平安安全"), ("health", "健康"), ("mental-health", "心理健康"),
            ("reading", "阅读"), ("courtyard", "庭院"), ("environment", "环境整治"), ("waste-sorting", "垃圾分类"), ("planting", "植树护绿"), ("fire", "防火"), ("drowning", "防溺水"),
            ("e-commerce", "电商"), ("prosperity", "巾帼共富"), ("employment", "就业创业"), ("beauty", "美妆"), ("travel", "文旅"), ("child-observers", "儿童观察团"), ("red", "红色教育"),
            ("customs", "移风易俗"), ("dance", "广场舞"), ("singing", "歌咏"), ("elderly", "敬老"), ("plans", "两规划"), ("two-cancers", "两癌防治"), ("other", "其他"))
            .Also(("courtyard", "美丽庭院"), ("environment", "人居环境 清洁家园"), ("prosperity", "共富"), ("family-tradition", "家风家教 家规"), ("law", "民法典 法律法规"), ("study", "理论学习"))
            .Listed().Filtered().Hint("可多选").Called("活动主题");
        Kind(a => a.Festival, "节点", ("spring-festival", "春节"), ("lantern", "元宵"), ("women", "三八"), ("tree-planting", "植树节"), ("qingming", "清明"), ("reading", "世界读书日"),
            ("mothers", "母亲节"), ("family", "国际家庭日"), ("children", "六一"), ("dragon-boat", "端午"), ("anti-drugs", "6·26 禁毒日"), ("party", "七一"), ("army", "八一"),
            ("qixi", "七夕"), ("charity", "中华慈善日"), ("mid-autumn", "中秋"), ("national", "国庆"), ("double-ninth", "重阳"), ("rural-women", "农村妇女日"),
            ("world-children", "世界儿童日"), ("end-violence", "11·25 反家暴日"), ("aids", "12·1 艾滋病日"), ("constitution", "12·4 宪法日"), ("volunteers", "12·5 志愿者日"))
            .Filtered().Hint("为哪个节日办的，没有就不选");
        Number(a => a.Ordinal, "第几届").Between(1, 999).Hint("年年办的才填");

        Section("什么时候，在哪里");
        Here(a => a.Date);
        Text(a => a.Starts, "开始时间").Max(10).Hint("例如 8:30");
        Text(a => a.Ends, "结束时间").Max(10);
        Day(a => a.LastDay, "最后一天").Hint("办了几天的才填");
        LookUp(a => a.Venue, "阵地", "venue").Hint("在妇女之家、儿童之家等办的，点选一下").Called("活动阵地", "活动场地");
        Here(a => a.Place).Hint("选了阵地可不填");
        Kind(a => a.Mode, "形式", ("on-site", "现场"), ("stall", "集市摆摊"), ("courtyard", "庭院"), ("before-meal", "餐前"), ("before-dance", "舞前"), ("doorstep", "入户"),
            ("live", "线上直播"), ("screening", "集中收看")).Required().Filtered().Default("on-site").Called("活动形式", "活动方式");

        Section("谁办的，谁来了");
        Here(a => a.Org);
        LookUp(a => a.Team, "队伍", "team").Hint("由宣讲队、志愿队等办的才填").Called("志愿队伍");
        Number(a => a.Participants, "参加人数").Between(1, 1_000_000).Listed().Hint("有签到的可不填，按签到数").Called("参与人数", "人数", "活动人数", "参加人次", "参与人次", "受益人次", "覆盖人数", "惠及人数", "参训人次", "受众人次", "受众人数", "参与群众", "到场人数");
        Kinds(a => a.Audience, "对象", ("women", "妇女"), ("children", "儿童"), ("difficult-children", "困境儿童"), ("left-behind-children", "留守儿童"), ("parents", "家长"),
            ("families", "家庭"), ("elderly", "老人"), ("youth", "青年"), ("execs", "执委和妇联干部"), ("volunteers", "志愿者"), ("public", "群众")).Filtered().Hint("可多选").Called("活动对象", "参加对象", "服务对象", "受众", "面向对象", "参与对象");
        Amount(a => a.Cost, "花费").Called("经费", "活动经费", "费用", "投入经费", "经费投入", "支出", "经费支出", "花费金额");
        Text(a => a.Link, "报道链接").Max(500).Called("链接", "宣传链接", "媒体报道", "报道情况", "宣传报道链接");
        Here(a => a.Note).Called("活动简介", "内容简介");
        LookUp(a => a.Planned, "计划里的哪一场", "planned-activity").Hint("日历上安排过的才有");

        Number(a => a.Days, "天数").Derived();
        Kind(a => a.VenueKind, "阵地类型").Of("venue.kind").Derived();
        LookUp(a => a.CourseDay, "培训班的一天", "course-day").Derived();

        TitledBy(a => a.Title);
        AlsoAt("/activities/{0}/sign-in", "扫码签到", "qrcode", "record");
        AlsoAt("/activities/{0}/sign-in/paper", "纸质签到表", "printer");
        AlsoAt("/activities/{0}/text", "群里发的话", "copy");
        MatchedBy(a => a.Title, a => a.Date, a => a.Place);

        Field[] by = [FieldOf(a => a.Kind), FieldOf(a => a.Topics), FieldOf(a => a.Festival), FieldOf(a => a.Audience), FieldOf(a => a.Mode), FieldOf(a => a.VenueKind), FieldOf(a => a.Team)];
        Flow("activity.sessions", "活动场次", Unit.Sessions).Also("讲座").By(by);
        Flow("activity.participants", "活动参与人次", Unit.Attendances).Also("参与 参加 受众 覆盖 惠及 参与人数").Sum(FieldOf(a => a.Participants)).By(by);
        Flow("activity.days", "活动天数", Unit.Days).Sum(FieldOf(a => a.Days)).By(by);
        Flow("activity.cost", "活动花费", Unit.Yuan).Sum(FieldOf(a => a.Cost)).By(by);
        Flow("activity.ordinal", "活动届次", Unit.Of("届")).Max(FieldOf(a => a.Ordinal)).By(by);
        Flow("activity.venues", "办过活动的阵地", Unit.Things).Distinct(FieldOf(a => a.Venue)).By(by);
        Flow("activity.at-venues", "阵地活动场次", Unit.Sessions).Where(new Filter.Not(new Filter.Is("venue", null)), "在阵地办").By(by);
        Flow("activity.villages", "办过活动的村", Unit.Villages).Villages().By(by);
        Coverage("activity.coverage", "活动覆盖率", part: "activity.villages");
    }

    /// <inheritdoc/>
    protected override async Task Complete(Activity entry, Recording recording, CancellationToken ct)
    {
        (entry.Starts, entry.Ends) = (TimeOfDay.Tidy(entry.Starts), TimeOfDay.Tidy(entry.Ends));
        entry.Days = entry.LastDay is { } last && last > entry.Date ? last.DayNumber - entry.Date.DayNumber + 1 : 1;
        entry.VenueKind = null;
        if (entry.Venue is { } venue && await recording.FactsOf("venue", new Filter.Is("id", venue), ["kind", "place"], ct) is [var kind, long place])
        {
            entry.VenueKind = (string?)kind;
            if (entry.Place == 0) entry.Place = place;
        }
        await recording.CountParts(this, entry, "participants", "sign-in", ct);
    }

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Problem>> Judge(Activity entry, Activity? before, Recording recording, CancellationToken ct) =>
        recording.NotFewerThanParts(this, entry, "participants", "sign-in", ct);

    /// <summary>What was planned is held once the activity counts, and open again when it is taken back.</summary>
    protected override async Task Written(Activity entry, Activity? before, Recording recording, CancellationToken ct)
    {
        foreach (var planned in new[] { before?.Planned, entry.Planned }.OfType<Guid>().Distinct())
            await recording.MarkHeld(planned, entry, entry.Counts && entry.Planned == planned, ct);
    }

    /// <inheritdoc/>
    public override Problem? KeptElsewhere(Entry entry) =>
        ((Activity)entry).CourseDay is null ? null : new("activity.course-day", "这是培训班的一天，请到培训班里改。", "courseDay");
}
