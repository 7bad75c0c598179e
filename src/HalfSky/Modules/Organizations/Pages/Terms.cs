namespace HalfSky.Modules.Organizations.Pages;

/// <summary>Terms of office 任期: an election is prepared for months, so their end is told half a year ahead.</summary>
internal static class Terms
{
    /// <summary>Days left, where the term runs out soon.</summary>
    /// <param name="to">End of the term.</param>
    /// <param name="today">Today.</param>
    /// <param name="soon">So many days ahead it is told.</param>
    public static int? Left(DateOnly? to, DateOnly today, int soon) => to is { } end && end.DayNumber - today.DayNumber is var left && left <= soon ? left : null;
}
