namespace HalfSky.Platform.Registers;

/// <summary>Several kind codes in one column, written “,a,b,” and sorted, so that one code is found by position on both databases.</summary>
public static class Codes
{
    /// <summary>Joins codes; null when there are none.</summary>
    public static string? Join(IEnumerable<string> codes)
    {
        var sorted = codes.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return sorted.Length == 0 ? null : "," + string.Join(',', sorted) + ",";
    }

    /// <summary>Splits what <see cref="Join"/> wrote.</summary>
    public static string[] Split(string? joined) =>
        joined is null ? [] : joined.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when the joined text holds the code.</summary>
    public static bool Has(string? joined, string code) => joined?.Contains("," + code + ",", StringComparison.Ordinal) == true;
}
