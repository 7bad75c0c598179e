using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Courses;

/// <summary>A course 培训班: what was taught to whom, from its first day (<see cref="Entry.Date"/>) to its last. Its days and its list of people are its parts.</summary>
public sealed class Course : Entry
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Skill taught.</summary>
    public string? Skill { get; set; }

    /// <summary>What it serves, told by the skill: a trade, leadership, law, culture.</summary>
    public string? Purpose { get; set; }

    /// <summary>The subject in the word used here, “葫芦丝”; the skill's own name when nothing is said.</summary>
    public string? Subject { get; set; }

    /// <summary>Who it is for, several.</summary>
    public string? Audience { get; set; }

    /// <summary>In a room, broadcast, or by going to see.</summary>
    public string? Mode { get; set; }

    /// <summary>Body it was held with.</summary>
    public Guid? Partner { get; set; }

    /// <summary>Who taught.</summary>
    public string? Trainer { get; set; }

    /// <summary>Level of who held it.</summary>
    public string? Level { get; set; }

    /// <summary>Last day (inclusive); empty for a course of one day.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Different people taught, as told; only for a course without a list.</summary>
    public long? Learners { get; set; }

    /// <summary>What a skill is taught for: a trade, leadership, law or culture.</summary>
    public static string PurposeOf(string? skill) => skill switch
    {
        "exec-ability" or "leading-goose" or "mediation" => "leadership",
        "law" or "theory" => "law",
        "culture" or "literacy" or "family" or "health" => "culture",
        _ => "trade",
    };

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (LastDay is { } last && last < Date) yield return new("course.span", "结业日期不能早于开班日期。", "lastDay");
    }
}
