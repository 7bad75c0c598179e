using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Publicity;

/// <summary>Works collected 征集作品: one piece, or several of one kind handed in together.</summary>
public sealed class CollectedWork : Entry
{
    /// <summary>Title of the work, or of the call where several are recorded together.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The author, where she has a file.</summary>
    public Guid? Person { get; set; }

    /// <summary>The author's name, where she has no file.</summary>
    public string? Author { get; set; }

    /// <summary>How many pieces 件.</summary>
    public long Pieces { get; set; }

    /// <summary>How many of them were chosen 件.</summary>
    public long? Chosen { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Chosen > Pieces) yield return new("collected-work.chosen", "入选的件数不能比征集的多。", "chosen");
    }
}
