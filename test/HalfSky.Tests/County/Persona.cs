namespace HalfSky.Tests;

/// <summary>Who asks, in the tests. Each has an account, a session and an API token; all but two hold a post.</summary>
public enum Persona
{
    /// <summary>系统管理员, without a post.</summary>
    Admin,

    /// <summary>县妇联干部.</summary>
    CountyStaff,

    /// <summary>乡镇专干 of the first township.</summary>
    Officer,

    /// <summary>乡镇专干 of the second township.</summary>
    Officer2,

    /// <summary>主席 of the first village.</summary>
    Chair,

    /// <summary>执委 of the first village.</summary>
    Exec,

    /// <summary>执委 of the second village, same township.</summary>
    Exec2,

    /// <summary>审计员 of the county.</summary>
    Auditor,

    /// <summary>Signed in, without any post.</summary>
    Stranger,
}

/// <summary>A persona as made: what is needed to act as her.</summary>
/// <param name="Account">Account id.</param>
/// <param name="Person">Person record, null for the administrator.</param>
/// <param name="Post">Her post, if any.</param>
/// <param name="Cookie">Secret of her session.</param>
/// <param name="Token">Her API token.</param>
public sealed record Signed(Guid Account, Guid? Person, Guid? Post, string Cookie, string Token);

/// <summary>A person of the county.</summary>
public sealed record Woman(Guid Id, string Name, Guid Household);

/// <summary>A care record of the county.</summary>
public sealed record CareOf(Guid Id, Guid Person, Guid Household);

/// <summary>A village and who lives there.</summary>
/// <param name="Org">Number of its federation.</param>
/// <param name="Place">Number of the village; not the same as the organisation's.</param>
/// <param name="Grids">Numbers of its grids.</param>
/// <param name="ExecPost">Post of its executive member.</param>
public sealed record Village(string Name, long Org, long Place, IReadOnlyList<long> Grids, Guid ExecPost)
{
    /// <summary>Who lives there.</summary>
    public List<Woman> People { get; } = [];

    /// <summary>Households.</summary>
    public List<Guid> Households { get; } = [];

    /// <summary>Who is cared for.</summary>
    public List<CareOf> Care { get; } = [];
}

/// <summary>A township.</summary>
public sealed record Township(string Name, long Org, long Place, IReadOnlyList<Village> Villages);

/// <summary>What the small county holds.</summary>
public sealed record CountyFacts(IReadOnlyList<Township> Townships, IReadOnlyDictionary<Persona, Signed> Signed)
{
    /// <summary>All villages in order.</summary>
    public IReadOnlyList<Village> Villages { get; } = [.. Townships.SelectMany(t => t.Villages)];
}
