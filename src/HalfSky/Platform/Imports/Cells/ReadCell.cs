using System.Text.Json.Nodes;

namespace HalfSky.Platform.Imports.Cells;

/// <summary>What was made of a cell.</summary>
/// <param name="Typed">Typed text to be handed in; a name where the field points at something; empty for an empty cell.</param>
/// <param name="Value">The value as the command prints it, kept small: ISO day, fen, code, several codes, name.</param>
/// <param name="Code">What is wrong with it or doubtful about it; empty when all is well.</param>
/// <param name="Words">The same in Chinese, saying what to do.</param>
/// <param name="Doubtful">It was read, but may be meant otherwise; otherwise what has a code cannot be read.</param>
public readonly record struct ReadCell(string Typed, object? Value, string Code = "", string Words = "", bool Doubtful = false)
{
    /// <summary>Typed text; empty for an empty cell.</summary>
    public string Typed { get => field ?? ""; } = Typed;

    /// <summary>Code; empty when all is well.</summary>
    public string Code { get => field ?? ""; private init; } = Code;

    /// <summary>The value as the command prints it.</summary>
    public JsonNode? Wire => Value switch
    {
        null => null,
        long number => number,
        decimal number => number,
        bool flag => flag,
        string[] codes => new JsonArray([.. codes.Select(c => (JsonNode)c)]),
        var words => words.ToString(),
    };

    /// <summary>It cannot be read.</summary>
    public bool IsWrong => Code.Length > 0 && !Doubtful;

    internal static ReadCell Wrong(string code, string words) => new("", null, code, words);

    internal ReadCell Doubt(string code, string words) => Code.Length > 0 ? this : this with { Code = code, Words = words, Doubtful = true };
}
