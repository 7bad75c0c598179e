using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Workshops;

/// <summary>基地年报数, part of registers.md §10 base: workers, women, area, output value, as of*.</summary>
public sealed class BaseFigureRegister : Register<BaseFigure>
{
    /// <summary>The county's form.</summary>
    public BaseFigureRegister() : base("base-figure", "基地年报数", dateLabel: "截至哪天")
    {
        Icon = "chart-line";
        Room = Room.Work;
        About = "一年记一次；数变了，在当年那条上改";

        Section("到那天的数");
        PartOf(f => f.Base, "基地工坊", "base", ownDay: true).Called("基地名称", "工坊名称");
        Here(f => f.Date).Called("统计日期", "截至日期", "截止日期", "统计截止日期", "统计时点");
        Number(f => f.Workers, "用工人数").Listed().Called("用工数", "用工总数", "职工人数", "从业人数", "从业人员总数", "务工人数", "吸纳就业", "从业人员");
        Number(f => f.Women, "其中女工").Listed().Called("女工人数", "女工数", "女职工人数", "其中女性", "女性从业人数", "女性人数");
        Number(f => f.LedAlong, "带动妇女").Listed().Hint("不在这里上班、跟着增收的").Called("带动妇女人数", "带动妇女数", "辐射带动", "带动人数");
        Number(f => f.Area, "面积（亩）").Digits(1).Listed();
        Amount(f => f.Output, "年产值").Listed().Called("产值");
        Here(f => f.Note);
        Copied(f => f.Kind, "类型", from: "kind");
        Copied(f => f.Level, "认定级别", from: "level");

        TitledBy(f => f.Base);

        var split = new[] { FieldOf(f => f.Kind), FieldOf(f => f.Level) };
        Flow("base-figure.workers", "基地用工", Unit.People).Sum(FieldOf(f => f.Workers)).By(split);
        Flow("base-figure.women", "基地女工", Unit.People).Sum(FieldOf(f => f.Women)).By(split);
        Flow("base-figure.led-along", "基地带动妇女", Unit.People).Also("带动妇女 吸纳妇女 务工").Sum(FieldOf(f => f.LedAlong)).By(split);
        Flow("base-figure.area", "基地面积", Unit.Of("亩", 1)).Sum(FieldOf(f => f.Area)).By(split);
        Flow("base-figure.output", "基地年产值", Unit.Yuan).Sum(FieldOf(f => f.Output)).By(split);
    }

    /// <summary>Workers of March and of June are the same workers: one set a year, or the sum would count them twice.</summary>
    protected override async Task<IReadOnlyList<Problem>> Judge(BaseFigure entry, BaseFigure? before, Recording recording, CancellationToken ct)
    {
        var year = new Query(recording.Session, Shape, Scope.Whole("the figures of a base already found in scope"))
            .Where(new Filter.Is("base", entry.Base)).Where(new Filter.Range("date", new DateOnly(entry.Date.Year, 1, 1), new DateOnly(entry.Date.Year + 1, 1, 1)))
            .Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in year.Stream(["id"], [], ct))
            if ((Guid)row[0]! != entry.Id) return [new("base-figure.year", "这一年的数已经记过一条。请在那条上改，不要另记。", "date")];
        return [];
    }
}
