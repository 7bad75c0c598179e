namespace HalfSky.Platform.Imports.Cells;

/// <summary>
/// What counties write for kinds that are the same in every ledger: 离异 for 离婚, 长子 for 儿子, 乡镇 for 镇. It stands for the label only in a
/// list that has it; words of one field alone stand beside that field.
/// </summary>
internal static class CountyKinds
{
    private static readonly Dictionary<string, string> Labels = new (string Label, string Said)[]
    {
        ("国", "国家 全国 中央"), ("镇", "乡镇 乡 街道 镇街"), ("村", "村居 社区 村社区"), ("乡镇", "镇 乡 街道"),
        ("中共党员", "党员 共产党员 正式党员"), ("预备党员", "中共预备党员"), ("共青团员", "团员"), ("无党派人士", "无党派"), ("群众", "普通群众"),
        ("离婚", "离异 离"), ("已婚", "初婚 再婚 复婚 有配偶 结婚"), ("丧偶", "丧夫 丧妻"), ("未婚", "单身"),
        ("专科", "大专 高职 大学专科"), ("本科", "大学 大学本科 全日制本科"), ("研究生", "硕士 博士 硕士研究生 博士研究生"), ("中职", "中专 技校 职高 中技 职业高中"),
        ("未上过学", "文盲 半文盲 不识字 未上学 无学历"), ("初中", "初级中学"), ("高中", "普通高中"), ("小学", "小学及以下"),
        ("配偶", "妻 夫 妻子 丈夫 爱人 老婆 之妻 之夫"), ("儿子", "子 儿 长子 次子 三子 四子 独子 养子 继子 大儿子 二儿子"), ("女儿", "女 长女 次女 三女 四女 独女 养女 继女 大女儿 二女儿"),
        ("孙辈", "孙子 孙女 外孙 外孙子 外孙女 孙 长孙 曾孙 重孙"), ("父母", "父 母 父亲 母亲 爸爸 妈妈 继父 继母"), ("祖辈", "祖父 祖母 爷爷 奶奶 外公 外婆 姥姥 姥爷"),
        ("兄弟姐妹", "兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 哥"), ("公婆岳父母媳婿", "儿媳 媳 儿媳妇 女婿 公公 婆婆 岳父 岳母 公婆"), ("户主", "本人 户主本人"),
        ("务农", "在家务农 种地 农民 农业"), ("在业", "就业 已就业 上班 务工 打工 企业职工"), ("待业", "无业 失业 未就业"), ("退休", "离退休 离休"), ("在学", "学生 在校 在校生 上学"),
        ("料理家务", "家务 全职妈妈 家庭主妇 带孩子"), ("灵活就业", "零工 打零工 自由职业 个体"),
        ("自有", "自建 自建房 自有住房 自有房 自购"), ("租住", "租房 租赁 租"), ("搬迁安置", "易地搬迁 易地扶贫搬迁 安置房"),
        ("肢体", "肢残"), ("听力", "聋"), ("智力", "智障"), ("精神", "精障"), ("视力", "盲"),
        ("看病", "就医 医疗 治病"), ("自己创业", "自主创业 创业"), ("没有工作", "离职 已离职 失业 不在岗"), ("现场", "线下"), ("线上", "网络 网上"), ("线上直播", "线上"),
        ("特困", "五保 五保户 特困供养"), ("低保", "低保户 最低生活保障"),
    }.SelectMany(g => g.Said.Split(' ').Select(s => (s, g.Label))).GroupBy(g => g.s, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join('|', g.Select(x => x.Label)), StringComparer.Ordinal);

    // Mostly meant so, but 单身 may be divorced and 大学 may be 大专.
    private static readonly HashSet<string> Guessed = ["单身", "大学", "小学及以下", "无业", "不在岗", "带孩子"];

    /// <summary>The word may be meant otherwise, and is told.</summary>
    public static bool IsGuess(string said) => Guessed.Contains(said);

    /// <summary>Labels the word may stand for, in the lists that have them.</summary>
    public static IEnumerable<string> LabelsOf(string said) => Labels.TryGetValue(said, out var labels) ? labels.Split('|') : [];
}
