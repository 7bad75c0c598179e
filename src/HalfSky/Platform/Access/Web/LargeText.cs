using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Access.Web;

/// <summary>Large type 大字, for eyes of fifty. Kept with the browser: the phone may need it where the desk does not.</summary>
public static class LargeText
{
    // The layout's switch sets it by script, so it is no secret of ours.
    private const string Cookie = "large";

    /// <summary>Is it on for this request?</summary>
    public static bool IsOn(HttpContext http) => http.Request.Cookies[Cookie] == "1";

    internal static void Remember(HttpContext http, bool on) => http.Response.Cookies.Append(Cookie, on ? "1" : "0", new()
    {
        Path = "/", SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    });
}
