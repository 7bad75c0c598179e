namespace HalfSky.Host.Demo.Articles;

/// <summary>The years of the township with 20 villages.</summary>
internal static class Middling
{
    public static IReadOnlyList<Article> All =>
    [
        new("001 篇5", 1, 2022,
            new Cared("destitute-elder", 36, 1, 66, 95) { Visited = 36, Festival = "spring-festival", VisitedOn = "01-27" },
            new Cared("poor-woman", 4, 1, 24, 55) { Visited = 4, Festival = "spring-festival", VisitedOn = "01-28" },
            new Cared("difficult-child", 4, 1, 4, 14) { Visited = 4, Festival = "spring-festival", VisitedOn = "01-29" },
            new Cared("left-behind-child", 57, 5, 4, 15) { Visited = 32, Festival = "children", VisitedOn = "06-01" },
            new Cared("migrant-child", 32, 5, 4, 15),
            new Cared("poor-child", 118, 5, 4, 15),
            new Schools(3, "children", "05-31"),
            new Activities("arts-sports", 1, "校园艺术节", "other") { Festival = "children", Ordinal = 4, On = ["06-01"], Audience = "children" },
            new Teams("dance", 8, "广场舞队") { Members = 600, Villages = 4 },
            new Cared("disabled-woman", 100, 9, 22, 64)),

        new("003 篇3", 1, 2023,
            new Activities("talk", 2, "院坝里的大会精神", "congress-20"),
            new Activities("talk", 5, "姐妹话大会", "women-congress-13"),
            new Courses("tidying", 3, "收纳整理班") { Days = 8, Attendances = 350 },
            new Courses("planting", 4, "大棚种菜班") { Days = 10, Attendances = 450 },
            new Hired(60),
            new Activities("family-education", 2, "说说我家的家风", "family-tradition") { Participants = 100, Audience = "families" },
            new Works("family-rule", 5, "我家的一句话"),
            new Works("essay", 1, "灯下的母亲"),
            new Activities("arts-sports", 30, "乡村欢乐夜", "dance") { Audience = "public" },
            new Activities("legal-education", 1, "法律赶集", "law-drive") { Mode = "stall", Audience = "public" },
            new DoorstepTalks(20, "law"),
            new Delivered("law", 80, "一家一本法律口袋书"),
            new Bodies("new-domain", "enterprise", 1, "网约车姐妹妇联") { Domain = "four-new" },
            new Venues("women-home", 1, "妇女之家") { Model = "county" },
            new Venues("micro-home", 1, "茶铺微家"),
            new Bodies("committee", "enterprise", 13, "厂妇委会"),
            new Bodies("group", "grid", 40, "妇女小组"),
            new Contacts(40, 6418)),

        new("003 篇4", 1, 2024,
            new Activities("talk", 100, "月月学", "study") { Participants = 600, Audience = "execs" },
            new Leaders(1, 3, 21),
            new Bodies("new-domain", "enterprise", 1, "茶叶公司妇联") { Domain = "two-new", Led = (1, 1, 3) },
            new Venues("micro-home", 1, "老街微家"),
            new Activities("legal-education", 20, "法律就在身边", "law") { Participants = 800, Copies = 1000, Audience = "women" },
            new Activities("family-education", 28, "家风小课堂", "family-tradition") { Participants = 500, Audience = "families" },
            new Activities("publicity", 4, "院子怎样收拾", "courtyard") { Copies = 200, Audience = "families" },
            new Venues("multi-purpose", 1, "妇女儿童之家综合活动室") { Invested = 50_000 }),

        new("003 篇5", 1, 2025,
            new Courses("exec-ability", 3, "主席讲坛") { Audience = "cadres" },
            new Courses("theory", 5, "线上学习") { Audience = "execs", Mode = "live" },
            new Venues("mediation-room", 1, "老姐妹调解室"),
            new Venues("co-education", 1, "家校社协同育人点"),
            new Venues("reading-base", 1, "亲子阅读小屋"),
            new Activities("legal-education", 37, "做懂法的父母", "family-law") { Audience = "parents" },
            new Activities("shared-reading", 5, "睡前一本书", "reading") { Audience = "families" },
            new Activities("volunteering", 12, "清河护岸", "environment") { Participants = 200, Audience = "volunteers" },
            new Courses("cooking", 1, "农家菜") { Told = 50 }),
    ];
}
