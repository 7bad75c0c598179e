namespace HalfSky.Platform.Data;

/// <summary>How a column is cut into rows of a split.</summary>
public enum By
{
    /// <summary>Each value is a row.</summary>
    Value,

    /// <summary>A several-kinds column: each code is a row, an entry may stand in several.</summary>
    Code,

    /// <summary>Month “2026-03”.</summary>
    Month,

    /// <summary>Quarter “2026Q1”.</summary>
    Quarter,

    /// <summary>Year “2026”.</summary>
    Year,

    /// <summary>Township level of an interval number.</summary>
    Township,

    /// <summary>Village level.</summary>
    Village,

    /// <summary>Grid or group level.</summary>
    Grid,

    /// <summary>Group of places: each group is a row, a place may lie in several.</summary>
    Group,
}

/// <summary>A dated fact about the row: some row of another table that points at the same thing and held on the day.</summary>
/// <param name="Other">Table of the facts.</param>
/// <param name="OtherKey">Its column that points at the thing.</param>
/// <param name="Key">Our column that points at it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">The day it ended; empty while it lasts.</param>
/// <param name="DayKey">Our column of the day; null when the day is given.</param>
/// <param name="Day">The day asked, for a stock.</param>
/// <param name="States">States of facts that count.</param>
public sealed record HeldFact(Shape Other, string OtherKey, string Key, string From, string To, string? DayKey, DateOnly Day, IReadOnlyList<object> States)
{
    /// <summary>Writes “points at the same thing, counts, and held on the day”.</summary>
    internal void Write(SqlWriter w, Shape shape, string alias, string other)
    {
        void TheDay()
        {
            if (DayKey is null) w.Value(Day);
            else w.Add(alias).Add(".").Add(shape[DayKey].Name);
        }
        string Col(string key) => other + "." + Other[key].Name;
        w.Add(Col(OtherKey)).Add(" = ").Add(alias).Add(".").Add(shape[Key].Name).Add(" AND ").Add(Col("state")).Add(" IN (").Join(States, ", ", s => w.Value(s), "NULL").Add(")")
            .Add(" AND ").Add(w.Dialect.WithoutIndex(Col(From))).Add(" <= ");
        TheDay();
        w.Add(" AND (").Add(Col(To)).Add(" IS NULL OR ").Add(w.Dialect.WithoutIndex(Col(To))).Add(" > ");
        TheDay();
        w.Add(")");
    }
}

/// <summary>Membership of places in groups, by the day.</summary>
/// <param name="Members">Group, numbers of the places from and up to, first day, the day it left.</param>
/// <param name="DayKey">Our column of the day; null when the members given are those of the day.</param>
public sealed record GroupFact(IReadOnlyList<(string Group, long Low, long High, DateOnly From, DateOnly? To)> Members, string? DayKey);

/// <summary>One dimension of a split.</summary>
/// <param name="Key">Column.</param>
/// <param name="By">How it is cut.</param>
/// <param name="CodesOf">For <see cref="By.Code"/>: the codes there are.</param>
/// <param name="Moved">For places: succession, from old branch to the number it counts under now.</param>
/// <param name="Fact">The column stands on a dated fact that held on the day, not on the row itself.</param>
/// <param name="Groups">For <see cref="By.Group"/>: who belongs to what, from when to when.</param>
public sealed record Dimension(string Key, By By = By.Value, IReadOnlyList<string>? CodesOf = null, IReadOnlyList<Places.Successor>? Moved = null,
    HeldFact? Fact = null, GroupFact? Groups = null)
{
    /// <summary>True when one entry may stand in several rows, so that rows do not add up.</summary>
    public bool Overlaps => By is By.Code or By.Group || Fact is not null;
}

/// <summary>What is counted.</summary>
public abstract record Aggregate
{
    private Aggregate() { }

    /// <summary>Entries.</summary>
    public sealed record Rows : Aggregate;

    /// <summary>Different values of a column; empty ones are not counted.</summary>
    public sealed record Distinct(string Key) : Aggregate;

    /// <summary>Sum of a column; 0 over no rows, so that empty is said by the caller and not by chance.</summary>
    public sealed record Sum(string Key) : Aggregate;

    /// <summary>Greatest value of a column; 0 over no rows.</summary>
    public sealed record Max(string Key) : Aggregate;

    /// <summary>Different villages the rows lie in; what lies above the villages is not counted, a merged village counts under its successor.</summary>
    public sealed record Villages(IReadOnlyList<Places.Successor> Moved) : Aggregate;

    /// <summary>The same over those rows alone that fulfil the condition.</summary>
    public sealed record When(Aggregate Inner, Filter Condition) : Aggregate;

    internal void Write(SqlWriter w, Shape shape, string alias, Filter? when = null)
    {
        void Case(string then, string otherwise)
        {
            if (when is null) { w.Add(then); return; }
            w.Add("CASE WHEN ");
            when.Write(w, shape, alias, null);
            w.Add(" THEN ").Add(then).Add(otherwise).Add(" END");
        }
        switch (this)
        {
            case Rows when when is null: w.Add("COUNT(*)"); break;
            case Rows: w.Add("COUNT("); Case("1", ""); w.Add(")"); break;
            case Distinct d: w.Add("COUNT(DISTINCT "); Case(alias + "." + shape[d.Key].Name, ""); w.Add(")"); break;
            case Sum s: w.Add("COALESCE(CAST(SUM("); Case(alias + "." + shape[s.Key].Name, " ELSE 0"); w.Add(") AS BIGINT), 0)"); break;
            case Max m: w.Add("COALESCE(MAX("); Case(alias + "." + shape[m.Key].Name, ""); w.Add("), 0)"); break;
            case Villages v:
                w.Add("COUNT(DISTINCT CASE WHEN ");
                if (when is not null)
                {
                    when.Write(w, shape, alias, null);
                    w.Add(" AND ");
                }
                var column = alias + "." + shape["place"].Name;
                w.Add(column).Add(" % ").Add(Kernel.Branch.Width(2).ToString(System.Globalization.CultureInfo.InvariantCulture)).Add(" <> 0 THEN ");
                Query.WriteBranch(w, column, 3, v.Moved);
                w.Add(" END)");
                break;
            case When x: x.Inner.Write(w, shape, alias, when is null ? x.Condition : when & x.Condition); break;
        }
    }
}

/// <summary>Order of a list.</summary>
/// <param name="Key">Column; never a sealed one.</param>
/// <param name="Descending">Newest or greatest first.</param>
public sealed record Order(string Key, bool Descending = false);
