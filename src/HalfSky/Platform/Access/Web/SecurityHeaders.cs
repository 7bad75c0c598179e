using HalfSky.Platform.Access;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Access.Web;

/// <summary>Headers of every answer (D21): nothing inline, nothing from elsewhere, framed by nobody.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        http.Response.OnStarting(KeepNoCopies, http);
        return next(http);
    }

    // At the end, because antiforgery forbids storing every page with a form, and with it the way back to a half-filled one.
    private static Task KeepNoCopies(object state)
    {
        var http = (HttpContext)state;
        if (http.GetEndpoint()?.Metadata.GetMetadata<SealedPageAttribute>() is not null)
            http.Response.Headers.CacheControl = "no-store";
        else if (http.Response.ContentType is { } type
            && (type.StartsWith("text/html", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)))
        {
            if (http.Response.Headers.CacheControl != "no-store") http.Response.Headers.CacheControl = "private, no-cache";
        }
        return Task.CompletedTask;
    }
}
