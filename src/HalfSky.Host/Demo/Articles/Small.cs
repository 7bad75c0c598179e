namespace HalfSky.Host.Demo.Articles;

/// <summary>The years of the township with 8 villages.</summary>
internal static class Small
{
    public static IReadOnlyList<Article> All =>
    [
        new("003 篇2", 2, 2022,
            new Courses("leading-goose", 1, "领头雁培训班") { Audience = "execs", Listed = 200 }),

        new("001 篇4", 2, 2023,
            new Tasks("activity", "女职工工作计划", "三八节趣味赛", "女职工读书月", "夏日送清凉", "工间操比赛", "好姐妹联谊会"),
            new Aim("body.union-coverage", null, 1, 100_00),
            new Aim("venue.coverage", "kind=women-home", 1, 100_00),
            new Aim("venue.opened", "kind=mother-baby-room", 1, 1_00)),

        new("001 篇1", 2, 2024,
            new Venues("women-home", 8, "妇女之家"),
            new Rules("women-home", "妇女之家工作职责", "妇女之家学习制度", "妇女之家活动制度", "妇女之家会议制度", "妇女之家走访制度", "妇女之家维权制度", "妇女之家培训制度", "妇女之家档案制度",
                "妇女之家志愿服务制度", "妇女之家值班制度"),
            new Venues("children-home", 3, "儿童之家") { Model = "city" },
            new Courses("infant-care", 1, "育婴员培训班") { Listed = 65, On = ("05-04", "05-04") },
            new Activities("family-education", 1, "家庭教育大讲堂", "family-education") { On = ["08-20"], Audience = "parents" },
            new Activities("condolence", 1, "看望留守的孩子") { On = ["09-20"], Audience = "left-behind-children" },
            new Courses("exec-ability", 1, "村里女当家人培训班") { Audience = "committee-women", On = ("06-23", "06-28") },
            new Tasks("organisation", "下一年工作计划", "把妇女之家和儿童之家建起来") { NextYearInEachVillage = true }),

        new("004", 2, 2025,
            new Activities("celebration", 1, "三八纪念日", "theme") { Festival = "women", Ordinal = 110, On = ["03-08"], Audience = "women" },
            new Teams("legal-education", 1, "巾帼普法队"),
            new Teams("screening", 1, "巾帼排查队"),
            new Teams("mediation", 1, "巾帼调解队"),
            new Activities("arts-sports", 1, "家庭文化艺术节", "family-tradition") { Ordinal = 7, On = ["10-18"], Audience = "families" },
            new Aim("venue.count", "kind=sisters-station", 3, 50_00)),
    ];
}
