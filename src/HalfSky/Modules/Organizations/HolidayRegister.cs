using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>放假安排台账: nothing is due on these days.</summary>
public sealed class HolidayRegister : Register<Holiday>
{
    /// <summary>The county's form.</summary>
    public HolidayRegister() : base("holiday", "放假安排", dateLabel: "第一天")
    {
        Icon = "calendar-off";
        Room = Room.Organization;
        About = "每年国务院办公厅通知的放假日子；落在里面的待办顺延到假后第一天。法定节日本身不用填";

        Section("放哪几天");
        Text(h => h.Name, "名称").Required().Listed().Searched().Max(20).Hint("如 春节").Called("节日", "假日名称", "节假日", "节假日名称");
        Here(h => h.Date).MayBeFuture().Called("开始日期", "放假日期", "起始日期");
        Day(h => h.Through, "最后一天").Listed().MayBeFuture().Hint("只放一天就不填").Called("结束日期", "结束");
        Here(h => h.Org);
        Here(h => h.Place);
        Here(h => h.Note);

        TitledBy(h => h.Name);
        MarksRest(h => h.Date, h => h.Through);
        Flow("holiday.times", "放假", Unit.Times);
    }
}
