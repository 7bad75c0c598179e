using HalfSky.Platform.Access.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Access;

/// <summary>Large type 大字, for eyes of fifty: kept with the account, and in a cookie for the pages before signing in.</summary>
public static class LargeText
{
    /// <summary>Is it on for this request?</summary>
    public static bool IsOn(HttpContext http) =>
        http.RequestServices.GetRequiredService<CurrentUserSource>().Account?.LargeText ?? AccessCookies.Read(http, AccessCookies.Large) == "1";

    internal static void Remember(HttpContext http, bool on) => AccessCookies.Write(http, AccessCookies.Large, on ? "1" : "0", TimeSpan.FromDays(365));
}
