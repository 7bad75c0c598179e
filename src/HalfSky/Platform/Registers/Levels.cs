namespace HalfSky.Platform.Registers;

/// <summary>Levels of honours, reports and programmes 级别; one list for all that ask for one.</summary>
public static class Levels
{
    /// <summary>From the nation down to the village.</summary>
    public static readonly (string Code, string Label)[] All =
        [("nation", "国"), ("province", "省"), ("city", "市"), ("county", "县"), ("township", "镇"), ("village", "村")];
}
