using System.Security.Cryptography;
using System.Text;
using HalfSky.Platform.Access;

namespace HalfSky.Host.Demo;

/// <summary>An account of the demo with the password made for it.</summary>
/// <param name="Id">Account.</param>
/// <param name="User">Name typed at sign-in.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Password">Random, made when the demo was made.</param>
/// <param name="Role">Role code; empty for the administrator.</param>
/// <param name="Org">Number of the organisation.</param>
/// <param name="What">Who she is, in Chinese.</param>
public sealed record DemoAccount(Guid Id, string User, string Name, string Password, string Role, long Org, string What);

/// <summary>Makes the accounts. No password is a default: each is random and stands in one file that only the owner may read.</summary>
internal static class DemoAccounts
{
    /// <summary>Letters and digits nobody mixes up.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static async Task<List<DemoAccount>> Make(IServiceProvider services, IEnumerable<Known> known, CancellationToken ct)
    {
        var deeds = services.GetRequiredService<AccountDeeds>();
        var made = new List<DemoAccount>();
        foreach (var one in known)
        {
            var password = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
            var account = await deeds.Make(new(one.User, one.Name, one.Role.Length == 0, false, one.Villager?.Person.Id), ct);
            await deeds.ChoosePassword(account.Id, password, null, ct);
            made.Add(new(account.Id, one.User, one.Name, password, one.Role, one.Org.Value, one.What));
        }
        return made;
    }

    /// <summary>Writes them where only the owner may read.</summary>
    public static void Keep(string path, DemoCounty county)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, Encoding.UTF8, options);
        county.Print(file);
    }
}
