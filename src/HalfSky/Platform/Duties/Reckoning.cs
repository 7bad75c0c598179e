using HalfSky.Kernel;

namespace HalfSky.Platform.Duties;

/// <summary>What a rule needs to know of an entry that makes duties.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Org">Organisation that answers.</param>
/// <param name="Place">Its place.</param>
/// <param name="Subject">What acts point at.</param>
/// <param name="Owner">Responsible post; null: whoever leads the organisation.</param>
/// <param name="Since">Day from which duties are made: it holds, it is recorded, and the program keeps duties.</param>
/// <param name="To">Day it ends (exclusive); null while it holds.</param>
/// <param name="On">Its date.</param>
/// <param name="Until">The day it says that it was done.</param>
/// <param name="Fits">Does it count and fulfil the condition of a version?</param>
internal sealed record Origin(Guid Id, long Org, long Place, Guid Subject, Guid? Owner, DateOnly Since, DateOnly? To, DateOnly? On, DateOnly? Until, Func<DutyRule, bool> Fits);

/// <summary>An act: the entry, the day it happened, and what of a checklist it ticks off.</summary>
internal sealed record Deed(Guid Entry, DateOnly On, Guid Ticks);

/// <summary>What there is to do, and where it stands.</summary>
internal sealed record Reckoned(string Cycle, DateOnly From, DateOnly Due, DateOnly Misses, DutyRule Rule, bool Asked, int Have, Guid? DoneBy, DateOnly? DoneOn);

/// <summary>
/// Reckons the duties of one entry from the facts alone: no clock, no database. Whatever order facts come in, the same facts give the same duties;
/// that is why nothing is made twice and a returned act opens its duty with the old date.
/// </summary>
internal static class Reckoning
{
    /// <summary>The duties of an entry under a rule.</summary>
    /// <param name="history">The rule with its versions.</param>
    /// <param name="source">The entry.</param>
    /// <param name="acts">Acts about its subject, by day.</param>
    /// <param name="horizon">Cycles that began on or before this day are there.</param>
    /// <param name="shift">Moves a date on past holidays and leave.</param>
    /// <param name="needed">How many a checklist asks for.</param>
    public static IEnumerable<Reckoned> Of(RuleHistory history, Origin source, IReadOnlyList<Deed> acts, DateOnly horizon, Func<DateOnly, DateOnly> shift, int needed) => history.Rule.Cycle switch
    {
        DutyCycle.Once => Once(history, source, acts, horizon, shift),
        DutyCycle.Days => Rolling(history, source, acts, horizon, shift),
        _ => history.Cycles(source.Since, horizon).Select(c => InCycle(c.Rule, c.Key, c.Cycle, source, acts, shift, needed)).Where(r => r.Asked || r.DoneBy is not null),
    };

    private static Reckoned InCycle(DutyRule rule, string key, Period cycle, Origin source, IReadOnlyList<Deed> acts, Func<DateOnly, DateOnly> shift, int needed)
    {
        // Done late is done, until the cycle after is over too; by then the next one has long been asked for.
        var misses = rule.ByCalendar ? cycle.Next.To : cycle.Last.AddDays(1 + rule.Days);
        var due = source.Fits(rule) && (source.To is not { } end || end > cycle.Last);
        var (have, done) = Count(acts.Where(a => a.On >= cycle.From && a.On < misses), rule.Each is null ? rule.Times : needed, rule.Each is not null, cycle);
        return new(key, cycle.From, shift(cycle.Last), misses, rule, due, have, done?.Entry, done?.On);
    }

    /// <summary>How many acts there are, and the one that completes them.</summary>
    private static (int Have, Deed? Done) Count(IEnumerable<Deed> acts, int needed, bool each, Period cycle)
    {
        var ticked = new HashSet<Guid>();
        var (have, all) = (0, 0);
        Deed? done = null;
        foreach (var act in acts)
        {
            if (each && !ticked.Add(act.Ticks)) continue;
            if (act.On < cycle.To) have++;
            if (++all == needed) done = act;
        }
        return (have, done);
    }

    private static IEnumerable<Reckoned> Once(RuleHistory history, Origin source, IReadOnlyList<Deed> acts, DateOnly horizon, Func<DateOnly, DateOnly> shift)
    {
        if (source.On is not { } on || history.On(horizon) is not { Off: false } rule) yield break;
        var opens = on.AddDays(-rule.Days);
        // What was over before duties were kept is not asked for any more.
        var due = source.Fits(rule) && opens <= horizon && (source.To is not { } end || end > opens) && (on >= source.Since || source.Until is not null);
        var act = rule.Until is null ? acts.FirstOrDefault(a => a.On >= opens) : null;
        var done = rule.Until is null ? act?.On : source.Until;
        if (due || (source.Fits(rule) && done is not null && opens <= horizon)) yield return new("once", opens, shift(on), DateOnly.MaxValue, rule, due, done is null ? 0 : 1, done is null ? null : act?.Entry ?? source.Id, done);
    }

    /// <summary>
    /// An interval runs from the last act. While acts come in time it is one duty whose date moves on; one that came too late closes it, late, and the
    /// next begins. A changed interval holds from the next act on.
    /// </summary>
    private static IEnumerable<Reckoned> Rolling(RuleHistory history, Origin source, IReadOnlyList<Deed> acts, DateOnly horizon, Func<DateOnly, DateOnly> shift)
    {
        if (history.On(horizon) is not { Off: false }) yield break;
        // An interval switched off and on again begins anew.
        var begin = history.Versions.TakeWhile(v => v.From <= horizon).Reverse().TakeWhile(v => !v.Off).Last().From is var on && on > source.Since ? on : source.Since;
        if (begin > horizon) yield break;
        var rule = history.On(begin)!;
        var last = acts.LastOrDefault(a => a.On <= begin && a.On > begin.AddDays(-rule.Days))?.On ?? begin;
        var (key, from) = (begin, last);
        foreach (var act in acts.Where(a => a.On > begin && (source.To is not { } end || a.On < end)))
        {
            rule = history.On(last > begin ? last : begin)!;
            var due = shift(last.AddDays(rule.Days));
            if (act.On > due)
            {
                yield return new(Key(key), from, due, DateOnly.MaxValue, rule, true, 1, act.Entry, act.On);
                key = act.On;
            }
            from = last = act.On;
        }
        rule = history.On(last > begin ? last : begin)!;
        var open = last.AddDays(rule.Days);
        if (source.Fits(rule) && (source.To is not { } ends || ends > open)) yield return new(Key(key), from, shift(open), DateOnly.MaxValue, rule, true, 0, null, null);

        static string Key(DateOnly day) => $"{day:yyyy-MM-dd}";
    }
}
