using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations;

/// <summary>What differs by county in organisation work; defaults of registers.md §1.</summary>
internal static class Limits
{
    /// <summary>Women and children an exec usually keeps in touch with.</summary>
    public static readonly Limit AreaPeople = new("contact-area.people", "一位执委一般联系妇女儿童", 50, "人");

    /// <summary>Special families an exec usually keeps in touch with.</summary>
    public static readonly Limit AreaFamilies = new("contact-area.special", "一位执委一般联系特殊家庭", 3, "户");

    /// <summary>All of them, in the order of the settings page.</summary>
    public static readonly Limit[] All = [AreaPeople, AreaFamilies];
}
