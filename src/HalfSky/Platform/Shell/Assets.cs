namespace HalfSky.Platform.Shell;

/// <summary>The version that names static files, so that browsers keep them until the program changes.</summary>
public static class Assets
{
    /// <summary>Short id of this build.</summary>
    public static string Version { get; } = typeof(Assets).Module.ModuleVersionId.ToString("N")[..8];
}
