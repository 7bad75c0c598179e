using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Calendar;

/// <summary>Days of the year as shipped, rules.md §14. A county's entry of the same name replaces one.</summary>
internal static class ShippedDays
{
    public static readonly Occasion[] All =
    [
        new("春节", "农历正月初一", "走访慰问困难妇女儿童、老人", 30, "spring-festival"),
        new("元宵节", "农历正月十五", "文体活动", 7, "lantern"),
        new("反家庭暴力法施行日", "3月1日", "反家暴普法宣讲"),
        new("学雷锋纪念日", "3月5日", "巾帼志愿服务"),
        new("国际妇女节", "3月8日", "表彰、维权周、巾帼大宣讲", 30, "women"),
        new("植树节", "3月12日", "植树护绿", 7, "tree-planting"),
        new("清明", "清明", "巾帼林长巡护，文明祭祀", 10, "qingming"),
        new("全民国家安全教育日", "4月15日", "宣讲"),
        new("世界读书日", "4月23日", "亲子阅读", 10, "reading"),
        new("防灾减灾日", "5月12日", "安全宣讲"),
        new("母亲节", "5月第2个周日", "关爱困难母亲，义诊", 14, "mothers"),
        new("国际家庭日", "5月15日", "家庭教育宣传周，揭晓最美家庭", 14, "family"),
        new("心理健康日", "5月25日", "心理健康宣讲"),
        new("国际儿童节", "6月1日", "结对送礼物、文艺演出，防溺水提醒", 14, "children"),
        new("端午节", "农历五月初五", "亲子活动", 7, "dragon-boat"),
        new("国际禁毒日", "6月26日", "发禁毒资料", 7, "anti-drugs"),
        new("建党节", "7月1日", "学习", 7, "party"),
        new("建军节", "8月1日", "慰问军属", 7, "army"),
        new("七夕", "农历七月初七", "公益红娘、集体婚礼", 14, "qixi"),
        new("中华慈善日", "9月5日", "募捐、公示资金", 7, "charity"),
        new("教师节", "9月10日", "慰问"),
        new("中秋节", "农历八月十五", "走访老人", 10, "mid-autumn"),
        new("国庆节", "10月1日", "庆祝活动", 10, "national"),
        new("重阳节", "农历九月初九", "走访老人", 10, "double-ninth"),
        new("国际女童日", "10月11日", "女童关爱"),
        new("国际农村妇女日", "10月15日", "两癌筛查动员", 7, "rural-women"),
        new("世界儿童日", "11月20日", "儿童友好研学", 7, "world-children"),
        new("国际消除对妇女暴力日", "11月25日", "反家暴宣讲，到 12 月 10 日", 7, "end-violence"),
        new("世界艾滋病日", "12月1日", "防艾宣讲", 7, "aids"),
        new("国家宪法日", "12月4日", "宪法宣传周", 7, "constitution"),
        new("国际志愿者日", "12月5日", "表彰志愿者", 7, "volunteers"),
    ];
}
