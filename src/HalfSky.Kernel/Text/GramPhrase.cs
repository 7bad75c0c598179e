namespace HalfSky.Kernel;

/// <summary>One thing searched for: tokens that must stand one behind the other in the index.</summary>
/// <param name="Tokens">Bigrams in sequence, or a single unigram, or a single word. At least one.</param>
/// <param name="Prefix">Whether the last token may be only the beginning of one: words of letters and digits.</param>
public sealed record GramPhrase(IReadOnlyList<string> Tokens, bool Prefix)
{
    /// <summary>By content, as two phrases of the same tokens are the same.</summary>
    /// <param name="other">The other phrase.</param>
    public bool Equals(GramPhrase? other) =>
        other is not null && Prefix == other.Prefix && Tokens.SequenceEqual(other.Tokens);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Tokens.Aggregate(Prefix.GetHashCode(), (hash, token) => HashCode.Combine(hash, token));

    /// <summary>The tokens with blanks between, “*” behind a prefix: for logs of tests, not a query.</summary>
    public override string ToString() => string.Join(' ', Tokens) + (Prefix ? "*" : "");
}
