using HalfSky.Kernel;

namespace HalfSky.Platform.Data;

/// <summary>A condition over declared columns; a closed family, so that the same condition can be read as SQL and as words.</summary>
public abstract record Filter
{
    private Filter() { }

    /// <summary>Column equals the value; null means “is empty”. The only one a sealed column takes, over its hash.</summary>
    public sealed record Is(string Key, object? Value) : Filter;

    /// <summary>Column is one of the values.</summary>
    public sealed record In(string Key, IReadOnlyList<object> Values) : Filter;

    /// <summary>Column lies in [From, To); null is open.</summary>
    public sealed record Range(string Key, object? From, object? To) : Filter;

    /// <summary>A several-kinds column holds the code.</summary>
    public sealed record Has(string Key, string Code) : Filter;

    /// <summary>A long text or title contains the words (small tables only; registers use search).</summary>
    public sealed record Contains(string Key, string Text) : Filter;

    /// <summary>The dated fact holds on the day: from ≤ day and (no to or day &lt; to).</summary>
    public sealed record HeldOn(string From, string To, DateOnly Day) : Filter;

    /// <summary>Younger than so many years on the day a figure is read; becomes a range of birth days before SQL is written.</summary>
    public sealed record Younger(string Key, int Years) : Filter;

    /// <summary>The day asked lies in [From, To): what a stock's question about a group of places becomes on its day.</summary>
    public sealed record Member(DateOnly From, DateOnly? To) : Filter;

    /// <summary>The place lies in one of the branches.</summary>
    public sealed record Within(string Key, IReadOnlyList<Branch> Branches) : Filter;

    /// <summary>Some row of another table points at the same thing and fulfils the inner condition.</summary>
    public sealed record Exists(Shape Other, string OtherKey, string Key, Filter Inner) : Filter;

    /// <summary>The same asked the other way round: the things some row of the other table points at are gathered once. For questions about many rows.</summary>
    public sealed record Among(Shape Other, string OtherKey, string Key, Filter Inner) : Filter;

    /// <summary>A dated fact about the row held on the day and fulfils the inner condition.</summary>
    public sealed record Held(HeldFact Fact, Filter Inner) : Filter;

    /// <summary>The entry's document matches the search (see <see cref="Search.SearchQuery"/>).</summary>
    public sealed record Matches(Search.SearchQuery Query) : Filter;

    /// <summary>All hold.</summary>
    public sealed record All(IReadOnlyList<Filter> Parts) : Filter;

    /// <summary>One holds at least.</summary>
    public sealed record Any(IReadOnlyList<Filter> Parts) : Filter;

    /// <summary>It does not hold.</summary>
    public sealed record Not(Filter Part) : Filter;

    /// <summary>Nothing is asked.</summary>
    public static Filter None { get; } = new All([]);

    /// <summary>Both hold.</summary>
    public static Filter operator &(Filter a, Filter b) => (a, b) switch
    {
        (All { Parts.Count: 0 }, _) => b,
        (_, All { Parts.Count: 0 }) => a,
        (All x, All y) => new All([.. x.Parts, .. y.Parts]),
        (All x, _) => new All([.. x.Parts, b]),
        _ => new All([a, b]),
    };

    /// <summary>Does it hold on one day and not on another, of the same row?</summary>
    public bool IsDated => this switch
    {
        Younger or Member or Held { Fact.DayKey: null } => true,
        All f => f.Parts.Any(p => p.IsDated),
        Any f => f.Parts.Any(p => p.IsDated),
        Not f => f.Part.IsDated,
        _ => false,
    };

    /// <summary>The condition as of a day: ages become ranges of birth days.</summary>
    public Filter On(DateOnly day) => this switch
    {
        // Years first: from 28 February of a leap year a day more would be cut back to the 28th.
        Younger y => new Range(y.Key, day.AddYears(-y.Years).AddDays(1), null),
        Member m => m.From <= day && (m.To is null || m.To > day) ? None : new Any([]),
        Held h => h with { Fact = h.Fact with { Day = day } },
        All f => new All([.. f.Parts.Select(p => p.On(day))]),
        Any f => new Any([.. f.Parts.Select(p => p.On(day))]),
        Not f => new Not(f.Part.On(day)),
        _ => this,
    };

