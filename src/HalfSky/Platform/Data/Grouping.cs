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
}

/// <summary>One dimension of a split.</summary>
/// <param name="Key">Column.</param>
/// <param name="By">How it is cut.</param>
/// <param name="CodesOf">For <see cref="By.Code"/>: the codes there are.</param>
/// <param name="Moved">For places: succession, from old branch to the number it counts under now.</param>
public sealed record Dimension(string Key, By By = By.Value, IReadOnlyList<string>? CodesOf = null, IReadOnlyList<Places.Successor>? Moved = null)
{
    /// <summary>True when one entry may stand in several rows, so that rows do not add up.</summary>
    public bool Overlaps => By is By.Code;
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
            case When x: x.Inner.Write(w, shape, alias, when is null ? x.Condition : when & x.Condition); break;
        }
    }
}

/// <summary>Order of a list.</summary>
/// <param name="Key">Column; never a sealed one.</param>
/// <param name="Descending">Newest or greatest first.</param>
public sealed record Order(string Key, bool Descending = false);
