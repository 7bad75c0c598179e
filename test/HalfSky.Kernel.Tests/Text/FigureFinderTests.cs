namespace HalfSky.Kernel.Tests;

/// <summary>Which numbers of a sentence are figures, and what they say.</summary>
public sealed class FigureFinderTests
{
    [Theory]
    [InlineData("2024年5月24日，第十一次代表大会，第七届，第二支队伍，第 3 期，9月20日，5月份，2024年1月1号")]
    [InlineData("6·26禁毒日、12·4宪法日，拨打12345热线、12338热线，“三八”节，六一儿童节，八一建军节，三八节")]
    [InlineData("“两癌”“四自”精神，五好家庭，双学双比，十百千万巾帼大宣讲，“五个一”活动，四新领域，两新组织，“爱心一元捐”，《一个村的故事》")]
    [InlineData("一是抓好，二要做好，（一）（二），1.2.3.，01理论学习，1、2、")]
    [InlineData("进一步，统一思想，一系列活动，一种氛围，一定要，一支素质较高的队伍，一个窗口一面旗、一个岗位一颗星，形成一个联动作用，一起努力")]
    [InlineData("这两个项目，前三名，上述三项，三位一体，一户一档，一村一品，一对一帮扶，千家万户，四个意识，两个维护，三个方面，三个文明建设")]
    [InlineData("0-18岁，60岁以上，十三大，十四五规划，三年时间，3个月，两个学期，24小时值班，15天内答复，三天后，8小时以外")]
    public void What_is_no_figure_is_left_alone(string text) => Assert.Empty(FigureFinder.Find(text).Select(f => text.Substring(f.Start, f.Length)));

    [Theory]
    [InlineData("共有65名农村妇女", 65, "名")]
    [InlineData("开展活动１２场次", 12, "场次")]
    [InlineData("发放5,300份", 5300, "份")]
    [InlineData("投入1.2万元", 12000, "元")]
    [InlineData("投资约5万元", 50000, "元", Rounding.About)]
    [InlineData("公益金一万元", 10000, "元")]
    [InlineData("助学金10000多元", 10000, "元", Rounding.Over)]
    [InlineData("购买1千多元的食品", 1000, "元", Rounding.Over)]
    [InlineData("筹款20余万元", 200000, "元", Rounding.Over)]
    [InlineData("一万多人次", 10000, "人次", Rounding.Over)]
    [InlineData("200余场次", 200, "场次", Rounding.Over)]
    [InlineData("十余场", 10, "场", Rounding.Over)]
    [InlineData("百余人参加", 100, "人", Rounding.Over)]
    [InlineData("近百人参加", 100, "人", Rounding.Nearly)]
    [InlineData("服务上千人次", 1000, "人次", Rounding.Over)]
    [InlineData("数十场宣讲", 10, "场", Rounding.Over)]
    [InlineData("最近3次走访", 3, "次")]
    [InlineData("节约3万元", 30000, "元")]
    [InlineData("宣讲1200场次以上", 1200, "场次", Rounding.AtLeast)]
    [InlineData("不少于30人", 30, "人", Rounding.AtLeast)]
    [InlineData("不超过30人", 30, "人", Rounding.AtMost)]
    [InlineData("包括50名左右妇女", 50, "名", Rounding.About)]
    [InlineData("2-3户特殊家庭", 2, "户", Rounding.Range)]
    [InlineData("走访两三次", 2, "次", Rounding.Range)]
    [InlineData("来了五六十人", 50, "人", Rounding.Range)]
    [InlineData("满意率98.5％", 98.5, "%")]
    [InlineData("占百分之八十", 80, "%")]
    [InlineData("提高2个百分点", 2, "百分点")]
    [InlineData("二十多次走访", 20, "次", Rounding.Over)]
    [InlineData("到三所小学", 3, "所")]
    [InlineData("三名执委", 3, "名")]
    [InlineData("组织71个行政村", 71, "个")]
    [InlineData("和7个村全部挂牌", 7, "个村")]
    [InlineData("四个社区组建", 4, "个")]
    [InlineData("两个妇女微家", 2, "个")]
    [InlineData("年底前完成一个母婴室", 1, "个")]
    [InlineData("新建一处“巾帼”微家", 1, "处")]
    [InlineData("妇女微家一处，", 1, "处")]
    [InlineData("组建一支巾帼志愿服务队", 1, "支")]
    [InlineData("服务时长2.5小时", 2.5, "小时")]
    [InlineData("服务24个小时", 24, "小时")]
    [InlineData("捐款15645元,共收到", 15645, "元")]
    public void A_figure_says_how_many_of_what(string text, decimal value, string unit, Rounding rounding = Rounding.Exact)
    {
        var found = Assert.Single(FigureFinder.Find(text));
        Assert.Equal((value, unit, rounding), (found.Value, found.Unit, found.Rounding));
    }

    [Theory]
    [InlineData("每月至少沟通1次")]
    [InlineData("每季度至少走访1次")]
    [InlineData("坚持每月开展一次理论学习")]
    [InlineData("送去每人400元的慰问金")]
    [InlineData("补助500元/人")]
    [InlineData("户均200元")]
    [InlineData("一年两次")]
    public void So_much_each_time_or_each_head_is_a_norm(string text) => Assert.True(Assert.Single(FigureFinder.Find(text)).IsRate);

    [Theory]
    [InlineData("每月组织各村开展主题宣讲，全年开展1200场次")]
    [InlineData("每月开展普法宣讲，共12场")]
    [InlineData("每月开展普法宣讲累计12场")]
    public void The_total_of_what_happens_each_month_is_none(string text) => Assert.False(Assert.Single(FigureFinder.Find(text)).IsRate);

    [Fact]
    public void A_figure_stands_where_it_was_found_with_its_words_of_rounding()
    {
        const string text = "全年开展宣讲近60余场次以上，惠及71个行政村。";
        var found = FigureFinder.Find(text);
        Assert.Equal(["近60余场次以上", "71个"], found.Select(f => text[f.Start..f.End]));
        Assert.Equal(["60余", "71"], found.Select(f => f.Digits));
        Assert.Equal("行政村", found[1].Noun);
    }

    [Theory]
    [InlineData("1,284", 1284)]
    [InlineData("12.5", 12.5)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("二十", 20)]
    [InlineData("一百零五", 105)]
    [InlineData("三千五", 3500)]
    [InlineData("三千零五", 3005)]
    [InlineData("一万二千", 12000)]
    [InlineData("三万六千五百二十一", 36521)]
    [InlineData("两亿", 200000000)]
    public void A_numeral_is_read(string text, decimal value)
    {
        Assert.Equal(value, ChineseNumbers.Read(text, out var vague));
        Assert.False(vague);
    }

    [Fact]
    public void Every_numeral_written_is_read_again() =>
        Assert.All(Enumerable.Range(1, 9999), n => Assert.Equal(n, ChineseNumbers.Read(ChineseNumbers.Numeral(n), out _)));
}
