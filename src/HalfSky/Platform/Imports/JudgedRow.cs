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

    /// <summary>Names in it the officer is asked about.</summary>
    public IReadOnlyList<DoubtfulName> Doubts => doubts ?? [];

    private List<DoubtfulName>? doubts;

    internal void Ask(DoubtfulName name) => (doubts ??= []).Add(name);

    /// <summary>It stands already: whatever its names mean today was settled then.</summary>
    internal void StandsAlready()
    {
        Outcome = ImportOutcome.Already;
        Problems.Clear();
        doubts = null;
    }

    internal void Refuse(Problem problem)
    {
        Problems.Add(problem);
        Outcome = ImportOutcome.Refused;
    }
}

/// <summary>A name that means several, or nobody that is known. It is asked once for all rows that tell of her the same.</summary>
/// <param name="Key">What tells it from other questions of the import: nothing of the name can be read from it.</param>
/// <param name="Target">Register it points into.</param>
/// <param name="Name">The name.</param>
/// <param name="Place">Village the row tells, 0 for none.</param>
/// <param name="Found">Entries it may mean.</param>
/// <param name="MayMake">She can be given a file of her own.</param>
public sealed record DoubtfulName(string Key, Register Target, string Name, long Place, IReadOnlyList<Guid> Found, bool MayMake);

/// <summary>A doubtful name with its rows and what it may mean.</summary>
/// <param name="Doubt">The name.</param>
/// <param name="Rows">Numbers of the rows it stands in.</param>
/// <param name="Choices">What it may mean, the likely ones first.</param>
public sealed record AskedName(DoubtfulName Doubt, IReadOnlyList<int> Rows, IReadOnlyList<Registers.Grid.Choice> Choices);

/// <summary>What the officer chose for an import.</summary>
/// <param name="CreatePeople">Make files of people and households nobody has one of; null leaves it to the program: where the row carries an identity number, or the village has nobody yet.</param>
/// <param name="Meant">Rows that look like an entry that stands already, and are meant all the same.</param>
/// <param name="Partial">Write the rows that are right though others are not.</param>
/// <param name="Chosen">What doubtful names mean, by <see cref="DoubtfulName.Key"/>: an identifier, or <see cref="Import.NewFile"/>.</param>
/// <param name="Recall">What was read of a row is asked for after it was written; otherwise it is let go.</param>
public sealed record ImportChoices(bool? CreatePeople = null, IReadOnlySet<int>? Meant = null, bool Partial = true, IReadOnlyDictionary<string, string>? Chosen = null, bool Recall = false);