    /// <summary>Writes the condition.</summary>
    /// <param name="w">Writer.</param>
    /// <param name="shape">Columns it may name.</param>
    /// <param name="alias">Table alias.</param>
    /// <param name="drive">Key of the range column an index is to be taken on; others are written so that SQLite leaves their index alone.</param>
    internal void Write(SqlWriter w, Shape shape, string alias, string? drive)
    {
        string Col(string key) => alias + "." + shape[key].Name;
        switch (this)
        {
            case Is { Value: null } f:
                w.Add(Col(f.Key)).Add(" IS NULL");
                break;
            case Is f when shape[f.Key].Sealed:
                WriteSealed(w, Col(f.Key), (byte[])f.Value!);
                break;
            case Is f:
                w.Add(Col(f.Key)).Add(" = ").Value(f.Value);
                break;
            case In f:
                Clear(shape, f.Key);
                w.Add(Col(f.Key)).Add(" IN (").Join(f.Values, ", ", v => w.Value(v), "NULL").Add(")");
                break;
            case Range f:
                Clear(shape, f.Key);
                var name = drive is null || drive == f.Key ? Col(f.Key) : w.Dialect.WithoutIndex(Col(f.Key));
                w.Add("(1=1");
                if (f.From is not null) w.Add(" AND ").Add(name).Add(" >= ").Value(f.From);
                if (f.To is not null) w.Add(" AND ").Add(name).Add(" < ").Value(f.To);
                w.Add(")");
                break;
            case Has f:
                Clear(shape, f.Key);
                w.Add(w.Dialect.Position(Col(f.Key), w.Parameter("," + f.Code + ","))).Add(" > 0");
                break;
            case Contains f:
                Clear(shape, f.Key);
                w.Add(w.Dialect.Position(Col(f.Key), w.Parameter(f.Text))).Add(" > 0");
                break;
            case HeldOn f:
                w.Add("(").Add(w.Dialect.WithoutIndex(Col(f.From))).Add(" <= ").Value(f.Day)
                    .Add(" AND (").Add(Col(f.To)).Add(" IS NULL OR ").Add(w.Dialect.WithoutIndex(Col(f.To))).Add(" > ").Value(f.Day).Add("))");
                break;
            case Within f:
                w.Within(Col(f.Key), f.Branches, drive is null || drive == f.Key);
                break;
            case Exists f:
                var inner = alias + "x";
                w.Add("EXISTS (SELECT 1 FROM ").Add(f.Other.Table).Add(" ").Add(inner).Add(" WHERE ")
                    .Add(inner).Add(".").Add(f.Other[f.OtherKey].Name).Add(" = ").Add(Col(f.Key)).Add(" AND ");
                f.Inner.Write(w, f.Other, inner, f.OtherKey);
                w.Add(")");
                break;
            case Among f:
                var among = alias + "a";
                w.Add(Col(f.Key)).Add(" IN (SELECT ").Add(among).Add(".").Add(f.Other[f.OtherKey].Name).Add(" FROM ").Add(f.Other.Table).Add(" ").Add(among).Add(" WHERE ");
                f.Inner.Write(w, f.Other, among, "date");
                w.Add(")");
                break;
            case Held f:
                var fact = alias + "h";
                w.Add("EXISTS (SELECT 1 FROM ").Add(f.Fact.Other.Table).Add(" ").Add(fact).Add(" WHERE ");
                f.Fact.Write(w, shape, alias, fact);
                w.Add(" AND ");
                f.Inner.Write(w, f.Fact.Other, fact, f.Fact.OtherKey);
                w.Add(")");
                break;
            case Matches f:
                w.Dialect.WriteMatch(w, Col("id"), f.Query);
                break;
            case All f:
                w.Add("(").Join(f.Parts, " AND ", p => p.Write(w, shape, alias, drive), "1=1").Add(")");
                break;
            case Any f:
                w.Add("(").Join(f.Parts, " OR ", p => p.Write(w, shape, alias, null), "1=0").Add(")");
                break;
            case Not f:
                w.Add("NOT (");
                f.Part.Write(w, shape, alias, null);
                w.Add(")");
                break;
            default:
                throw new InvalidOperationException(GetType().Name);
        }
    }

    /// <summary>The hash stands in front of the sealed bytes, so equality is a range over them and an ordinary index serves.</summary>
    private static void WriteSealed(SqlWriter w, string column, byte[] hash)
    {
        var next = (byte[])hash.Clone();
        for (var i = next.Length - 1; i >= 0 && ++next[i] == 0; i--) { }
        w.Add("(").Add(column).Add(" >= ").Value(hash).Add(" AND ").Add(column).Add(" < ").Value(next).Add(")");
    }

    private static void Clear(Shape shape, string key)
    {
        if (shape[key].Sealed) throw new InvalidOperationException($"{shape.Table}.{key} is sealed: only equality by its hash");
    }
}
