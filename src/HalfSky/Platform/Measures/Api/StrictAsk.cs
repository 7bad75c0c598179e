using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Platform.Measures.Api;

/// <summary>
/// Reads a question by <see cref="AskQuery"/> for programs: what a page may overlook is a problem here, because nobody sees that a
/// misspelt parameter was left out of a figure.
/// </summary>
public static class StrictAsk
{
    private const int MostDimensions = 3;

    private static readonly string[] Days = ["period", "from", "to", "month", "quarter", "year"];
    private static readonly string[] Known = ["place", "by", "published", "township", "village", "grid", "group", "state", .. Days];

    /// <summary>No days were named.</summary>
    public static readonly Problem NoPeriod = new("ask.period", "请写明时段：period=2026Q1，或者 from 和 to。", "period");

    /// <summary>Reads the question.</summary>
    /// <param name="query">Parameters.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="reference">Reference facts.</param>
    /// <param name="home">Place when none is given.</param>
    /// <param name="today">Today.</param>
    /// <param name="others">Parameters that belong to the caller.</param>
    /// <param name="problems">What is wrong.</param>
    /// <returns>Null when something is wrong or no days were named.</returns>
    public static AskQuery? Read(IReadOnlyCollection<KeyValuePair<string, StringValues>> query, Measure measure, Reference reference, Branch home, DateOnly today,
        IReadOnlyList<string> others, out IReadOnlyList<Problem> problems)
    {
        var wrong = new List<Problem>();
        var fields = Split.Declared(measure, reference);
        var asked = query.Select(q => (Name: q.Key, Values: q.Value.Where(v => !string.IsNullOrWhiteSpace(v)).ToList())).Where(q => q.Values.Count > 0).ToList();
        foreach (var (name, values) in asked)
        {
            var shown = name.Length > 40 ? name[..40] : name;
            if (!Known.Contains(name) && !others.Contains(name) && fields.All(f => f.Key != name))
                wrong.Add(new("ask.unknown", $"“{measure.Label}”没有“{shown}”这个条件，可以用 {string.Join("、", Known.Concat(fields.Select(f => f.Key)))}。", shown));
            else if (values.Count > 1)
                wrong.Add(new("ask.twice", $"“{shown}”只能写一次。", shown));
        }
        bool Has(string name) => asked.Any(a => a.Name == name);
        if (Has("period") && (Has("from") || Has("to"))) wrong.Add(new("ask.period", "时段和起止日期只能用一种。", "period"));
        // A month alone is the period; beside a period it is one row of its split.
        var standard = Days.Skip(3).Select(d => asked.FirstOrDefault(a => a.Name == d).Values is [var text] && Period.TryParse(text, null, out var days) ? days : default)
            .FirstOrDefault(d => d != default, Period.YearOf(today));
        var read = AskQuery.Read(query, measure, reference, home, standard, today);
        wrong.AddRange(read.Problems);
        if (read.By.Count > MostDimensions) wrong.Add(new("measure.dimension", $"一次最多按 {MostDimensions} 项分。", "by"));
        if (read.By.Distinct().Count() < read.By.Count) wrong.Add(new("measure.dimension", "同一项只能分一次。", "by"));
        if (fields.Count(f => f.Field?.Type is FieldType.Kinds && read.By.Contains(f.Key)) > 1) wrong.Add(new("measure.dimension", "可多选的类别一次只能按一项分。", "by"));
        if (fields.Count(f => f.Dated is not null && read.By.Contains(f.Key)) > 1) wrong.Add(new("measure.dimension", "随时间变的一项一次只能分一个。", "by"));
        problems = wrong;
        return wrong.Count > 0 || !Days.Any(Has) ? null : read;
    }
}
