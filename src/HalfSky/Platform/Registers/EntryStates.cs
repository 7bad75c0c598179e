using HalfSky.Platform.Data;

namespace HalfSky.Platform.Registers;

/// <summary>The states whose entries count (D14).</summary>
public static class EntryStates
{
    /// <summary>Submitted and verified, as the database keeps them.</summary>
    public static object[] Counting { get; } = [nameof(EntryState.Submitted), nameof(EntryState.Verified)];

    /// <summary>Only entries that count.</summary>
    public static Filter Count { get; } = new Filter.In("state", Counting);
}
