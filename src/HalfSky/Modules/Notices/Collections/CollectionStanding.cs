namespace HalfSky.Modules.Notices.Collections;

/// <summary>How far a collection has come: true figures, and which organisations owe.</summary>
/// <param name="All">Asked.</param>
/// <param name="In">Handed in.</param>
/// <param name="Checked">Of these, looked through.</param>
/// <param name="Zero">Of these, with nothing to tell.</param>
/// <param name="Late">Of these, late.</param>
/// <param name="Rows">Rows handed in.</param>
/// <param name="Owing">Who has not, and was not sent back.</param>
/// <param name="SentBack">Whose was sent back.</param>
/// <param name="Minutes">What filling it cost, as far as villages said.</param>
/// <param name="Told">How many said.</param>
public sealed record CollectionStanding(int All, int In, int Checked, int Zero, int Late, long Rows, IReadOnlyList<string> Owing, IReadOnlyList<string> SentBack, long Minutes, int Told)
{
    /// <summary>Of these returns.</summary>
    public static CollectionStanding Of(IReadOnlyList<CollectionReturn> returns, Func<long, string> nameOf)
    {
        var came = returns.Where(r => r.IsIn).ToList();
        return new(returns.Count, came.Count, came.Count(r => r.Stage == CollectionReturn.Checked), came.Count(r => r.Zero == true), came.Count(r => r.Late == true), came.Sum(r => r.RowCount ?? 0),
            [.. returns.Where(r => !r.IsIn && r.Stage != CollectionReturn.Back).Select(r => nameOf(r.Org))], [.. returns.Where(r => r.Stage == CollectionReturn.Back).Select(r => nameOf(r.Org))],
            returns.Sum(r => r.Minutes ?? 0), returns.Count(r => r.Minutes is not null));
    }
}
