using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>请假台账: duties wait for who is away (D18).</summary>
public sealed class LeaveRegister : Register<Leave>
{
    /// <summary>The county's form.</summary>
    public LeaveRegister() : base("leave", "请假", dateLabel: "登记日期")
    {
        Icon = "calendar-off";
        Room = Room.Organization;
        About = "谁哪几天不在；这几天到期的待办，顺延到回来后一周";

        Section("谁请假");
        LookUp(l => l.Holder, "谁", "post").Required().Listed().Called("请假人", "姓名", "请假人员");
        Kind(l => l.Kind, "原因", ("sick", "生病"), ("birth", "生育"), ("family", "家里有事"), ("away", "外出务工"), ("study", "外出学习"), ("other", "其他")).Listed().Filtered().Called("请假事由", "事由", "请假原因", "请假类型");
        Day(l => l.From, "从哪天").Required().Listed().MayBeFuture().Default("today").Called("起始日期", "开始日期", "请假日期");
        Day(l => l.To, "哪天回来").Required().Listed().MayBeFuture().Hint("这一天已经回来").Called("销假日期", "返岗日期", "结束日期");
        Here(l => l.Org);
        Here(l => l.Place);
        Here(l => l.Note);

        TitledBy(l => l.Holder);
        HeldBetween(l => l.From, l => l.To);
        MarksLeave(l => l.Holder, l => l.From, l => l.To);
        Stock("leave.people", "请假的人", Unit.People).Distinct(FieldOf(l => l.Holder)).By(FieldOf(l => l.Kind));
    }
}
