namespace HalfSky.Tests;

/// <summary>A clock that stands still but for a millisecond each time it is asked, so that events have an order.</summary>
public sealed class TestClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 11, 23, 14, 30, 0, TimeSpan.FromHours(8)).UtcTicks;

    /// <summary>Today in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(new DateTime(Volatile.Read(ref ticks)).AddHours(8));

    /// <summary>Moves to the day, half past two in the afternoon. Use <see cref="County.Move"/> to keep the personas signed in.</summary>
    public void MoveTo(DateOnly day) =>
        Interlocked.Exchange(ref ticks, new DateTimeOffset(day.ToDateTime(new TimeOnly(14, 30)), TimeSpan.FromHours(8)).UtcTicks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
