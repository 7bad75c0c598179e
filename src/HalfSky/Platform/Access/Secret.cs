using System.Security.Cryptography;
using System.Text;

namespace HalfSky.Platform.Access;

/// <summary>Random secrets of cookies, links and tokens. The database holds only what <see cref="Hash"/> makes of them.</summary>
public static class Secret
{
    // No 0/O, 1/I/L, U: read aloud over the telephone and typed by hand.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>256 random bits, safe in cookies and headers.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>A code for people, without letters that look alike.</summary>
    /// <param name="length">Number of letters; twelve are about 59 bits.</param>
    public static string Code(int length) => RandomNumberGenerator.GetString(Letters, length);

    /// <summary>What the database holds. Not salted: the secrets are random, so no table of guesses exists.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A typed code as it was made: upper case, without blanks and dashes.</summary>
    public static string Tidy(string typed) =>
        new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    /// <summary>A code in groups of four, as printed.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));

    /// <summary>Compares without telling by time where they differ.</summary>
    public static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
