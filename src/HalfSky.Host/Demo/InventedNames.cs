namespace HalfSky.Host.Demo;

/// <summary>Names of people and places. All are made up; the codes of the places begin with 99, which no province has.</summary>
internal sealed class InventedNames(Chance chance)
{
    /// <summary>The county.</summary>
    public const string County = "云岭县";

    /// <summary>Six digits of the county, before every code and every identity number.</summary>
    public const string CountyCode = "990123";

    /// <summary>The village of the two execs one signs in as.</summary>
    public const string HomeVillage = "槐荫";

    /// <summary>Villages of which nothing is heard this quarter.</summary>
    public static readonly IReadOnlySet<string> Silent = new HashSet<string> { "泊船", "独松", "碾子" };

    /// <summary>Villages that are far behind.</summary>
    public static readonly IReadOnlySet<string> Slow = new HashSet<string> { "柿沟", "圩上", "石门", "苇河" };

    /// <summary>Villages without their 村, by township.</summary>
    public static readonly IReadOnlyList<(string Township, string Villages)> Townships =
    [
        ("青禾镇", "杏坡 槐荫 石磨 双井 柿沟 枣林 大泉 小泉 桑园 松峪 鹿台 望东 茶亭 云脚 青石 南塘 荷湾 芦荻 白鹭 渔梁 柳浪 长堤 浅渚 菱角 "
            + "莲蓬 泊船 沙汀 水车 圩上 西岭 板栗 竹坞 岩头 樟树 瓦窑 鹰嘴 药圃 野菊 梅岭 石门 高峰 独松 茅草 北川 麦场 高粱 磨盘 苇河 雁落 "
            + "黄土 谷仓 晒坪 牧羊 榆钱 驼铃 碾子 向阳 镇东 镇西 书院 老街 新街 油坊 铁匠 布市 学前 钟楼 桥头 花园 锦绣 安和"),
        ("云栖乡", "栖霞 松风 听泉 竹里 石桥 半山 云门 花坞 溪口 塔下 古渡 茶园 梨花 清溪 银杏 黛山 风铃 明月 稻香 鹤鸣"),
        ("柳堡镇", "柳堡 砖塔 金盆 玉带 红枫 雨花 沉香 星河"),
    ];

    private const string OldWomen = "秀英桂兰芳凤玉珍梅翠莲香花菊荣琴素彩银巧淑贞";
    private const string Women = "丽红燕艳霞娟敏静洁萍晓云慧婷倩琳雪蓉颖娜玲莉丹晶梦佳欣";
    private const string Girls = "子涵梓萱诗雨欣怡思语可馨若汐一诺安琪梦瑶雅彤书瑶沐心小满";
    private const string OldMen = "建国福田德明长贵永生金水全根宝山春林树文广发志忠守义";
    private const string Men = "强军伟勇斌涛辉鹏飞磊峰超刚波海龙俊杰志远东亮";
    private const string Boys = "浩宇子轩宇航梓豪俊熙一鸣天佑昊然小川明哲思远乐天安然家乐";
    private const string Rare = "喆堃翀彧昶瑄珺玥骉燚烜旻垚犇淼赟羴\U00020BB7\U0002C386";

    private static readonly string[] Uighur = ["阿依古丽", "古丽娜尔", "帕提曼", "热依汗", "阿曼古丽", "迪丽努尔", "玛依拉", "祖木拉提", "买尔旦", "艾合买提", "吐尔逊", "木拉提", "努尔兰"];
    private static readonly string[] UighurFathers = ["买买提江", "阿不都热合曼", "吾守尔", "艾山江", "托合提", "卡德尔", "斯迪克", "玉素甫阿吉"];

    private static readonly (string, int)[] Surnames =
    [
        ("王", 72), ("李", 74), ("张", 68), ("刘", 54), ("陈", 45), ("杨", 31), ("赵", 23), ("黄", 22), ("周", 21), ("吴", 20), ("徐", 17), ("孙", 16),
        ("胡", 13), ("朱", 13), ("高", 12), ("林", 12), ("何", 12), ("郭", 12), ("马", 11), ("罗", 10), ("梁", 10), ("宋", 9), ("郑", 9), ("谢", 8), ("韩", 8),
        ("唐", 7), ("冯", 7), ("于", 6), ("董", 6), ("萧", 5), ("程", 5), ("曹", 5), ("袁", 5), ("邓", 5), ("许", 5), ("傅", 4), ("沈", 4), ("曾", 4), ("彭", 4),
        ("吕", 4), ("苏", 4), ("卢", 4), ("蒋", 4), ("蔡", 4), ("贾", 3), ("丁", 3), ("魏", 3), ("薛", 3), ("叶", 3), ("阎", 3), ("余", 3), ("潘", 3), ("杜", 3),
        ("单", 1), ("仇", 1), ("解", 1), ("查", 1), ("欧阳", 1), ("上官", 1), ("司马", 1), ("逄", 1), ("亓", 1),
    ];

    /// <summary>A surname by how common it is.</summary>
    public string Surname() => chance.Of<string>(Surnames);

    /// <summary>A given name of her time.</summary>
    public string Given(string sex, int bornIn)
    {
        var syllables = (sex, bornIn) switch
        {
            ("female", < 1975) => OldWomen,
            ("female", < 2003) => Women,
            ("female", _) => Girls,
            (_, < 1975) => OldMen,
            (_, < 2003) => Men,
            _ => Boys,
        };
        var first = chance.Rune(syllables);
        if (chance.Happens(0.004)) return first + chance.Rune(Rare);
        return chance.Happens(bornIn < 1975 ? 0.12 : 0.25) ? first : first + chance.Rune(syllables);
    }

    /// <summary>A long name with its dot.</summary>
    public string Long() => chance.Of<string>(Uighur) + "·" + chance.Of<string>(UighurFathers);
}
