namespace HalfSky.Kernel;

/// <summary>
/// A rule says no. The only exception of our own: a page turns it into a form error, an endpoint into problem details,
/// a sync into a verdict. Where many rows are judged nothing is thrown: the judge returns <see cref="Problem"/>s.
/// </summary>
public sealed class Refusal : Exception
{
    /// <summary>Refuses for one reason.</summary>
    /// <param name="problem">The reason.</param>
    public Refusal(Problem problem) : this([problem])
    {
    }

    /// <summary>Refuses for several reasons at once.</summary>
    /// <param name="problems">At least one reason.</param>
    /// <exception cref="ArgumentException">No reason is given.</exception>
    public Refusal(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems.Select(p => p.Text)))
    {
        if (problems.Count == 0)
            throw new ArgumentException("A refusal needs a reason.", nameof(problems));
        Problems = problems;
    }

    /// <summary>The reasons, at least one, in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
