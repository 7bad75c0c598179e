using HalfSky.Kernel;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Venues;

/// <summary>阵地台账, registers.md §1. The books of meetings, studies and activities print from the entries that point here.</summary>
public sealed class VenueRegister : Register<Venue>
{
    /// <summary>A venue in which nothing was held for so many days is told of.</summary>
    internal const string QuietDuty = "venue.quiet";

    /// <summary>The county's form.</summary>
    public VenueRegister() : base("venue", "阵地", dateLabel: "登记日期")
    {
        Icon = "home-star";
        Room = Room.Organization;
        About = "妇女之家、儿童之家、家长学校、微家：在哪里、有什么、开不开";

        Section("什么阵地");
        Text(v => v.Name, "名称").Required().Listed().Searched().Max(60).Called("阵地名称");
        Kind(v => v.Kind, "类型", ("women-home", "妇女之家"), ("micro-home", "妇女微家"), ("children-home", "儿童之家"), ("sisters-station", "姐妹驿站"), ("credit-shop", "巾帼信用超市"),
            ("marriage-guidance", "婚姻家庭辅导站"), ("mediation-room", "婚姻家庭调解室"), ("rights-station", "维权站"), ("parents-school", "家长学校"), ("co-education", "家校社协同育人点"),
            ("reading-base", "亲子阅读基地"), ("study-room", "乡村书房"), ("family-culture", "家风馆"), ("petition-room", "信访接待室"),
            ("activity-centre", "妇女儿童活动中心"), ("multi-purpose", "综合活动场所"), ("shared-space", "共享空间"), ("mother-baby-room", "母婴室"), ("study-tour-base", "研学实践基地"),
            ("red-education", "红色教育基地"), ("sketching-base", "写生基地"), ("exec-studio", "执委工作室"), ("counselling-room", "心理辅导室"),
            ("law-publicity", "法治宣传点"), ("other", "其他"))
            .Also(("multi-purpose", "活动场所"), ("rights-station", "维权岗"), ("parents-school", "家长学堂"), ("sisters-station", "妇女驿站")).Required().Listed().Filtered();
        Here(v => v.Org).Listed().Hint("哪个组织管");
        Here(v => v.Place).Required();
        Kind(v => v.Level, "所属层级", Levels.All).Listed().Filtered().Hint("不填就按管它的组织算");
        Day(v => v.Opened, "启用日期").Required().Listed().Default("today").Called("建成日期", "成立日期", "启用");
        Day(v => v.Closed, "关闭日期").Listed();

        Section("有什么");
        Kinds(v => v.Offers, "能做什么", ("temporary-care", "临时照料"), ("play", "游戏娱乐"), ("reading", "阅读"), ("homework", "作业辅导"), ("counselling", "心理疏导"), ("law", "法律咨询"),
            ("mediation", "调解"), ("training", "培训"), ("council", "议事"), ("sport", "文体活动"), ("nursing", "哺乳休息"), ("exchange", "积分兑换"), ("work", "就近就业"), ("study-tour", "研学"))
            .Filtered().Called("功能", "服务功能", "功能设置", "服务内容");
        Number(v => v.Rules, "上墙制度").Between(0, 999).Hint("项").Called("制度数");
        Number(v => v.Parts, "下设几个").Between(0, 999).Hint("如微家下设学院");
        Text(v => v.Hours, "开放时间").Max(60).Called("开放时段");
        Number(v => v.ServesUpTo, "服务到几岁").Between(0, 120);
        Number(v => v.Area, "面积").Between(0, 1_000_000).Hint("平方米").Called("面积平方米", "建筑面积");
        Amount(v => v.Invested, "投入资金").Called("投入金额", "建设资金", "建设投入", "投入经费");
        LongText(v => v.Equipment, "设施设备").Called("设备", "配套设施", "配备设施", "设施配备", "主要设施", "设备设施");
        Here(v => v.Note);

        TitledBy(v => v.Name);
        FiledAt("/venues/{0}", "一阵地一档");
        MatchedBy(v => v.Name, v => v.Kind, v => v.Place);
        HeldBetween(v => v.Opened, v => v.Closed);
        Duty(new(QuietDuty, "阵地开展活动", DutyCycle.Days) { Days = 90, Acts = [new("activity", "venue"), new("meeting", "venue")] });

        Stock("venue.count", "阵地", Unit.Things).By(FieldOf(v => v.Kind), FieldOf(v => v.Level), FieldOf(v => v.Offers))
            .ByDated("modelLevel", "示范级别", register: "venue-level", other: "venue", field: "level");
        FlowOn(v => v.Opened, "venue.opened", "新建阵地", Unit.Things).By(FieldOf(v => v.Kind), FieldOf(v => v.Level));
        FlowOn(v => v.Opened, "venue.invested", "阵地投入资金", Unit.Yuan).Also("投资 筹资").Sum(FieldOf(v => v.Invested)).By(FieldOf(v => v.Kind), FieldOf(v => v.Level));
        Stock("venue.rules", "上墙制度", Unit.Projects).Sum(FieldOf(v => v.Rules)).By(FieldOf(v => v.Kind), FieldOf(v => v.Level));
        Stock("venue.parts", "阵地下设", Unit.Things).Sum(FieldOf(v => v.Parts)).By(FieldOf(v => v.Kind), FieldOf(v => v.Level));
        Stock("venue.area", "阵地面积", Unit.Of("平方米")).Sum(FieldOf(v => v.Area)).By(FieldOf(v => v.Kind), FieldOf(v => v.Level));
        Stock("venue.serves-up-to", "阵地服务年龄上限", Unit.Of("岁")).Max(FieldOf(v => v.ServesUpTo)).By(FieldOf(v => v.Kind), FieldOf(v => v.Level));
        Stock("venue.villages", "有阵地的村", Unit.Villages).Villages().By(FieldOf(v => v.Kind))
            .ByDated("modelLevel", "示范级别", register: "venue-level", other: "venue", field: "level");
        Coverage("venue.coverage", "阵地覆盖率", part: "venue.villages");
    }

    /// <summary>The keeper's level is the venue's unless said otherwise.</summary>
    protected override async Task Complete(Venue entry, Recording recording, CancellationToken ct)
    {
        if (entry.Level is not null) return;
        var level = (await Nature.Of(entry.Org, recording, ct)).Level;
        if (Levels.All.Any(l => l.Code == level)) entry.Level = level;
    }
}
