using System.Text.Json;
using HalfSky.Modules.Reports.Writing;

namespace HalfSky.Modules.Reports.Publishing;

/// <summary>A piece of a published text: words, or a frozen figure.</summary>
/// <param name="Text">What was read.</param>
/// <param name="Figure">The reported figure; null for words.</param>
public sealed record FrozenPiece(string Text, Guid? Figure = null);

/// <summary>A block of a published text.</summary>
/// <param name="Level">Level of a heading; 0 for a paragraph, a table or a chart.</param>
/// <param name="Ordinal">“（一）”.</param>
/// <param name="Pieces">Its pieces; of a table its caption.</param>
/// <param name="Heads">Heads of a table.</param>
/// <param name="Rows">Rows of a table, each beginning with its name.</param>
/// <param name="IsChart">The rows are drawn as bars.</param>
public sealed record FrozenBlock(int Level, string Ordinal, IReadOnlyList<FrozenPiece> Pieces, IReadOnlyList<string>? Heads = null, IReadOnlyList<IReadOnlyList<FrozenPiece>>? Rows = null, bool IsChart = false)
{
    /// <summary>As plain text.</summary>
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}

/// <summary>A published text, word for word.</summary>
/// <param name="Blocks">Its blocks.</param>
public sealed record FrozenText(IReadOnlyList<FrozenBlock> Blocks)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true,
    };

    /// <summary>What stands in a composed document.</summary>
    public static FrozenText Of(Composed composed, Func<Piece, FrozenPiece> piece) => new([.. composed.Shown.Select(b => new FrozenBlock(b.Block.Level, b.Ordinal,
        b.Table is { } table ? [new(table.Caption)] : [.. b.Sentences.Where(s => !s.IsSilent).SelectMany(s => s.Pieces).Select(piece)],
        b.Table?.Heads, b.Table is null ? null : [.. b.Table.Rows.Select(r => (IReadOnlyList<FrozenPiece>)[new(r.Name), .. r.Cells.Select(piece)])], b.Block.Kind is BlockKind.Chart))]);

    /// <summary>Figures, in the order of the text.</summary>
    public IReadOnlyList<Guid> Figures => [.. Blocks.SelectMany(b => b.Pieces.Concat(b.Rows?.SelectMany(r => r) ?? [])).Select(p => p.Figure).OfType<Guid>().Distinct()];

    /// <summary>As stored.</summary>
    public override string ToString() => JsonSerializer.Serialize(Blocks, Json);

    /// <summary>As stored.</summary>
    public static FrozenText Read(string text) => new(JsonSerializer.Deserialize<List<FrozenBlock>>(text, Json) ?? []);
}
