using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>征集作品台账, registers.md §3.</summary>
public sealed class CollectedWorkRegister : Register<CollectedWork>
{
    /// <summary>The county's form.</summary>
    public CollectedWorkRegister() : base("collected-work", "征集作品", dateLabel: "收到日期")
    {
        Icon = "palette";
        Room = Room.Families;
        About = "家规家训、征文、绘本、短视频，收到几件、入选几件";

        Section("收到什么");
        Text(w => w.Title, "作品名称").Required().Listed().Searched().Max(100).Called("作品名");
        Kind(w => w.Kind, "类型", ("family-rule", "家规家训"), ("essay", "征文"), ("picture-book", "绘本"), ("video", "短视频"), ("painting", "书画"), ("photo", "摄影"),
            ("handicraft", "手工"), ("performance", "节目"), ("other", "其他")).Required().Listed().Filtered().Called("作品形式", "形式", "作品类型");
        LookUp(w => w.Person, "作者", "person").Listed().Hint("有档案的点选");
        Text(w => w.Author, "作者姓名").Max(30).Hint("没有档案的写姓名").Called("作者", "作者名字", "创作者", "投稿人");
        Here(w => w.Date);
        Number(w => w.Pieces, "件数").Required().Between(1, 100_000).Listed().Default("1").Called("作品数量", "数量", "作品数");
        Number(w => w.Chosen, "入选件数").Between(0, 100_000).Listed().Called("入选数", "入选数量", "获奖件数", "采用件数");
        Here(w => w.Place);
        Here(w => w.Org);
        Here(w => w.Note);

        TitledBy(w => w.Title);

        Flow("collected-work.collected", "征集作品", Unit.Matters).Sum(FieldOf(w => w.Pieces)).By(FieldOf(w => w.Kind));
        Flow("collected-work.chosen", "入选作品", Unit.Matters).Sum(FieldOf(w => w.Chosen)).By(FieldOf(w => w.Kind));
    }
}
