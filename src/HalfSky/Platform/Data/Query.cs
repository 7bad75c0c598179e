using System.Data.Common;
using System.Runtime.CompilerServices;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Data;

/// <summary>A page of rows with how many there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, long Total);

/// <summary>One row of a split: the dimension values in order, then the aggregates.</summary>
public sealed record GroupRow(IReadOnlyList<string?> Keys, IReadOnlyList<long> Values);

/// <summary>A query over one shape. Without a scope there is no constructor; the predicate of the scope is always the first.</summary>
public sealed class Query
{
    private readonly Session session;
    private readonly Shape shape;
    private readonly Scope scope;
    private readonly Filter filter;
    private readonly string? driver;

    /// <summary>Asks a shape within a scope.</summary>
    public Query(Session session, Shape shape, Scope scope) : this(session, shape, scope, Filter.None) { }

    private Query(Session session, Shape shape, Scope scope, Filter filter, string? driver = null) =>
        (this.session, this.shape, this.scope, this.filter, this.driver) = (session, shape, scope, filter, driver);

    /// <summary>Adds a condition.</summary>
    public Query Where(Filter more) => new(session, shape, scope, filter & more, driver);

    /// <summary>Takes the index that begins with this column, where it is known to hold all that is asked: read from end to end it is faster than rows looked up one by one.</summary>
    public Query Along(string key) => new(session, shape, scope, filter, key);

    /// <summary>Rows of a page and the total.</summary>
    public async Task<Page<object?[]>> List(IReadOnlyList<string> columns, IReadOnlyList<Order> order, int skip, int take, CancellationToken ct = default)
    {
        var rows = new List<object?[]>(take);
        await foreach (var row in Read(columns, order, skip, take, ct)) rows.Add(row);
        // A short first page is its own total; else it is counted over the same condition.
        var total = rows.Count < take && (rows.Count > 0 || skip == 0) ? skip + rows.Count : await Count(ct);
        return new(rows, total);
    }

    /// <summary>All rows; for exports and files.</summary>
    public IAsyncEnumerable<object?[]> Stream(IReadOnlyList<string> columns, IReadOnlyList<Order> order, CancellationToken ct = default) =>
        Read(columns, order, 0, null, ct);

