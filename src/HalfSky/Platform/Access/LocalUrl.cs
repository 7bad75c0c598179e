using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Access;

/// <summary>Where to go back to after signing in: a page of ours, or the start page. Nothing a stranger put in a link.</summary>
public static class LocalUrl
{
    /// <summary>The address if it is one of ours, else the start page.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    /// <summary>A path of this site: one slash, no second one or backslash, no control characters (browsers drop them).</summary>
    public static bool IsLocal(string? url) =>
        url is { Length: > 0 and < 2000 } && url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl);

    /// <summary>The page she wants: this one when it was asked for, the one with the form when a form was sent.</summary>
    internal static string Here(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) && !http.Request.Headers.ContainsKey("HX-Request"))
            return OrHome(http.Request.PathBase + http.Request.Path + http.Request.QueryString.Value);
        return Uri.TryCreate(http.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value
            ? OrHome(from.PathAndQuery) : "/";
    }
}
