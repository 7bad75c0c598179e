namespace HalfSky.Platform.Registers;

/// <summary>两新四新: the domains in which women's organisations are being founded; one list for bodies and organisations.</summary>
public static class NewDomains
{
    /// <summary>两新 are new economic and social organisations; 四新 new fields, forms of business, strata and groups.</summary>
    public static readonly (string Code, string Label)[] All = [("two-new", "两新（新经济组织、新社会组织）"), ("four-new", "四新（新领域、新业态、新阶层、新群体）")];
}