    /// <summary>How many rows there are.</summary>
    public async Task<long> Count(CancellationToken ct = default)
    {
        if (Documents() is { } search) return await new Search.SearchIndex(session).Count(search, int.MaxValue, ct);
        var w = new SqlWriter(session.Dialect).Add("SELECT COUNT(*)");
        WriteFrom(w, Driver(counting: true, rowsAlone: true));
        await using var command = await session.Command(w, ct);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether there is a row at all.</summary>
    public async Task<bool> Any(CancellationToken ct = default)
    {
        await foreach (var _ in Read(["id"], [], 0, 1, ct)) return true;
        return false;
    }

    /// <summary>Aggregates by dimensions; without dimensions exactly one row, also over nothing.</summary>
    public async Task<IReadOnlyList<GroupRow>> Group(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Aggregate> aggregates, CancellationToken ct = default)
    {
        var w = GroupSql(dimensions, aggregates);
        await using var command = await session.Command(w, ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<GroupRow>();
        while (await reader.ReadAsync(ct))
        {
            var keys = new string?[dimensions.Count];
            for (var i = 0; i < keys.Length; i++) keys[i] = Key(reader, i, dimensions[i]);
            var values = new long[aggregates.Count];
            for (var i = 0; i < values.Length; i++) values[i] = reader.GetInt64(keys.Length + i);
            rows.Add(new(keys, values));
        }
        return rows;
    }

    /// <summary>
    /// One row for each different value of <paramref name="key"/>, its newest; what a distinct figure counts, opened.
    /// </summary>
    public Task<Page<object?[]>> NewestOfEach(string key, IReadOnlyList<string> columns, string date, int skip, int take, CancellationToken ct = default) =>
        NewestOfEach(new Dimension(key), columns, date, skip, take, ct);

    /// <summary>One row for each different value of a dimension of the row itself, its newest.</summary>
    public async Task<Page<object?[]>> NewestOfEach(Dimension each, IReadOnlyList<string> columns, string date, int skip, int take, CancellationToken ct = default)
    {
        // What lies above the villages is in none of them.
        var cut = each.By is By.Village ? " % " + Branch.Width(2).ToString(System.Globalization.CultureInfo.InvariantCulture) + " <> 0" : " IS NOT NULL";
        SqlWriter Numbered(string select)
        {
            var w = new SqlWriter(session.Dialect).Add("SELECT ").Add(select).Add(" FROM (SELECT ");
            w.Join(columns.Union([date, "id"]), ", ", c => w.Add("t.").Add(shape[c].Name));
            w.Add(", ROW_NUMBER() OVER (PARTITION BY ");
            WriteDimension(w, each);
            w.Add(" ORDER BY t.").Add(shape[date].Name).Add(" DESC, t.id DESC) AS nth");
            WriteFrom(w, Driver(counting: true));
            w.Add(" AND t.").Add(shape[each.Key].Name).Add(cut).Add(") r WHERE nth = 1");
            return w;
        }
        var sql = Numbered(string.Join(", ", columns.Select(c => "r." + shape[c].Name)));
        sql.Add(" ORDER BY r.").Add(shape[date].Name).Add(" DESC, r.id DESC LIMIT ").Value((long)take).Add(" OFFSET ").Value((long)skip);
        var rows = new List<object?[]>();
        await foreach (var row in Run(sql, columns, ct)) rows.Add(row);
        await using var count = await session.Command(Numbered("COUNT(*)"), ct);
        return new(rows, Convert.ToInt64(await count.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The statement a split would run; for the test that reads plans.</summary>
    public SqlWriter GroupSql(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Aggregate> aggregates)
    {
        if (dimensions.Any(d => d.Fact is not null || d.Groups is not null)) return OnceEachSql(dimensions, aggregates);
        var w = new SqlWriter(session.Dialect).Add("SELECT ");
        w.Join(dimensions, ", ", d => WriteDimension(w, d));
        if (dimensions.Count > 0) w.Add(", ");
        w.Join(aggregates, ", ", a => a.Write(w, shape, "t"));
        WriteFrom(w, Driver(counting: true), dimensions);
        if (dimensions.Count > 0)
            w.Add(" GROUP BY ").Join(Enumerable.Range(1, dimensions.Count), ", ", i => w.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return w;
    }

    /// <summary>Two facts may say the same of an entry, two places of a group hold it: it stands in that row once.</summary>
    private SqlWriter OnceEachSql(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Aggregate> aggregates)
    {
        static string Key(int i) => "k" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var w = new SqlWriter(session.Dialect).Add("SELECT ");
        w.Join(dimensions.Index(), ", ", d => w.Add("r.").Add(Key(d.Index))).Add(", ").Join(aggregates, ", ", a => a.Write(w, shape, "t"));
        w.Add(" FROM (SELECT DISTINCT t.id AS one");
        foreach (var (i, d) in dimensions.Index())
        {
            w.Add(", ");
            WriteDimension(w, d);
            w.Add(" AS ").Add(Key(i));
        }
        WriteFrom(w, Driver(counting: true), dimensions);
        return w.Add(") r JOIN ").Add(shape.Table).Add(" t ON t.id = r.one GROUP BY ").Join(dimensions.Index(), ", ", d => w.Add("r.").Add(Key(d.Index)));
    }

    /// <summary>The statement a list would run; for the test that reads plans.</summary>
    public SqlWriter ListSql(IReadOnlyList<string> columns, IReadOnlyList<Order> order, int skip, int? take)
    {
        var w = new SqlWriter(session.Dialect).Add("SELECT ");
        w.Join(columns, ", ", c => w.Add("t.").Add(shape[c].Name));
        var searched = take is null ? null : Walked(order);
        var doc = searched is null ? null : session.Dialect.WriteWalk(w, shape.Table, searched.Query);
        if (searched is null) WriteFrom(w, Driver(counting: take is null));
        else WriteWhere(w.Add(" AND "), "", Without(searched));
        if (doc is not null)
        {
            w.Add(" ORDER BY ").Add(doc).Add(" DESC");
        }
        else if (order.Count > 0)
        {
            w.Add(" ORDER BY ").Join(order, ", ", o =>
            {
                if (shape[o.Key].Sealed) throw new InvalidOperationException($"{o.Key} is sealed: no order");
                w.Add("t.").Add(shape[o.Key].Name).Add(o.Descending ? " DESC" : "");
            });
        }
        if (take is not null) w.Add(" LIMIT ").Value((long)take.Value).Add(" OFFSET ").Value((long)skip);
        return w;
    }

    private IAsyncEnumerable<object?[]> Read(IReadOnlyList<string> columns, IReadOnlyList<Order> order, int skip, int? take, CancellationToken ct) =>
        Run(ListSql(columns, order, skip, take), columns, ct);

    private async IAsyncEnumerable<object?[]> Run(SqlWriter sql, IReadOnlyList<string> columns, [EnumeratorCancellation] CancellationToken ct)
    {
        var types = columns.Select(c => shape[c].Clr).ToArray();
        // Read to its end before the first row is given: who looks up a name for each row asks on the same connection, and PostgreSQL
        // answers one question at a time; and no reader holds the database while a slow client takes its file.
        var rows = new List<object?[]>();
        await using (var command = await session.Command(sql, ct))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                var row = new object?[types.Length];
                for (var i = 0; i < types.Length; i++) row[i] = session.Dialect.Read(reader, i, types[i]);
                rows.Add(row);
            }
        }
        foreach (var row in rows) yield return row;
    }

    private void WriteFrom(SqlWriter w, string drive, IReadOnlyList<Dimension>? dimensions = null)
    {
        w.Add(" FROM ").Add(shape.Table).Add(" t");
        foreach (var d in dimensions ?? [])
        {
            if (d.Fact is { } fact)
            {
                w.Add(" LEFT JOIN ").Add(fact.Other.Table).Add(" fact ON ");
                fact.Write(w, shape, "t", "fact");
            }
            if (d is { By: By.Code, CodesOf: { } list })
            {
                w.Add(d.Fact is null ? " JOIN (" : " LEFT JOIN (").Join(list, " UNION ALL ", c => w.Add("SELECT ").Add("CAST(").Value(c).Add(" AS TEXT) AS code"), "SELECT '' AS code WHERE 1=0")
                    .Add(") kinds ON ").Add(w.Dialect.Position(ColumnOf(d), "',' || kinds.code || ','")).Add(" > 0");
            }
            if (d.Groups is { } groups)
            {
                w.Add(" JOIN (").Join(groups.Members, " UNION ALL ", m =>
                {
                    w.Add("SELECT CAST(").Value(m.Group).Add(" AS TEXT) AS code, CAST(").Value(m.Low).Add(" AS BIGINT) AS low, CAST(").Value(m.High).Add(" AS BIGINT) AS high");
                    if (groups.DayKey is not null) w.Add(", ").Value(m.From).Add(" AS since, ").Value(m.To ?? DateOnly.MaxValue).Add(" AS until");
                }, "SELECT '' AS code, 0 AS low, 0 AS high WHERE 1=0")
                    .Add(") member ON t.").Add(shape["place"].Name).Add(" >= member.low AND t.").Add(shape["place"].Name).Add(" < member.high");
                if (groups is { DayKey: { } day, Members.Count: > 0 })
                    w.Add(" AND t.").Add(shape[day].Name).Add(" >= member.since AND t.").Add(shape[day].Name).Add(" < member.until");
            }
        }
        WriteWhere(w.Add(" WHERE "), drive, filter);
    }

    private string ColumnOf(Dimension d) => d.Fact is { } fact ? "fact." + fact.Other[d.Key].Name : "t." + shape[d.Key].Name;

    private void WriteWhere(SqlWriter w, string drive, Filter condition)
    {
        w.Within("t." + shape["org"].Name, scope.Branches, drive == "org");
        if (condition is Filter.All { Parts.Count: 0 }) return;
        w.Add(" AND ");
        condition.Write(w, shape, "t", drive);
    }

    private IReadOnlyList<Filter> Parts => filter is Filter.All all ? all.Parts : [filter];

    private Filter.All Without(Filter part) => new([.. Parts.Where(p => !ReferenceEquals(p, part))]);

    /// <summary>
    /// The search a newest-first list walks. Documents are numbered by day, so a page is full after few of them, however common the word;
    /// within a day they stand in the order of their numbers, which is as good as that of the identifiers.
    /// </summary>
    private Filter.Matches? Walked(IReadOnlyList<Order> order) =>
        order is [{ Key: "date", Descending: true }, { Key: "id", Descending: true }] ? Parts.OfType<Filter.Matches>().FirstOrDefault() : null;

    /// <summary>
    /// The search whose documents can be counted without looking at their entries: it names the same scope and register, and asks for
    /// nothing else but that the entry is not withdrawn, which has no document.
    /// </summary>
    private Search.SearchQuery? Documents()
    {
        if (Parts.OfType<Filter.Matches>().ToList() is not [var one] || !Search.SearchIndex.Covers(one.Query, scope, shape.Register)) return null;
        var withdrawn = nameof(EntryState.Withdrawn);
        return Parts.All(p => p is Filter.Matches || (p is Filter.In { Key: "state" } f && Enum.GetNames<EntryState>().All(s => f.Values.Contains(s) != (s == withdrawn)))) ? one.Query : null;
    }

    private void WriteDimension(SqlWriter w, Dimension d)
    {
        var column = ColumnOf(d);
        if ((d.Fact?.Other ?? shape)[d.Key].Sealed) throw new InvalidOperationException($"{d.Key} is sealed: no split");
        switch (d.By)
        {
            case By.Code: w.Add("kinds.code"); break;
            case By.Group: w.Add("member.code"); break;
            case By.Month: w.Add(w.Dialect.Month(column)); break;
            case By.Quarter: w.Add(w.Dialect.Quarter(column)); break;
            case By.Year: w.Add(w.Dialect.Year(column)); break;
            case By.Township: WriteBranch(w, column, 2, d.Moved); break;
            case By.Village: WriteBranch(w, column, 3, d.Moved); break;
            case By.Grid: WriteBranch(w, column, 4, d.Moved); break;
            default: w.Add(column); break;
        }
    }

    /// <summary>Cuts a number to its ancestor at the depth; a merged or renamed branch counts under its successor.</summary>
    internal static void WriteBranch(SqlWriter w, string column, int depth, IReadOnlyList<Places.Successor>? moved)
    {
        var width = Branch.Width(depth).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string Cut(string number) => $"({number} - {number} % {width})";
        if (moved is not { Count: > 0 })
        {
            w.Add(Cut(column));
            return;
        }
        w.Add("CASE");
        foreach (var m in moved)
            w.Add(" WHEN ").Add(column).Add(" >= ").Value(m.Old.Low).Add(" AND ").Add(column).Add(" < ").Value(m.Old.High)
                .Add(" THEN ").Value(m.New.AtDepth(Math.Min(depth, m.New.Depth)).Value);
        w.Add(" ELSE ").Add(Cut(column)).Add(" END");
    }

    /// <summary>
    /// SQLite takes one range per table. The index is taken on the place or organisation when they are narrow, else on the day;
    /// a list of a whole township or county walks the days from the newest and stops when the page is full.
    /// </summary>
    /// <param name="counting">All rows are read.</param>
    /// <param name="rowsAlone">Nothing is read of them but what the condition asks: the index of the day covers it.</param>
    private string Driver(bool counting, bool rowsAlone = false)
    {
        if (driver is not null) return driver;
        var parts = Parts;
        if (parts.Any(p => p is Filter.Matches || (p is Filter.Is { Value: not null } one && (one.Key == "id" || shape[one.Key].Clr == typeof(Guid) || shape[one.Key].Sealed)))) return "";
        var place = parts.OfType<Filter.Within>().FirstOrDefault();
        bool Below(int depth) => place is { Branches.Count: > 0 } && place.Branches.All(b => b.Depth >= depth);
        if (counting && Below(rowsAlone ? 3 : 2)) return place!.Key;
        var day = parts.OfType<Filter.Range>().FirstOrDefault(r => shape[r.Key].Clr == typeof(DateOnly) && r.From is not null);
        if (day is { From: DateOnly from, To: DateOnly to } && to.DayNumber - from.DayNumber <= 62) return day.Key;
        if (Below(counting ? 2 : 3)) return place!.Key;
        if (scope.Branches.All(b => b.Depth >= (counting ? 2 : 3))) return "org";
        return day?.Key ?? (counting ? "org" : "date");
    }

    private string? Key(DbDataReader reader, int ordinal, Dimension d)
    {
        if (reader.IsDBNull(ordinal)) return null;
        var value = reader.GetValue(ordinal);
        return (d.By, value) switch
        {
            (By.Month, long n) => $"{n / 100:0000}-{n % 100:00}",
            (By.Quarter, long n) => $"{n / 10:0000}Q{n % 10}",
            (By.Value, byte[] bytes) => new Guid(bytes, bigEndian: true).ToString(),
            (By.Value, _) when (d.Fact?.Other ?? shape)[d.Key].Clr == typeof(bool) => Convert.ToBoolean(value, System.Globalization.CultureInfo.InvariantCulture) ? "true" : "false",
            (By.Value, DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            (By.Value, DateTime day) => DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
