using System.Text.Encodings.Web;
using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Access;

/// <summary>Writes what happened to accounts into the log of events, in the transaction of the deed (D9).</summary>
public sealed class AccessLog(AppDb db, Vault vault, Clock clock, CurrentUserSource source)
{
    /// <summary>The register name of these events.</summary>
    public const string Register = "account";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds an event about an account. The actor is the current user, or the account itself when nobody is signed in.</summary>
    /// <param name="verb">What was done: made, password-changed, invited …</param>
    /// <param name="account">To whom.</param>
    /// <param name="what">Details without any secret.</param>
    public void Add(string verb, Guid account, object? what = null)
    {
        var actor = source.Current.IsSignedIn ? source.Current.Account : account;
        db.Add(EventRow.Make(vault, clock, actor, Register, account, Branch.Root.Value, Branch.Root.Value, verb, 0,
            what is null ? null : JsonSerializer.Serialize(what, Plain)));
    }
}
