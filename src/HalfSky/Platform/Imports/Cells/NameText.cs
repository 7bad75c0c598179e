using HalfSky.Platform.Registers.Grid;

namespace HalfSky.Platform.Imports.Cells;

/// <summary>Tells names of people from other short words, for finding out what a column holds.</summary>
internal static class NameText
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺";

    /// <summary>Two to four characters that begin with a surname, or a name with a dot in it; what stands behind it in brackets is left out.</summary>
    public static bool Looks(string text)
    {
        var plain = CellText.Plain(text).Replace(" ", "", StringComparison.Ordinal);
        var bracket = plain.AsSpan().IndexOfAny('(', '（');
        if (bracket > 0) plain = plain[..bracket];
        if (plain.EndsWith('家') && plain.Length > 2) plain = plain[..^1];
        plain = new string([.. plain.TakeWhile(c => !char.IsAsciiDigit(c))]).TrimEnd('、', ',', '/', ':');
        if (plain.Contains('·', StringComparison.Ordinal) || plain.Contains('•', StringComparison.Ordinal)) return plain.Length > 3;
        return plain.Length is >= 2 and <= 4 && Surnames.Contains(plain[0], StringComparison.Ordinal) && plain.All(char.IsLetter);
    }
}
