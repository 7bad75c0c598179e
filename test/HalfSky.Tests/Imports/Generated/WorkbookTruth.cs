using System.Text.Json.Nodes;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>A row of the truth: what the cells of a row mean, by field key, as on the wire.</summary>
internal sealed class TruthRow
{
    /// <summary>Values; a key whose value is null stands for an empty cell.</summary>
    public Dictionary<string, JsonNode?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Its row in the sheet, from 1; rows of two blocks side by side share one.</summary>
    public int Row { get; set; }

    /// <summary>Cells that cannot be read with certainty: silence about them is a fault, whatever was read.</summary>
    public HashSet<string> Doubtful { get; } = new(StringComparer.Ordinal);

    /// <summary>Word of the code its identity number is refused with; null where only a rule of the register may refuse it.</summary>
    public string? Refused { get; set; }
}

/// <summary>A workbook whose meaning is known.</summary>
/// <param name="Seed">Draws it again.</param>
/// <param name="Register">The register it is for.</param>
/// <param name="Book">The workbook as drawn.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Bytes">The file.</param>
internal sealed record WorkbookTruth(int Seed, Register Register, DrawnBook Book, Written Kind, byte[] Bytes)
{
    /// <summary>Name of the sheet the rows stand on.</summary>
    public required string Sheet { get; init; }

    /// <summary>First and last row of the head.</summary>
    public required (int Top, int Bottom) Head { get; init; }

    /// <summary>What each column holds, from 1; null for a column that is no field, several keys for one cell that holds several things.</summary>
    public required IReadOnlyDictionary<int, string[]?> Columns { get; init; }

    /// <summary>What stands at the head of each column, for reports.</summary>
    public required IReadOnlyDictionary<int, string> Labels { get; init; }

    /// <summary>The rows in order.</summary>
    public required IReadOnlyList<TruthRow> Rows { get; init; }

    /// <summary>Name of the file.</summary>
    public string FileName => $"{Register.Label}{Seed}." + (Kind switch { Written.Xlsx => "xlsx", Written.Tabs => "txt", Written.Html => "xls", _ => "csv" });

    /// <summary>The sheet the rows stand on.</summary>
    public DrawnSheet Drawn => Book.Sheets.First(s => s.Name == Sheet);
}
