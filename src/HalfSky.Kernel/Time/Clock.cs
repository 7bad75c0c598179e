using System.Diagnostics.CodeAnalysis;

namespace HalfSky.Kernel;

/// <summary>
/// The only source of the present. Instants are UTC, days are those of the calendar on an office wall in China.
/// </summary>
/// <param name="time">Where the time comes from: <see cref="TimeProvider.System"/>, or a fake in tests.</param>
/// <remarks>
/// China has kept one zone without summer time since 1991, so UTC+8 is a constant and needs no time zone database,
/// which a stripped-down office PC may lack.
/// </remarks>
[SuppressMessage("Performance", "CA1822", Justification = "One clock is asked for days and for the present alike.")]
public sealed class Clock(TimeProvider time)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>
    /// The present instant, <see cref="DateTimeKind.Utc"/>, cut to whole microseconds: PostgreSQL keeps no finer, and
    /// a value must be equal to itself after a round trip through either database.
    /// </summary>
    public DateTime Now
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>The present day in China (Asia/Shanghai, UTC+8).</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The day in China on which an instant falls: 16:00 UTC is already tomorrow.</summary>
    /// <param name="utc">An instant of <see cref="DateTimeKind.Utc"/>.</param>
    /// <exception cref="ArgumentException">The kind is not UTC: a local time here is a bug.</exception>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Utc(utc) + China);

    /// <summary>The instant (UTC) at which a day begins in China: the lower bound of that day in a half-open interval.</summary>
    /// <param name="day">A day in China, from 2 January of year 1.</param>
    public DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - China;

    /// <summary>The wall-clock time in China of an instant, for showing only, never for storing; of kind unspecified.</summary>
    /// <param name="utc">An instant of <see cref="DateTimeKind.Utc"/>.</param>
    /// <exception cref="ArgumentException">The kind is not UTC.</exception>
    public DateTime WallTimeOf(DateTime utc) => DateTime.SpecifyKind(Utc(utc) + China, DateTimeKind.Unspecified);

    private static DateTime Utc(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value
        : throw new ArgumentException($"An instant must be UTC, this one is {value.Kind}.", nameof(value));
}
