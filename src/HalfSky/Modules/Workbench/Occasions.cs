namespace HalfSky.Modules.Workbench;

/// <summary>Days of the year a federation prepares for.</summary>
internal static class Occasions
{
    private static readonly (int Month, int Day, string Name)[] All =
    [
        (3, 8, "国际妇女节"), (5, 15, "国际家庭日"), (6, 1, "国际儿童节"), (6, 26, "国际禁毒日"), (9, 5, "中华慈善日"),
        (11, 20, "世界儿童日"), (11, 25, "国际消除对妇女暴力日"), (12, 4, "国家宪法日"), (12, 5, "国际志愿者日"),
    ];

    /// <summary>“后天是 11·25 国际消除对妇女暴力日” within the coming week; null when there is none.</summary>
    public static string? Near(DateOnly today)
    {
        for (var ahead = 0; ahead <= 7; ahead++)
        {
            var day = today.AddDays(ahead);
            if (Array.Find(All, o => o.Month == day.Month && o.Day == day.Day) is { Name: { } name })
                return $"{ahead switch { 0 => "今天", 1 => "明天", 2 => "后天", _ => ahead + " 天后" }}是 {day.Month}·{day.Day} {name}";
        }
        return null;
    }
}
