using HalfSky.Platform.Access.Phones;

namespace HalfSky.Platform.Access.Pages;

/// <summary>Bound phones as a table, on her own page and on that of an account.</summary>
/// <param name="Phones">The phones not taken back.</param>
/// <param name="Action">Where the button posts to.</param>
/// <param name="At">Writes an instant as wall time.</param>
public sealed record PhoneTable(IReadOnlyList<BoundPhone> Phones, string Action, Func<DateTime, string> At);
