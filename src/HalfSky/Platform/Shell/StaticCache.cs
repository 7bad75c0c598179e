using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Shell;

/// <summary>Static files named with their version are kept by the browser for a year.</summary>
internal sealed class StaticCache(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Query.ContainsKey("v") && (context.Request.Path.StartsWithSegments("/dist", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/js", StringComparison.Ordinal)))
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        }
        return next(context);
    }
}
