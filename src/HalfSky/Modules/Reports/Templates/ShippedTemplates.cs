namespace HalfSky.Modules.Reports.Templates;

/// <summary>A template: blocks as <see cref="Writing.ReportBlock.Parse"/> reads them.</summary>
/// <param name="Key">Key, “township-year”.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Kind">Kind of report it is for.</param>
/// <param name="Levels">Depths of places it is for: 1 county, 2 township, 3 village; empty for all.</param>
/// <param name="Text">The blocks.</param>
public sealed record ShippedTemplate(string Key, string Name, string Kind, IReadOnlyList<int> Levels, string Text);

/// <summary>The templates shipped, by level and occasion. A county makes its own from any report.</summary>
public static partial class ShippedTemplates
{
    /// <summary>All, the customary one of each kind and level first.</summary>
    public static IReadOnlyList<ShippedTemplate> All { get; } =
    [
        new("year", "年度总结", "annual", [1, 2], Year),
        new("village-year", "村年度总结", "annual", [3, 4], VillageYear),
        new("half-year", "半年总结", "half-year", [1, 2], Year),
        new("village-half-year", "村半年总结", "half-year", [3, 4], VillageYear),
        new("quarter", "季度总结", "quarter", [], Month),
        new("month", "月小结", "month", [], Month),
        new("plan", "工作计划", "plan", [], Plan),
        new("briefing", "简报", "briefing", [], Month),
        new("return", "各村报表", "return", [], Return),
    ];

    /// <summary>The customary one for a kind and level.</summary>
    public static ShippedTemplate For(string kind, int level) => All.FirstOrDefault(t => t.Kind == kind && t.Levels.Contains(level)) ?? All.FirstOrDefault(t => t.Kind == kind && t.Levels.Count == 0) ?? All[0];
}
