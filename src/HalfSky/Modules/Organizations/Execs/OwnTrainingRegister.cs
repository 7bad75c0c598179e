using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>参训考核台账, registers.md §1: what our own people went to; courses held for others stand in the register of courses.</summary>
public sealed class OwnTrainingRegister : Register<OwnTraining>
{
    /// <summary>The county's form.</summary>
    public OwnTrainingRegister() : base("own-training", "参训考核", dateLabel: "参加日期")
    {
        Icon = "school";
        Room = Room.Organization;
        About = "妇联干部和执委自己参加的培训、考核；给别人办的培训班不记在这里";

        Section("谁参加什么");
        LookUp(t => t.Person, "姓名", "person").Required().Listed().Called("参训人员", "参训人");
        Text(t => t.Title, "名称").Required().Listed().Searched().Max(80).Called("培训名称", "培训班名称", "培训班次", "学习名称", "培训内容");
        Kind(t => t.Kind, "类型", ("training", "培训"), ("examination", "考核考试"), ("study-tour", "观摩考察"), ("exchange", "交流座谈")).Required().Listed().Filtered().Default("training");
        Here(t => t.Date);
        Text(t => t.HeldBy, "谁办的").Max(60).Called("主办单位", "举办单位", "组织单位");
        Kind(t => t.Level, "主办级别", Levels.All).Listed().Filtered();
        Kind(t => t.Mode, "方式", ("on-site", "现场"), ("online", "线上")).Filtered().Default("on-site");
        Number(t => t.Hours, "学时").Digits(1).Between(0, 99_990).Called("课时");
        Kind(t => t.Result, "结果", ("attended", "参加"), ("passed", "合格"), ("certificate", "取得证书"), ("failed", "未通过")).Listed().Filtered().Called("考核结果", "是否合格", "培训结果", "考试成绩", "成绩");
        Here(t => t.Place);
        Here(t => t.Org);
        Here(t => t.Note);
        Kind(t => t.Role, "职务").Of("post.role").Derived();
        Kind(t => t.OrgLevel, "任职层级").Of("organization.level").Derived();

        TitledBy(t => t.Title);
        MatchedBy(t => t.Person, t => t.Title, t => t.Date);
        Flow("own-training.attendances", "参训考核人次", Unit.Attendances).By(Dimensions);
        Flow("own-training.people", "参训考核的人", Unit.People).Distinct(FieldOf(t => t.Person)).By(Dimensions);
        Flow("own-training.hours", "参训学时", Unit.Hours).Sum(FieldOf(t => t.Hours)).By(Dimensions);
    }

    private Field[] Dimensions =>
        [FieldOf(t => t.OrgLevel), FieldOf(t => t.Role), FieldOf(t => t.Kind), FieldOf(t => t.Mode), FieldOf(t => t.Level), FieldOf(t => t.Result)];

    /// <summary>The post she held that day, the highest where she holds several.</summary>
    protected override async Task Complete(OwnTraining entry, Recording recording, CancellationToken ct)
    {
        var post = (await Nature.PostsOf(entry.Person, entry.Date, recording, ct)).FirstOrDefault();
        (entry.Role, entry.OrgLevel) = (post?.Role, post is null ? null : (await Nature.Of(post.Org, recording, ct)).Level);
    }
}
