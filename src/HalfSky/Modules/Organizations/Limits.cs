using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>What differs by county in organisation work; defaults of registers.md §1.</summary>
internal static class Limits
{
    /// <summary>An election is prepared for months, so the end of a term is told half a year ahead.</summary>
    public static readonly Limit TermEnds = new("term.ends", "任期快满，提前几天提醒", 180, "天");

    /// <summary>A venue in which nothing was held for so many days is told of.</summary>
    public static readonly Limit VenueQuiet = new("venue.quiet", "阵地多少天没有活动要提醒", 90, "天");

    /// <summary>Women and children an exec usually keeps in touch with.</summary>
    public static readonly Limit AreaPeople = new("contact-area.people", "一位执委一般联系妇女儿童", 50, "人");

    /// <summary>Special families an exec usually keeps in touch with.</summary>
    public static readonly Limit AreaFamilies = new("contact-area.special", "一位执委一般联系特殊家庭", 3, "户");

    /// <summary>All of them, in the order of the settings page.</summary>
    public static readonly Limit[] All = [TermEnds, VenueQuiet, AreaPeople, AreaFamilies];
}
