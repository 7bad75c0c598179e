using System.Globalization;
using System.Text.RegularExpressions;

namespace HalfSky.Kernel;

/// <summary>
/// Finds the figures of a summary: numbers that say how many of something there were. Dates, ordinals, names with numbers in them and
/// turns of phrase (一个窗口一面旗, 这两项, 五位一体) are none.
/// </summary>
public static partial class FigureFinder
{
    private const string Numerals = "零〇一二两三四五六七八九十百千万亿";

    /// <summary>What a thing done is said with; a small number in words behind one of these counts, elsewhere it is mostly phrase.</summary>
    private const string Done =
        "建立|成立|打造|创建|新建|建成|设立|组建|完成|评选|评出|申报|举办|举行|召开|开展|组织|培育|培养|培树|推选|选出|选树|产生|引进|捐赠|发放|获得|荣获|推荐|表彰|救助|慰问|帮扶|资助|调解|化解|处理|处置|接待|办理|受理"
        + "|征集|收集|新增|增设|争创|命名|认定|挂牌|建有|现有|设有|下设|拥有|配备|共|计|达|达到|联系|结对|走访|排查|发现|解决|提供|推出|涌现|争取|创作|制作|拍摄|编排|出台|实现|办起|办好";

    /// <summary>Things one can count; 两个妇女微家 has one, 两个维护 has none.</summary>
    private const string Things =
        "村|社区|小区|镇|乡|街道|网格|组|校|企业|单位|部门|家|孩子|儿童|妇女|女性|项目|基地|组织|站|点|班|队|室|中心|岗|奖|节目|平台|品牌|案例|课程|委员会|支部|合作社|公司|专业|车间|市|县|区|课题|典型|活动|作品|阵地|品种|岗位";

    /// <summary>The figures of a text, in order.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<FoundFigure> Find(string text)
    {
        var plain = Fold(text);
        return [.. Written().Matches(plain).Select(m => Read(plain, m)).OfType<FoundFigure>()];
    }

    private static FoundFigure? Read(string text, Match match)
    {
        var (number, more) = (match.Groups["number"].Value, match.Groups["more"].Success);
        var (digits, unit) = (text[(match.Groups["from"].Success ? match.Groups["from"] : match.Groups["number"]).Index..(match.Groups["unit"].Index)].TrimEnd(), match.Groups["unit"].Value);
        var (before, after) = (text[..match.Index], text[(match.Index + match.Length)..]);
        var rounding = RoundingOf(match.Groups["before"].Value, more, match.Groups["after"].Value);
        var value = ChineseNumbers.Read(number, out var vague);
        if (value is null || InName(text, match)) return null;
        foreach (var scale in match.Groups["scale"].Value) value *= ChineseNumbers.Weight(scale);
        if (match.Groups["percent"].Success) unit = "%";
        if (vague) rounding = Rounding.Over;
        if (match.Groups["from"].Success && ChineseNumbers.Read(match.Groups["from"].Value, out _) is { } from) (value, rounding) = (from, Rounding.Range);
        if (Pair().IsMatch(number) && ChineseNumbers.Read(Pair().Replace(number, "$1"), out _) is { } low) (value, rounding) = (low, Rounding.Range);
        if (IsDeadline(unit, value.Value, after)) return null;
        var inWords = Numerals.Contains(number[0], StringComparison.Ordinal) && !match.Groups["percent"].Success;
        if (inWords && !CountsInWords(number, value.Value, unit, before, after, rounding)) return null;
        unit = unit switch { "个小时" => "小时", "个百分点" => "百分点", _ => unit };
        return new(match.Index, match.Length, value.Value, unit, rounding, digits, Noun().Match(after).Value, IsRate(before, after));
    }

