using System.Security.Cryptography;

namespace HalfSky.Platform.Sealing;

/// <summary>
/// 恢复码: 24 characters in six groups, printed once and kept in a safe. Crockford's alphabet, so that O and 0, I, L and 1 may be
/// mixed up; the last character checks the others, so that a slip of the pen is told from a code of another installation.
/// </summary>
internal static class RecoveryCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 24, Group = 4;

    /// <summary>A new code, 115 random bits.</summary>
    public static string New()
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++) code[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        code[^1] = CheckOf(code[..^1]);
        return string.Join('-', code.ToString().Chunk(Group).Select(g => new string(g)));
    }

    /// <summary>The code as typed, without groups and look-alikes; null when it cannot be one.</summary>
    public static string? Parse(string? typed)
    {
        if (typed is null || typed.Length > 100) return null;
        var code = string.Concat(typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant()
            .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '－' or '—' or '–' or '_'))
            .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        return code.Length == Length && code.All(Alphabet.Contains) && CheckOf(code.AsSpan(0, Length - 1)) == code[^1] ? code : null;
    }

    // Weights are odd, hence invertible modulo 32: every single wrong character is found, and most exchanged neighbours.
    private static char CheckOf(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < code.Length; i++) sum += (2 * i + 1) * Alphabet.IndexOf(code[i]);
        return Alphabet[sum % Alphabet.Length];
    }
}
