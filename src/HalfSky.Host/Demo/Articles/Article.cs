namespace HalfSky.Host.Demo.Articles;

/// <summary>One year of one township, told like a real federation's summary. Figures only are theirs: names, titles and notes are made up.</summary>
/// <param name="Told">Number of the summary the figures are those of.</param>
/// <param name="Township">0, 1 or 2: the township of the county.</param>
/// <param name="Year">The year.</param>
/// <param name="Facts">What happened and what there was.</param>
internal sealed record Article(string Told, int Township, int Year, params Fact[] Facts)
{
    /// <summary>All of them; never two of one township and year.</summary>
    public static IEnumerable<Article> All => [.. Larger.All, .. Middling.All, .. Small.All];
}
