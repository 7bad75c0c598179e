namespace HalfSky.Platform.Registers;

/// <summary>A number that differs by county (D23): days ahead, a usual load, a share. A county says its own on the settings page.</summary>
/// <param name="Key">Key of the setting.</param>
/// <param name="Label">What it is, in Chinese.</param>
/// <param name="Standard">As shipped.</param>
/// <param name="Unit">Word behind the number.</param>
public sealed record Limit(string Key, string Label, int Standard, string Unit)
{
    /// <summary>Greatest a county may say.</summary>
    public const int Most = 9999;
}
