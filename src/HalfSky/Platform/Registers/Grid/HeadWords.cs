using System.Text.RegularExpressions;

namespace HalfSky.Platform.Registers.Grid;

/// <summary>
/// The words counties put above their columns. A register declares its labels; here stands only what means the same everywhere, so that
/// “联系方式” is 电话 whatever the ledger.
/// </summary>
internal static partial class HeadWords
{
    // Longer words first: the first that fits is taken, and what was put in its place is not looked at again. Each stands for itself too,
    // or the 生日 within 出生日期 would be found.
    private static readonly (string Said, string Means)[] Same = new (string Means, string Said)[]
    {
        ("电话", "联系电话号码 联系电话 电话号码 手机号码 手机号 手机 联系方式 联系号码 联系手机 移动电话 固定电话 电话/手机"),
        ("身份证号", "公民身份号码 公民身份证号码 居民身份证号码 身份证号码 身份证件号码 身份证件号 身份号码 证件号码 证件号 身份证"),
        ("出生日期", "出生年月日 出生年月 出生时间 生日"),
        // Or the 生日 within it would be found.
        ("发生日期", "发生时间"),
        ("学历", "文化程度 文化水平 受教育程度 最高学历"),
        ("婚姻", "婚姻状况 婚姻情况 婚姻状态 婚否"),
        ("就业", "就业情况 就业状况 就业状态 从业状况"),
        ("政治面貌", "政治身份 党派"),
        ("住址", "家庭住址 家庭地址 现住址 现居住地址 居住地址 居住地 详细地址 住所地址 现居住地 地址"),
        ("户籍地", "户籍地址 户籍所在地 户口所在地 户籍"),
        ("年龄", "自报年龄 周岁 岁数"),
        ("姓名", "名字"),
        ("备注", "备注说明 其他说明"),
        ("日期", "时间 年月日"),
        ("类型", "类别 种类 分类 性质"),
        ("方式", "形式"),
        ("女", "女性"),
        ("级别", "等级 层次 层级"),
        ("开始", "起始 纳入 建立 启动 起"),
        ("结束", "截止 终止 退出"),
        ("参加", "参与 参训 出席"),
        ("开展", "举办 举行"),
        ("名称", "标题 题目 全称"),
        ("登记", "建档 录入 填表 填报 登记造册"),
        ("成立", "组建 创建 建立"),
        ("带头人", "负责人 领办人 领头人"),
        ("金额", "款额 折款 经费 资金"),
        ("结果", "成效"),
        ("职务", "职位 任职 岗位职务"),
    }.SelectMany(g => g.Said.Split(' ').Append(g.Means).Select(s => (Said: s, g.Means))).OrderByDescending(g => g.Said.Length).ToArray();

    /// <summary>What a village may stand under.</summary>
    private static readonly HashSet<string> VillageWords = ["村", "村名", "村别", "村居", "村社区", "社区", "村名称", "村居名称", "社区名称", "行政村", "行政村名称", "所在村", "所属村", "所在村居", "所属村居", "所在社区", "所属社区",
        "所在村社区", "所属村社区", "村委会", "哪个村", "地址村", "村居社区", "居住村", "所在行政村", "所属行政村", "单位村居"];

    /// <summary>What is read as a place, a village among others, but is more or less than its name.</summary>
    private static readonly HashSet<string> PlaceWords = ["网格", "所在网格", "所属网格", "地点", "所在地", "村屯", "村组", "所在村组", "所属村组", "村小组", "地区", "区域", "属地"];
    private static readonly HashSet<string> TownshipWords = ["乡镇", "镇", "街道", "乡", "镇街", "镇乡", "乡镇街道", "镇街道", "所在乡镇", "所属乡镇", "乡镇名称", "镇名", "所在镇", "所属镇", "所属街道", "所属镇街"];
    private static readonly HashSet<string> SerialWords = ["序号", "序", "编号", "行号", "项次", "排序", "no", "no.", "№", "号", "顺序号", "顺序", "#"];

    /// <summary>Names of somebody in particular.</summary>
    public static readonly IReadOnlySet<string> NameWords = new HashSet<string>(StringComparer.Ordinal) { "姓名", "对象", "人员", "人员姓名", "对象姓名", "群众姓名", "妇女姓名", "儿童姓名", "居民姓名", "本人姓名", "名单", "谁" };

