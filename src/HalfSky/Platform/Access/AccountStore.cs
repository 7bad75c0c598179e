using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Access;

/// <summary>
/// What Identity may ask of an account: its authenticator secret (sealed) and its recovery codes (hashed). Saving is left to the
/// transaction of the request. No claims, no roles, no log-ins elsewhere: those tables do not exist.
/// </summary>
internal sealed class AccountStore(AppDb db, Vault vault)
    : IUserAuthenticatorKeyStore<Account>, IUserTwoFactorStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    private const string CodeField = "account.code";

    public Task<Account?> FindByIdAsync(string userId, CancellationToken ct) =>
        Guid.TryParse(userId, out var id) ? db.Set<Account>().FirstOrDefaultAsync(a => a.Id == id, ct) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken ct) =>
        db.Set<Account>().FirstOrDefaultAsync(a => a.NormalizedUserName == normalizedUserName, ct);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken ct)
    {
        db.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken ct) => Task.FromResult(IdentityResult.Success);

    // Accounts are disabled, never deleted: their entries keep an author.
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken ct) => throw new NotSupportedException();

    public Task<string> GetUserIdAsync(Account user, CancellationToken ct) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken ct) => Task.FromResult(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken ct) => Task.FromResult(user.NormalizedUserName);

    // Identity would set the key from its own normaliser, which is the same as ours; a phone account keeps none.
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken ct) => Task.CompletedTask;

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken ct)
    {
        user.Call(userName ?? throw new ArgumentNullException(nameof(userName)));
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken ct) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken ct)
    {
        user.TwoFactorEnabled = enabled;
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken ct) =>
        Task.FromResult(user.CodeSecret is { } kept ? vault.Reveal(SealPurpose.Credential, CodeField, kept) : null);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken ct)
    {
        user.CodeSecret = vault.Seal(SealPurpose.Credential, CodeField, key);
        return Task.CompletedTask;
    }

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken ct)
    {
        user.RecoveryCodes = string.Join(' ', recoveryCodes.Select(c => Secret.Hash(Secret.Tidy(c))));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken ct)
    {
        var left = Left(user);
        var used = left.Remove(Secret.Hash(Secret.Tidy(code)));
        if (used) user.RecoveryCodes = string.Join(' ', left);
        return Task.FromResult(used);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken ct) => Task.FromResult(Left(user).Count);

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private static List<string> Left(Account user) => [.. (user.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
