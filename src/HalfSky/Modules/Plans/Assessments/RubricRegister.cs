using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>目标考核, registers.md §2: scores of organisations, never of people.</summary>
public sealed class RubricRegister : Register<Rubric>
{
    /// <summary>The county's form.</summary>
    public RubricRegister() : base("rubric", "考核办法", dateLabel: "印发日期")
    {
        Icon = "clipboard-check";
        Room = Room.Results;
        About = "年终考核：按口径的项目自己算，人评的项目要佐证；只考组织，不给人排名";

        Section("什么考核");
        Text(r => r.Title, "名称").Required().Listed().Searched().Max(60).Called("办法名称", "考核文件", "考核名称");
        Number(r => r.Year, "考核哪一年").Required().Listed().Between(2000, 2100).Called("考核年度", "年度");
        Here(r => r.Date);
        Here(r => r.Org);
        Here(r => r.Place);
        Here(r => r.Note);

        TitledBy(r => r.Title);
        MatchedBy(r => r.Title, r => r.Year);
        FiledAt("/plans/assessment/{0}", "考核得分", "clipboard-check");
        Flow("rubric.count", "考核办法数", Unit.Things);
    }
}
