using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>A job fair 招聘会, with the numbers counted on the spot.</summary>
public sealed class JobFair : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>On site or broadcast.</summary>
    public string? Mode { get; set; }

    /// <summary>Body it was held with.</summary>
    public Guid? Partner { get; set; }

    /// <summary>Firms that came.</summary>
    public long? Firms { get; set; }

    /// <summary>Posts offered.</summary>
    public long? Posts { get; set; }

    /// <summary>Seekers who came.</summary>
    public long? Seekers { get; set; }

    /// <summary>Seekers who came to terms with a firm, as told that day; not yet employment.</summary>
    public long? Agreed { get; set; }
}