    /// <summary>Full-width digits, letters and signs to half-width, one by one, so that places stay.</summary>
    private static string Fold(string text) => string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));

    private static Rounding RoundingOf(string before, bool more, string after) => (before, after) switch
    {
        ("不少于" or "不低于" or "不下" or "至少", _) or (_, "以上") => Rounding.AtLeast,
        ("不超过" or "最多", _) or (_, "以内") => Rounding.AtMost,
        ("约" or "大约", _) or (_, "左右" or "上下") => Rounding.About,
        ("超过" or "超" or "逾" or "突破" or "上" or "成", _) => Rounding.Over,
        _ when more => Rounding.Over,
        ("近" or "将近" or "接近", _) => Rounding.Nearly,
        _ => Rounding.Exact,
    };

    /// <summary>Inside 《》 and inside quotation marks a few characters apart stand names: “五个一”, “爱心一元捐”.</summary>
    private static bool InName(string text, Match match)
    {
        var (start, end) = (match.Groups["number"].Index, match.Index + match.Length);
        return Within('《', '》', 40) || Within('“', '”', 14) || Within('「', '」', 14);

        bool Within(char open, char close, int most)
        {
            var from = text.LastIndexOf(open, start);
            if (from < 0 || start - from > most || text.IndexOf(close, from, start - from) >= 0) return false;
            var to = text.IndexOf(close, start);
            return to >= 0 && to - from <= most + 1 && to >= end - 1;
        }
    }

    /// <summary>Within 24 hours, three days later: when, not how much.</summary>
    private static bool IsDeadline(string unit, decimal value, string after) =>
        unit is "天" or "小时" or "个小时" or "分钟" && ((unit == "小时" && value == 24) || After().IsMatch(after));

    /// <summary>Numbers in words count only where something is counted; 一 only behind a deed or at the end of its clause.</summary>
    private static bool CountsInWords(string number, decimal value, string unit, string before, string after, Rounding rounding)
    {
        if (Pointing().IsMatch(before) || (after.Length > 0 && Numerals.Contains(after[0], StringComparison.Ordinal))) return false;
        if (rounding is not Rounding.Exact) return true;
        if (number.All(c => c is '百' or '千' or '万' or '亿')) return false;
        if (value > 10 || unit is "元") return value != 1;
        if (number == "一") return One(unit, before, after);
        var (done, thing) = (DoneNear().IsMatch(before), Thing().IsMatch(after));
        return unit switch
        {
            "个" => !after.StartsWith('“') && (thing || (done && !Abstract().IsMatch(after)) || Stop().IsMatch(after)),
            "类" or "种" or "面" or "批" or "条" or "对" => done,
            "篇" => !after.StartsWith("文章", StringComparison.Ordinal),
            _ => true,
        };
    }

    private static bool One(string unit, string before, string after) => unit switch
    {
        "处" or "名" or "户" or "场" or "期" or "家" or "所" or "间" or "件" => DoneJust().IsMatch(before) || Stop().IsMatch(after),
        "个" => (DoneJust().IsMatch(before) && !Abstract().IsMatch(after)) || (Stop().IsMatch(after) && Named().IsMatch(before)),
        "支" => Formed().IsMatch(before) || Stop().IsMatch(after),
        "次" or "场次" or "篇" or "份" or "本" or "位" => DoneJust().IsMatch(before),
        _ => false,
    };

    /// <summary>每 before it in its clause, unless a total is told of what happened each time; 人均; “/人” behind it.</summary>
    private static bool IsRate(string before, string after) => Each().IsMatch(before) || Yearly().IsMatch(before) || Per().IsMatch(after);

    [GeneratedRegex("""
        (?<before>(?<![最附临就邻亲相靠])近|将近|接近|大约|(?<![节预签契合公条协制])约|超过|(?<!高)超|逾|突破|不少于|不低于|不下|至少|不超过|最多)?
        (?:
          (?:
            (?<![\dA-Za-z第]|第\s|\d[-+,.:/·])
            (?:(?<from>\d+)[-~—–至到])?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
            |(?<![第零〇一二两三四五六七八九十百千万亿\d初]|[一二三四五六七八九十\d]点)
            (?:(?<from>[一二三四五六七八九十])[至到])?(?<number>(?:[数几上成](?=[十百千万]))?[零〇一二两三四五六七八九十百千万亿]+)
            |(?<percent>百分之)(?<number>\d+(?:\.\d+)?|[零一二三四五六七八九十百点]+)
          )
          (?:(?<scale>[十百千万亿]{1,2})(?<more>余|多)?|(?<more>余|多|来|几)(?<scale>[十百千万亿]{0,2}))?
          [ ]?
          (?<unit>人次|户次|家次|件次|车次|场次|人(?!大代|民|均|社局|员|才)|名(?!单|称|义|牌)|位(?!于|置|居|一体)|户(?!外|籍|主)|件(?!套)|起(?!来|草|到|始|点)|例(?!如|会)|宗
            |场(?!所|地|景|馆)|次(?!日|年|月|序|产业|分配)|期(?!间|末|限|中)|个村(?!级|妇|支|委|党)|个小时|个百分点|个(?!月|季|学期|工作日|年|多|性|体)|处(?!理|置|室)|支(?!持|部|书|出|撑|付)
            |家(?!庭|长|风|教|校|属|政|门|园|乡|国)|条(?!例|件|款|龙)|篇|份(?!子)|册|本(?!级|地|市|县|区|镇|科|人|着)|元(?!旦|宵|素)|对(?!象|外|于|接|比|标|口|一)|项(?!目(?!标))|类|种(?!植|子|养)|所(?!有|以|在|需|属)
            |间(?!隙|接)|座|株|棵|亩|公里|千米|平方米|平方公里|公斤|斤|吨|小时|课时|学时|分钟|天(?!然|下)|只(?!要|有|是|争|为)|套|台(?!账|阶|词)|辆|幅|面(?!向|对|积|临|试|世|上)|批次|批(?!评)|单(?!位|亲|独|一|身)|车(?!间|站|辆)|组(?!织|长|建|成)|箱|盒|袋|块|床|盆|把|张(?!贴|扬|家)
            |百分点|%|(?<=百分之[\d.零一二三四五六七八九十百点]+))
        )
        (?<after>以上|左右|上下|以内)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Written();

    /// <summary>三五, 十七八, 五六十.</summary>
    [GeneratedRegex("([一两二三四五六七八])[二三四五六七八九](?=[十百千万]?$)")]
    private static partial Regex Pair();

    [GeneratedRegex("(?:[这那前后该此某头末同每统唯单专逐任另之]|上述|以上|以下|下列|如下|其他|其余)$")]
    private static partial Regex Pointing();

    [GeneratedRegex($"(?:{Done})[^，,。；;：:]{{0,8}}$")]
    private static partial Regex DoneNear();

    [GeneratedRegex($"(?:{Done})[了起出好]?$")]
    private static partial Regex DoneJust();

    [GeneratedRegex("(?:组建|成立|新建|建立)[了起]?$")]
    private static partial Regex Formed();

    [GeneratedRegex($@"^[“]?\w{{0,5}}?(?:{Things})")]
    private static partial Regex Thing();

    [GeneratedRegex("^(?:方面|层面|角度|阶段|环节|维度|体系|文明|强化|确保|良好|健康|和谐|安全|温馨|有力|有效|新的|全新|更|坚强|强大|整体|完整|系统|重点)")]
    private static partial Regex Abstract();

    /// <summary>The clause ends behind the unit: 妇女微家一处，</summary>
    [GeneratedRegex("^(?:[，,、。；;)）\n]|$)")]
    private static partial Regex Stop();

    [GeneratedRegex(@"[\w”](?<![是有为成到和与及])$")]
    private static partial Regex Named();

    [GeneratedRegex("^(?:以?内|之内|以外|之外|[前后]|以前|以后|之后)")]
    private static partial Regex After();

    [GeneratedRegex(@"^[^\W\d_A-Za-z]{1,8}")]
    private static partial Regex Noun();

    [GeneratedRegex("(?:每|[人户月年]均)(?![^，,。；;：:！？\n]*(?:累计|全年|共计|总计|合计|共))[^，,。；;：:！？\n]*$")]
    private static partial Regex Each();

    [GeneratedRegex("[一半两](?:年|季度?|个?月|周)$")]
    private static partial Regex Yearly();

    [GeneratedRegex("^(?:/|每)[人户年月次天村名]")]
    private static partial Regex Per();
}
