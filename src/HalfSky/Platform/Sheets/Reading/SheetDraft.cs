namespace HalfSky.Platform.Sheets.Reading;

/// <summary>A sheet while it is read: takes cells with anything in them, forgets rows without.</summary>
internal sealed class SheetDraft
{
    public const int MostRows = 1 << 20, MostColumns = 1 << 14;

    private readonly string name;
    private readonly Tally tally;
    private readonly List<SourceRow> rows = [];
    private readonly List<Area> merged = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private SourceCell[] cells = new SourceCell[32];
    private int last;
    private bool ordered = true;

    public SheetDraft(string name, Tally tally)
    {
        (this.name, this.tally) = (name, tally);
        tally.Sheet();
    }

    public bool Hidden { get; set; }

    public void Put(int column, SourceCell cell)
    {
        if (cell.IsEmpty) return;
        if (column is < 1 or > MostColumns) throw new InvalidDataException("A column beyond the last.");
        if (column > cells.Length) Array.Resize(ref cells, Math.Max(column, cells.Length * 2));
        cells[column - 1] = cell;
        last = Math.Max(last, column);
    }

    public void EndRow(int number, bool hidden = false)
    {
        if (last == 0) return;
        // Gaps count too: a row is an array up to its last cell.
        tally.Cells(last);
        ordered &= rows.Count == 0 || rows[^1].Number < number;
        rows.Add(new(number, cells[..last], hidden));
        Array.Clear(cells, 0, last);
        last = 0;
    }

    public void Merge(Area area)
    {
        if (area is { Top: > 0, Left: > 0 } && area.Bottom >= area.Top && area.Right >= area.Left && (area.Bottom > area.Top || area.Right > area.Left))
        {
            tally.Cells(1);
            merged.Add(area);
        }
    }

    public void HideColumns(int first, int to) => hiddenColumns.Add((first, to));

    public SourceSheet Done()
    {
        if (!ordered) rows.Sort((a, b) => a.Number.CompareTo(b.Number));
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length);
        // “Hidden to the end of the sheet” means thousands of columns with nothing in them.
        HashSet<int> hidden = [.. hiddenColumns.SelectMany(h => Enumerable.Range(h.First, Math.Max(0, Math.Min(h.Last, width) - h.First + 1)))];
        return new(name, rows, merged, hidden, Hidden);
    }
}
