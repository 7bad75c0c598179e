using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Imports;

/// <summary>What becomes of a row.</summary>
public enum ImportOutcome
{
    /// <summary>可以导入: nothing stands against it.</summary>
    Ready,

    /// <summary>已导入: it was written.</summary>
    Imported,

    /// <summary>早已导入: it stands already, nothing was changed.</summary>
    Already,

    /// <summary>已更新: a row of our own export changed its entry.</summary>
    Changed,

    /// <summary>没有导入: refused, with the reason.</summary>
    Refused,
}

/// <summary>Something that must be made before a row can stand: a person nobody has a file of, a household.</summary>
/// <param name="Register">Its register.</param>
/// <param name="Id">Its identifier, the same for every row that names it.</param>
/// <param name="Input">Its values.</param>
/// <param name="Title">Its name.</param>
public sealed record MissingThing(Register Register, Guid Id, Input Input, string Title);

/// <summary>A row with what becomes of it.</summary>
/// <param name="row">The row as read.</param>
public sealed class JudgedRow(ImportRow row)
{
    /// <summary>The row as read.</summary>
    public ImportRow Row { get; } = row;

    /// <summary>What becomes of it.</summary>
    public ImportOutcome Outcome { get; set; }

    /// <summary>Its entry.</summary>
    public Guid Entry { get; set; }

    /// <summary>Version of the entry a row of our own export changes; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>What is handed in.</summary>
    public Input? Input { get; set; }

    /// <summary>What must be made first.</summary>
    public List<MissingThing> Missing { get; } = [];

    /// <summary>Why it was refused.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Several a name may mean, by path: the queue of doubtful ones.</summary>
    public Dictionary<string, IReadOnlyList<Guid>> Several => field ??= new(StringComparer.Ordinal);

    internal void Refuse(Problem problem)
    {
        Problems.Add(problem);
        Outcome = ImportOutcome.Refused;
    }
}

/// <summary>What the officer chose for an import.</summary>
/// <param name="CreatePeople">Make files of people and households nobody has one of; null leaves it to the program: where the row carries an identity number, or the village has nobody yet.</param>
/// <param name="Meant">Rows that look like an entry that stands already, and are meant all the same.</param>
/// <param name="Partial">Write the rows that are right though others are not.</param>
public sealed record ImportChoices(bool? CreatePeople = null, IReadOnlySet<int>? Meant = null, bool Partial = true);
