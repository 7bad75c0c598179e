namespace HalfSky.Modules.Organizations.Pages;

/// <summary>Terms of office 任期: an election is prepared for months, so their end is told half a year ahead.</summary>
internal static class Terms
{
    /// <summary>Days before its end in which a term is told to run out; a default of ours, not a rule.</summary>
    public const int SoonDays = 180;

    /// <summary>Days left, where the term runs out soon.</summary>
    public static int? Left(DateOnly? to, DateOnly today) => to is { } end && end.DayNumber - today.DayNumber is <= SoonDays and var left ? left : null;
}
