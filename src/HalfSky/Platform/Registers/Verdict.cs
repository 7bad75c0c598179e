using HalfSky.Kernel;

namespace HalfSky.Platform.Registers;

/// <summary>What became of one entry handed in.</summary>
public enum Outcome
{
    /// <summary>Written.</summary>
    Accepted,

    /// <summary>The same request again: nothing written, the same answer (D3).</summary>
    Repeated,

    /// <summary>A rule says no.</summary>
    Refused,

    /// <summary>Somebody else changed it first, or the identifier bears another content.</summary>
    Conflict,

    /// <summary>Not found or not hers.</summary>
    NotFound,
}

/// <summary>The answer to one entry handed in.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Entry">The entry as it stands now, if it may be seen.</param>
/// <param name="Problems">What is wrong, each with its field.</param>
public sealed record Verdict(Outcome Outcome, Entry? Entry, IReadOnlyList<Problem> Problems)
{
    /// <summary>Written, now or before.</summary>
    public bool IsAccepted => Outcome is Outcome.Accepted or Outcome.Repeated;

    internal static Verdict Refused(params IReadOnlyList<Problem> problems) => new(Outcome.Refused, null, problems);

    internal static Verdict NotFound { get; } = new(Outcome.NotFound, null, [EntryProblems.NotFound]);
}

/// <summary>What is handed in for one entry: typed text by field key.</summary>
/// <param name="Values">Typed text; a field that is absent stays as it is.</param>
/// <param name="Draft">Keep as a draft.</param>
/// <param name="Confirmed">The person has seen the doubts (a likely double) and means it.</param>
public sealed record Input(IReadOnlyDictionary<string, string?> Values, bool Draft = false, bool Confirmed = false);
