using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>轮值台账, registers.md §1.</summary>
public sealed class RotaRegister : Register<Rota>
{
    /// <summary>The county's form.</summary>
    public RotaRegister() : base("rota", "轮值", dateLabel: "第一天")
    {
        Icon = "calendar-event";
        Room = Room.Organization;
        About = "执委轮值、主席接待日：谁、哪几天、接了几件";

        Section("谁值哪几天");
        LookUp(r => r.Holder, "值守人", "post").Required().Listed().Called("轮值执委", "值班人", "值守人员", "值班执委", "值班人员", "轮值人员", "轮值主席");
        Kind(r => r.Kind, "类型", ("exec", "执委轮值"), ("chair", "主席轮值"), ("reception", "主席接待日")).Required().Listed().Filtered().Default("exec");
        Here(r => r.Date).MayBeFuture().Called("开始日期", "轮值日期", "值班日期");
        Day(r => r.Through, "最后一天").Listed().MayBeFuture().Hint("只有一天就不填").Called("结束日期", "轮值止", "值班止", "止");
        Number(r => r.Days, "天数").Derived().Listed();
        Number(r => r.Matters, "接到几件").Listed().Between(0, 9999).Called("接待件数", "接件数", "接待事项", "受理件数");
        Here(r => r.Org);
        Here(r => r.Place);
        Here(r => r.Note);

        TitledBy(r => r.Holder);
        Flow("rota.times", "轮值接待", Unit.Times).By(FieldOf(r => r.Kind));
        Flow("rota.days", "轮值接待天数", Unit.Days).Sum(FieldOf(r => r.Days)).By(FieldOf(r => r.Kind));
        Flow("rota.matters", "轮值接到的事", Unit.Matters).Sum(FieldOf(r => r.Matters)).By(FieldOf(r => r.Kind));
        Flow("rota.people", "轮值接待的人", Unit.People).Distinct(FieldOf(r => r.Holder)).By(FieldOf(r => r.Kind));
    }

    /// <inheritdoc/>
    protected override Task Complete(Rota entry, Recording recording, CancellationToken ct)
    {
        entry.Days = (entry.Through ?? entry.Date).DayNumber - entry.Date.DayNumber + 1;
        return Task.CompletedTask;
    }
}
