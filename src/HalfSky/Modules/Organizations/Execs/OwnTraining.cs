using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Organizations.Execs;

/// <summary>Training or an examination somebody of ours went to 参训考核; a course held for others is not one's own.</summary>
public sealed class OwnTraining : Entry
{
    /// <summary>Who.</summary>
    public Guid Person { get; set; }

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>Who held it.</summary>
    public string? HeldBy { get; set; }

    /// <summary>Level of who held it, of <see cref="Levels"/>.</summary>
    public string? Level { get; set; }

    /// <summary>On the spot or online.</summary>
    public string? Mode { get; set; }

    /// <summary>Hours, in tenths of an hour.</summary>
    public long? Hours { get; set; }

    /// <summary>Result.</summary>
    public string? Result { get; set; }

    /// <summary>Role she held that day.</summary>
    public string? Role { get; set; }

    /// <summary>Level of the organisation she held it in.</summary>
    public string? OrgLevel { get; set; }
}
