using HalfSky.Kernel;
using HalfSky.Platform.Measures;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>A piece of a sentence: words, or a figure.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Token">The figure it is bound to; null for words.</param>
/// <param name="Reading">What was read for it.</param>
/// <param name="Address">Where it opens.</param>
/// <param name="Typed">A figure somebody typed: nothing stands behind it.</param>
public sealed record Piece(string Text, FigureToken? Token = null, Reading? Reading = null, string? Address = null, FoundFigure? Typed = null);

/// <summary>A sentence; left out while its first figure has nothing behind it (D17: nothing recorded is not zero).</summary>
/// <param name="Pieces">Its pieces.</param>
/// <param name="IsSilent">It is left out.</param>
public sealed record Sentence(IReadOnlyList<Piece> Pieces, bool IsSilent)
{
    /// <summary>As plain text.</summary>
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}

/// <summary>A table with its figures.</summary>
/// <param name="Caption">Caption.</param>
/// <param name="Heads">Heads; the first names the rows.</param>
/// <param name="Rows">Rows, each with its name and its cells; the last is the whole, computed and not added up (D15).</param>
/// <param name="Open">Columns filled by hand.</param>
public sealed record ComposedTable(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<(string Name, IReadOnlyList<Piece> Cells)> Rows, IReadOnlyList<string> Open)
{
    /// <summary>Nothing stands in it.</summary>
    public bool IsEmpty => Rows.SelectMany(r => r.Cells).All(c => c.Text is "" or "0" or "—");
}

/// <summary>A block as it stands in the document.</summary>
/// <param name="Block">What was written.</param>
/// <param name="Ordinal">“（一）” before a heading.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Table">Its table, or the values of its chart.</param>
/// <param name="IsShown">It stands in the document: something is in it, or beneath it.</param>
public sealed record ComposedBlock(ReportBlock Block, string Ordinal, IReadOnlyList<Sentence> Sentences, ComposedTable? Table, bool IsShown)
{
    /// <summary>Text of what is shown.</summary>
    public string Text => string.Concat(Sentences.Where(s => !s.IsSilent).Select(s => s.Text));
}

/// <summary>A document with its figures read.</summary>
/// <param name="Place">Place.</param>
/// <param name="Days">Days it tells about.</param>
/// <param name="Blocks">Its blocks, those left out too.</param>
public sealed record Composed(Branch Place, Period Days, IReadOnlyList<ComposedBlock> Blocks)
{
    /// <summary>What stands in the document.</summary>
    public IEnumerable<ComposedBlock> Shown => Blocks.Where(b => b.IsShown);

    /// <summary>Pieces of what stands in it.</summary>
    public IEnumerable<Piece> Pieces => Shown.SelectMany(b => b.Sentences.Where(s => !s.IsSilent).SelectMany(s => s.Pieces).Concat(b.Table?.Rows.SelectMany(r => r.Cells) ?? []));

    /// <summary>Bound figures of what stands in it, each once.</summary>
    public IReadOnlyList<Piece> Figures => [.. Pieces.Where(p => p.Reading is not null).DistinctBy(p => p.Address)];

    /// <summary>Bound figures of its sentences, each once; those of tables stand in their rows.</summary>
    public IReadOnlyList<Piece> Told => [.. Shown.SelectMany(b => b.Sentences).Where(s => !s.IsSilent).SelectMany(s => s.Pieces).Where(p => p.Reading is not null).DistinctBy(p => p.Address)];

    /// <summary>Figures somebody typed.</summary>
    public IReadOnlyList<Piece> Typed => [.. Pieces.Where(p => p.Typed is not null)];

    /// <summary>Sentences left out for want of records.</summary>
    public int Silent => Blocks.Sum(b => b.Sentences.Count(s => s.IsSilent));

    /// <summary>The whole text.</summary>
    public string Plain => string.Join('\n', Shown.Select(b => b.Block.Level > 0 ? b.Ordinal + b.Text : b.Table is { } t
        ? string.Join('\n', t.Rows.Select(r => r.Name + "：" + string.Join("，", r.Cells.Zip(t.Heads.Skip(1), (c, h) => h + c.Text)))) : b.Text));
}
