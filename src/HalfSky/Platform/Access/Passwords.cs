using HalfSky.Kernel;
using Microsoft.AspNetCore.Identity;

namespace HalfSky.Platform.Access;

/// <summary>Passwords: the rules, the slow hash, and a comparison that takes as long for accounts that do not exist.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 10;

    private const int MaxLength = 200;
    private static readonly Account Nobody = new("", null, DateTime.UnixEpoch);
    private readonly Lazy<string> dummy = new(() => hasher.HashPassword(Nobody, Secret.New()));

    // Length and not being guessable are what helps; classes of characters only make people write passwords down.
    private static readonly string[] Common =
    [
        "1234567890", "0123456789", "0987654321", "1111111111", "0000000000", "1234512345", "1122334455", "1231231234", "12345678910",
        "123456789a", "a123456789", "123456789q", "1q2w3e4r5t", "1qaz2wsx3e", "1qaz2wsx3edc", "qwertyuiop", "asdfghjkl1", "qwerty12345",
        "q1w2e3r4t5", "zaq12wsxcde3", "abcdefghij", "abcd123456", "abc1234567", "aa12345678", "admin12345", "admin123456", "administrator",
        "password12", "password123", "passw0rd123", "p@ssw0rd123", "woaini1314", "woaini1314520", "woaini520520", "5201314520", "5201314521",
        "1314520520", "iloveyou123", "iloveyou1314", "welcome123", "letmein123", "changeme123", "halfsky123", "halfsky1234", "bantiantian",
        "fulian12345", "fulian123456", "funvlianhehui", "12345qwert", "qwert12345", "asdf123456", "zxcvbnm123", "888888888888", "6666666666",
        "8888888888", "9876543210", "147258369", "1472583690", "7894561230",
    ];

    /// <summary>What is wrong with a new password; null when it will do.</summary>
    public static Problem? Check(string? password, string? userName, string? displayName)
    {
        if (password is null || password.Length < MinLength) return AccessProblems.PasswordShort;
        if (password.Length > MaxLength) return AccessProblems.PasswordLong;
        if (Holds(password, userName, 3) || Holds(password, displayName, 2)) return AccessProblems.PasswordIsName;
        return IsCommon(password) ? AccessProblems.PasswordCommon : null;
    }

    /// <summary>What is wrong with a new password typed twice.</summary>
    public static Problem? Check(string? password, string? repeat, Account account) =>
        Check(password, account.UserName, account.DisplayName) ?? (password != repeat ? AccessProblems.PasswordRepeat : null);

    /// <summary>Hashes a new password.</summary>
    public string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>Is it her password? Takes as long when there is no account, no password or a locked one.</summary>
    public bool Fits(Account? account, string? typed)
    {
        var kept = account?.PasswordHash;
        var answer = hasher.VerifyHashedPassword(account ?? Nobody, kept ?? dummy.Value, typed is { Length: <= MaxLength } ? typed : "");
        return kept is not null && !string.IsNullOrEmpty(typed) && answer is not PasswordVerificationResult.Failed;
    }

    /// <summary>Hash of another secret that people choose: a phone's PIN with the phone's own secret.</summary>
    public string HashPin(string deviceSecret, string pin) => hasher.HashPassword(Nobody, deviceSecret + ":" + pin);

    /// <summary>Is it the PIN of that phone?</summary>
    public bool PinFits(string pinHash, string deviceSecret, string pin) =>
        hasher.VerifyHashedPassword(Nobody, pinHash, deviceSecret + ":" + pin) is not PasswordVerificationResult.Failed;

    private static bool Holds(string password, string? name, int least) =>
        name is not null && name.Trim().Length >= least && password.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsCommon(string password)
    {
        var plain = password.Trim();
        return Common.Contains(plain, StringComparer.OrdinalIgnoreCase)
            || plain.Distinct().Count() <= 2
            || Enumerable.Range(1, plain.Length - 1).All(i => plain[i] == plain[i - 1] + 1)
            || Enumerable.Range(1, plain.Length - 1).All(i => plain[i] == plain[i - 1] - 1);
    }
}