    /// <summary>NFKC, one line, without blanks, brackets, stars and colons.</summary>
    public static string Plain(string label) => AmongThem().Replace(Numbered().Replace(Bracketed().Replace(Blanks().Replace(CellText.Plain(label), ""), ""), ""), "").Trim('*', '※', ':', '：', '、', '.', '☆', '★', '|', '_').ToLowerInvariant();

    /// <summary>A plain label with words that mean the same brought to one.</summary>
    public static string Canon(string plain)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            foreach (var (said, means) in Same)
            {
                if (string.CompareOrdinal(plain, i, said, 0, said.Length) != 0) continue;
                // “手机号” within what already says 电话 must not grow: what stands there is left as it is.
                plain = plain[..i] + means + plain[(i + said.Length)..];
                i += means.Length - 1;
                break;
            }
        }
        return Counted().Replace(Doubled().Replace(plain, "$1"), "人数");
    }

    /// <summary>Says the place of the row.</summary>
    public static bool IsPlace(string plain) => IsVillage(plain) || PlaceWords.Contains(plain);

    /// <summary>Says the name of the village and nothing else.</summary>
    public static bool IsVillage(string plain) => VillageWords.Contains(plain);

    /// <summary>Says the township or county; a village may stand in another column.</summary>
    public static bool IsAboveVillage(string plain) => IsTownship(plain) || plain is "县" or "区县" or "县区";

    /// <summary>Says the township.</summary>
    public static bool IsTownship(string plain) => TownshipWords.Contains(plain);

    /// <summary>Counts the rows.</summary>
    public static bool IsSerial(string plain) => SerialWords.Contains(plain);

    /// <summary>万元 or 元, as the brackets of a head or the line above it say; empty when neither.</summary>
    public static string UnitOf(string label) => Unit().Match(CellText.Plain(label)) is { Success: true } match ? match.Value : "";

    /// <summary>“包联妇女（人）” counts people: the head with the word its unit in brackets stands for; null when it has none.</summary>
    public static string? Counting(string label) => UnitTold().Match(CellText.Plain(label)) is { Success: true } match && Plain(label) is { Length: > 0 } plain && !plain.EndsWith('数') ? plain + match.Groups["unit"].Value + "数" : null;

    /// <summary>How alike two canonical labels are, 0 to 88; equal ones are judged before.</summary>
    public static int Likeness(string head, string label)
    {
        if (head.Length < 2 || label.Length < 2) return 0;
        var (shorter, longer) = head.Length < label.Length ? (head, label) : (label, head);
        if (longer.Contains(shorter, StringComparison.Ordinal)) return 58 + 30 * shorter.Length / longer.Length;
        // “开始联系日期” is 开始日期: what was put in between only says of what.
        if (shorter.Length >= 4 && longer.StartsWith(shorter[..2], StringComparison.Ordinal) && longer.EndsWith(shorter[2..], StringComparison.Ordinal)) return 60 + 24 * shorter.Length / longer.Length;
        var pairs = Pairs(shorter);
        var shared = Pairs(longer).Count(pairs.Remove);
        return (int)(90 * 2.0 * shared / (shorter.Length + longer.Length - 2));
    }

    private static List<string> Pairs(string text) => [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];

    [GeneratedRegex(@"\([^)]*\)|（[^）]*）|【[^】]*】|\[[^\]]*\]|〔[^〕]*〕")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[\s\p{Cf}\u00A0\u3000]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(\d{1,2}[.、．]|[一二三四五六七八九十]+、)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(电话|身份证号|出生日期|住址|日期)\1")]
    private static partial Regex Doubled();

    // “其中：女职工”.
    [GeneratedRegex("^其中[:：]?(?=.)")]
    private static partial Regex AmongThem();

    // “队员数”, “职工总数” and “队员人数” are one.
    [GeneratedRegex("(?<=[员工女童众性生者])总?数$")]
    private static partial Regex Counted();

    [GeneratedRegex("[（(](?<unit>[人户件份家个场])[)）]")]
    private static partial Regex UnitTold();

    [GeneratedRegex("万元|元")]
    private static partial Regex Unit();
}
