using System.Threading.RateLimiting;
using HalfSky.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace HalfSky.Platform.Access.Web;

/// <summary>How often one network address may knock at the doors.</summary>
public static class DoorLimits
{
    /// <summary>Name of the policy, for EnableRateLimiting.</summary>
    public const string Door = "door";

    /// <summary>The policy of pages a whole hall opens at once without an account.</summary>
    public const string Hall = "hall";

    internal static void Add(RateLimiterOptions limits)
    {
        limits.AddPolicy<string, DoorPolicy>(Door);
        limits.AddPolicy<string, HallPolicy>(Hall);
    }

    /// <summary>A hall shares one address too, and all its people knock within a few minutes; what is behind its door can only be added to.</summary>
    private sealed class HallPolicy(Microsoft.Extensions.Options.IOptions<AccessOptions> options) : IRateLimiterPolicy<string>
    {
        private readonly DoorPolicy door = new(options);

        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => door.OnRejected;

        public RateLimitPartition<string> GetPartition(HttpContext http)
        {
            if (HttpMethods.IsGet(http.Request.Method)) return RateLimitPartition.GetNoLimiter("look");
            return RateLimitPartition.GetSlidingWindowLimiter("hall " + http.Connection.RemoteIpAddress, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.Value.SignInsAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0,
            });
        }
    }

    private sealed class DoorPolicy(Microsoft.Extensions.Options.IOptions<AccessOptions> options) : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => async (rejected, ct) =>
        {
            var http = rejected.HttpContext;
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = "60";
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(
                $"<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>请稍等</title><h1>请稍等</h1><p>{AccessProblems.TooMany.Text}</p>", ct);
        };

        // A whole town hall shares an address, so looking is free but for codes in the path; only knocking counts.
        public RateLimitPartition<string> GetPartition(HttpContext http)
        {
            if (HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/i")) return RateLimitPartition.GetNoLimiter("look");
            var from = "knock " + http.Connection.RemoteIpAddress;
            return RateLimitPartition.GetSlidingWindowLimiter(from, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.Value.KnocksAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0,
            });
        }
    }
}
