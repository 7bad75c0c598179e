using HalfSky.Kernel;

namespace HalfSky.Tests.Platform.Duties;

/// <summary>What a duty should be.</summary>
public sealed record Wanted(string Rule, Guid Entry, string Cycle, DateOnly Due, string State, DateOnly? DoneOn);

/// <summary>
/// Duties told by walking through the days one by one, with lists in memory and nothing of the engine: what somebody with a wall calendar and a
/// notebook would say is due. It knows three kinds of rules: every quarter (later every month), ninety days after the last time, once a year by the seat.
/// </summary>
public sealed class PlainCalendar(DateOnly since)
{
    /// <summary>Somebody in care.</summary>
    public sealed record InCare(Guid Id, Guid Person, DateOnly Recorded, DateOnly From, Guid Post) { public DateOnly? To { get; set; } public bool Withdrawn { get; set; } }

    /// <summary>A post; posts of one seat follow each other.</summary>
    public sealed record Held(Guid Id, Guid Seat, DateOnly Recorded, DateOnly From) { public DateOnly? To { get; set; } }

    /// <summary>Something that was done.</summary>
    public sealed record Deed(Guid Id, Guid About, DateOnly On) { public bool Gone { get; set; } }

    public List<InCare> Care { get; } = [];
    public List<Held> Posts { get; } = [];
    public List<(Guid Id, DateOnly Recorded, DateOnly Opened)> Venues { get; } = [];
    public List<Deed> Visits { get; } = [];
    public List<Deed> Activities { get; } = [];
    public List<Deed> Reports { get; } = [];
    public List<(Guid Post, DateOnly From, DateOnly To)> Leaves { get; } = [];
    public List<(DateOnly First, DateOnly Last)> Holidays { get; } = [];

    /// <summary>Months between two visits, from a day on: 3, later 1.</summary>
    public List<(DateOnly From, int Months)> Visiting { get; } = [(DateOnly.MinValue, 3)];

    /// <summary>Days a venue may be silent, from a day on; 0 when nobody asks.</summary>
    public List<(DateOnly From, int Days)> Silence { get; } = [(DateOnly.MinValue, 90)];

    /// <summary>The latest day anybody looked.</summary>
    public DateOnly Seen { get; set; }

    public IEnumerable<Wanted> All(DateOnly today) => [.. Visited(today), .. Silent(), .. Reported(today)];

    private IEnumerable<Wanted> Visited(DateOnly today)
    {
        foreach (var care in Care.Where(c => !c.Withdrawn))
        {
            var begin = new[] { since, care.Recorded, care.From }.Max();
            var told = new HashSet<string>();
            for (var day = new DateOnly(since.Year, 1, 1); day <= Seen; day = day.AddDays(1))
            {
                // Only first days of a cycle are looked at, under the rule of that very day.
                var months = Visiting.Last(v => v.From <= day).Months;
                if (day.Day != 1 || (day.Month - 1) % months != 0) continue;
                var (last, graceful) = (day.AddMonths(months).AddDays(-1), day.AddMonths(2 * months));
                var key = months == 3 ? $"{day:yyyy}Q{(day.Month + 2) / 3}" : $"{day:yyyy-MM}";
                if (last < begin || !told.Add(key)) continue;
                var done = Visits.Where(v => !v.Gone && v.About == care.Person && v.On >= day && v.On < graceful).OrderBy(v => v.On).FirstOrDefault();
                var asked = care.To is null || care.To > last;
                if (done is null && !asked) continue;
                yield return new("care.quarterly-visit", care.Id, key, Working(last, care.Post), done is not null ? "Done" : graceful <= today ? "Missed" : "Open", done?.On);
            }
        }
    }

