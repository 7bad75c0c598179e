using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Access.Sessions;

/// <summary>The cookies of access: never readable by script, never sent from another site's form, only over TLS where there is TLS.</summary>
internal static class AccessCookies
{
    /// <summary>Secret of the session.</summary>
    public const string Session = "halfsky";

    /// <summary>Secret of the bound phone.</summary>
    public const string Phone = "halfsky-phone";

    /// <summary>Between password and one-time code.</summary>
    public const string Halfway = "halfsky-half";

    public static string? Read(HttpContext http, string name) =>
        http.Request.Cookies[name] is { Length: > 0 and < 1000 } value ? value : null;

    /// <param name="http">The request.</param>
    /// <param name="name">Which cookie.</param>
    /// <param name="value">Its value.</param>
    /// <param name="life">How long the browser keeps it; absent until it is closed.</param>
    public static void Write(HttpContext http, string name, string value, TimeSpan? life = null) =>
        http.Response.Cookies.Append(name, value, Options(http, life));

    public static void Forget(HttpContext http, string name) => http.Response.Cookies.Delete(name, Options(http, null));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = life, IsEssential = true,
    };
}
