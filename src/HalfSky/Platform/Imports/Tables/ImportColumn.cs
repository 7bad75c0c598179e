using HalfSky.Platform.Imports.Heads;

namespace HalfSky.Platform.Imports.Tables;

/// <summary>A column of the sheet and where its cells go.</summary>
/// <param name="At">Its number, A is 1.</param>
/// <param name="Head">What stands above it, rows of heads joined by a stroke.</param>
/// <param name="Targets">Where its cells go; none for a column not used, several where one cell holds several things.</param>
/// <param name="Kind">Code of the kind a tick in this column means; null as a rule.</param>
/// <param name="Unit">万元 or 元 told in its head.</param>
/// <param name="Weight">How sure the binding is, 0 to 100.</param>
public sealed record ImportColumn(int At, string Head, IReadOnlyList<ImportTarget> Targets, string? Kind = null, string Unit = "", int Weight = 0)
{
    /// <summary>Says the township of a village that stands in another column.</summary>
    public bool IsTownship { get; init; }
}

/// <summary>A head found on a sheet.</summary>
/// <param name="Top">First row of it.</param>
/// <param name="Bottom">Last row of it; rows of the table begin beneath.</param>
/// <param name="Parts">What stands above each column, from above; A is 1, so the first is empty.</param>
/// <param name="Score">How much of it the register knows.</param>
internal sealed record FoundHead(int Top, int Bottom, IReadOnlyList<string[]> Parts, double Score);