    private IEnumerable<Wanted> Silent()
    {
        foreach (var (venue, recorded, opened) in Venues)
        {
            var begin = new[] { since, recorded, opened }.Max();
            if (Silence.Last(s => s.From <= Seen).Days == 0) continue;
            // Asked again after a while of not asking, it begins anew.
            var on = Silence.Where(s => s.From <= Seen).Reverse().TakeWhile(s => s.Days > 0).Last().From;
            if (on > begin) begin = on;
            if (begin > Seen) continue;
            int Days(DateOnly day) => Silence.Last(s => s.From <= (day < begin ? begin : day)).Days;
            var held = Activities.Where(a => !a.Gone && a.About == venue).Select(a => a.On).Distinct().Order().ToList();
            var last = held.LastOrDefault(d => d <= begin && d > begin.AddDays(-Days(begin)));
            if (last == default) last = begin;
            var key = begin;
            for (var day = begin.AddDays(1); day <= Far; day = day.AddDays(1))
            {
                if (!held.Contains(day)) continue;
                var due = Working(last.AddDays(Days(last)), null);
                if (day > due)
                {
                    yield return new("venue.quiet", venue, $"{key:yyyy-MM-dd}", due, "Done", day);
                    key = day;
                }
                last = day;
            }
            yield return new("venue.quiet", venue, $"{key:yyyy-MM-dd}", Working(last.AddDays(Days(last)), null), "Open", null);
        }
    }

    private IEnumerable<Wanted> Reported(DateOnly today)
    {
        foreach (var post in Posts)
        {
            var begin = new[] { since, post.Recorded, post.From }.Max();
            for (var year = since.Year; new DateOnly(year, 1, 1) <= Seen; year++)
            {
                var last = new DateOnly(year, 12, 31);
                if (last < begin) continue;
                var line = Posts.Where(p => p.Seat == post.Seat).Select(p => p.Id).ToHashSet();
                var done = Reports.Where(r => !r.Gone && line.Contains(r.About) && r.On >= new DateOnly(year, 1, 1) && r.On < new DateOnly(year + 2, 1, 1)).OrderBy(r => r.On).FirstOrDefault();
                var asked = post.To is null || post.To > last;
                if (done is null && !asked) continue;
                yield return new("post.report", post.Id, $"{year}", Working(last, post.Id), done is not null ? "Done" : new DateOnly(year + 2, 1, 1) <= today ? "Missed" : "Open", done?.On);
            }
        }
    }

    private DateOnly Far => Activities.Select(a => a.On).Append(Seen).Max();

    /// <summary>Not on a holiday, not while she is away.</summary>
    private DateOnly Working(DateOnly day, Guid? post)
    {
        for (; ; )
        {
            var away = Leaves.Where(l => l.Post == post && day >= l.From && day < l.To).ToList();
            if (away.Count > 0) day = away[0].To.AddDays(6);
            else if (Off(day)) day = day.AddDays(1);
            else return day;
        }
    }

    /// <summary>Days off of 2026 to 2031 as the calendars print them: eve and first three days of the lunar year, the festivals, the fixed days.</summary>
    private bool Off(DateOnly day) => Printed.Contains(day) || Holidays.Exists(h => day >= h.First && day <= h.Last);

    private static readonly HashSet<DateOnly> Printed = [.. new[] { 2026, 2027, 2028, 2029, 2030, 2031 }.SelectMany(y => new DateOnly[] { new(y, 1, 1), new(y, 5, 1), new(y, 5, 2), new(y, 10, 1), new(y, 10, 2), new(y, 10, 3) }),
        .. new DateOnly[] { new(2026, 2, 17), new(2027, 2, 6), new(2028, 1, 26), new(2029, 2, 13), new(2030, 2, 3), new(2031, 1, 23) }.SelectMany(first => Enumerable.Range(-1, 4).Select(first.AddDays)),
        new(2026, 4, 5), new(2027, 4, 5), new(2028, 4, 4), new(2029, 4, 4), new(2030, 4, 5), new(2031, 4, 5),
        new(2026, 6, 19), new(2027, 6, 9), new(2028, 5, 28), new(2029, 6, 16), new(2030, 6, 5), new(2031, 6, 24),
        new(2026, 9, 25), new(2027, 9, 15), new(2028, 10, 3), new(2029, 9, 22), new(2030, 9, 12), new(2031, 10, 1)];
}
