using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>A page whose figures are those of one place and one period, both chosen on the page.</summary>
public abstract class AskPage(Desk desk) : AppPage(desk)
{
    /// <summary>What is asked.</summary>
    public AskQuery Query { get; private set; } = null!;

    /// <summary>The place chosen.</summary>
    public Node Place => Reference.Places.Find(Query.Place.Value) ?? new Node(Query.Place, "");

    /// <summary>Parameters the choosing form carries along.</summary>
    public virtual IEnumerable<(string Name, string Value)> Carried => Query.Conditions;

    /// <summary>Places offered: the way down to the chosen one, those beside it and those below it.</summary>
    public IReadOnlyList<Node> PlacesOffered { get; private set; } = [];

    /// <summary>Periods offered, with their words.</summary>
    public IReadOnlyList<(string Key, string Label)> PeriodsOffered { get; private set; } = [];

    /// <summary>Where she sees targets.</summary>
    protected Access.Scope TargetScope => Reference.Registers.FirstOrDefault(r => r.Targets is not null) is { } register ? Desk.Sees(register) : Access.Scope.None;

    /// <summary>Place and period, “青禾镇 · 2026年”.</summary>
    public string Sentence => $"{Place.Name} · {Query.Narrowed.Label}{(Query.Narrowed.Contains(Desk.Today) && Query.Narrowed.Last != Desk.Today ? "，到今天" : "")}";

    /// <summary>Takes reference facts and reads the address.</summary>
    protected async Task Ask(Measure? measure, Period standard, CancellationToken ct)
    {
        var home = await Desk.HomePlace(ct);
        Query = AskQuery.Read(Request.Query, measure, Reference, home, standard, Desk.Today);
        if (Query.Problems.Count > 0) Response.StatusCode = 422;
        var chosen = Query.Place;
        PlacesOffered = [.. Reference.Places.All.Where(n => !n.Ended && home.Contains(n.Number) && n.Number.Depth <= 4
            && (n.Number.Contains(chosen) || n.Number.Parent == chosen || (n.Number.Parent is { } parent && parent == chosen.Parent)))];
        var today = Desk.Today;
        var offered = new List<Period> { Period.MonthOf(today), Period.MonthOf(today).Previous };
        for (var quarter = Period.QuarterOf(today); quarter.From.Year == today.Year; quarter = quarter.Previous) offered.Add(quarter);
        offered.AddRange([Period.YearOf(today), Period.YearOf(today).Previous, new(new(today.Year - 2, 1, 1), new(today.Year + 1, 1, 1))]);
        if (!offered.Contains(Query.Period)) offered.Insert(0, Query.Period);
        PeriodsOffered = [.. offered.Select(p => (p.Key, p.Label))];
    }
}
