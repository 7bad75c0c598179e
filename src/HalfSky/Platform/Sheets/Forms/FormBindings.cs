using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>What a row of a block stands for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BlockOf>))]
public enum BlockOf
{
    /// <summary>It is not filled.</summary>
    Nothing,

    /// <summary>An entry of the register.</summary>
    Entries,

    /// <summary>A village.</summary>
    Villages,

    /// <summary>A township.</summary>
    Townships,
}

/// <summary>A column of a block.</summary>
/// <param name="At">Where it stands, A is 1.</param>
/// <param name="Label">Its heading.</param>
/// <param name="Fills">What fills it, see <see cref="FillWords"/>; empty for nothing.</param>
public sealed record FormColumn(int At, string Label, string Fills = "")
{
    /// <summary>Its letters.</summary>
    [JsonIgnore]
    public string Letters => Area.Letters(At);
}

/// <summary>A block of rows that grows.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="First">First row.</param>
/// <param name="Last">Last row; one less than the first when none is drawn.</param>
/// <param name="Of">What a row stands for.</param>
/// <param name="Where">Which entries only, as in the list's address: “kind=monthly”; empty for all.</param>
/// <param name="Columns">Its columns, from left to right.</param>
public sealed record FormBlock(string Sheet, int First, int Last, BlockOf Of, string Where, IReadOnlyList<FormColumn> Columns);

/// <summary>A single cell.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="At">Its address, “B3”.</param>
/// <param name="Slot">Which of the captions “填报单位：　填报人：” written in the cell it stands behind, from 0; -1 when the cell is all value.</param>
/// <param name="Label">The caption, or the word beside the cell.</param>
/// <param name="Fills">What fills it, see <see cref="FillWords"/>; empty for nothing.</param>
public sealed record FormCell(string Sheet, string At, int Slot, string Label, string Fills = "");

/// <summary>What goes where in a form.</summary>
public sealed record FormBindings(IReadOnlyList<FormBlock> Blocks, IReadOnlyList<FormCell> Cells)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As kept.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, Compact);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static FormBindings Read(string text) => JsonSerializer.Deserialize<FormBindings>(text, Compact)!;

    /// <summary>Anything is filled at all.</summary>
    [JsonIgnore]
    public bool FillsAnything => Blocks.Any(b => b.Of is not BlockOf.Nothing && b.Columns.Any(c => c.Fills is not ("" or FillWords.Computed))) || Cells.Any(c => c.Fills.Length > 0);
}

/// <summary>What a column or cell can be filled by, as kept in the bindings.</summary>
public static class FillWords
{
    /// <summary>Counts the rows.</summary>
    public const string Serial = "serial";

    /// <summary>Name of the row's village, or of its township where a row is one.</summary>
    public const string Village = "village";

    /// <summary>Name of the township.</summary>
    public const string Township = "township";

    /// <summary>The sheet computes it.</summary>
    public const string Computed = "computed";

    /// <summary>Before the key of a field, “field:kind”, or of one of what a look-up points at, “field:person.sex”.</summary>
    public const string OfField = "field:";

    /// <summary>Before the key of a measure and its conditions, “measure:visit.times?kind=monthly”.</summary>
    public const string OfMeasure = "measure:";

    /// <summary>Of a cell: facts of what is filled, with their names on screen.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> OfCells =
        [("place", "地点名称"), ("organization", "单位（妇联名称）"), ("period", "时段"), ("year", "年份"), ("day", "填表日期（当天）"), ("user", "导出人"), ("count", "名单里的条数")];
}
