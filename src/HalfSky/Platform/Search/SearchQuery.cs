namespace HalfSky.Platform.Search;

/// <summary>A phrase of consecutive tokens; Latin words may match by their beginning.</summary>
public sealed record SearchPhrase(IReadOnlyList<string> Tokens, bool Prefix = false);

/// <summary>What is looked for: all phrases, and one token of each alternative (scope, register).</summary>
public sealed record SearchQuery(IReadOnlyList<SearchPhrase> Phrases, IReadOnlyList<IReadOnlyList<string>> AnyOf);
