using System.Text.Json.Nodes;
using HalfSky.Kernel;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Shell;

/// <summary>Problems on the wire: application/problem+json with stable codes and the field.</summary>
public static class Problems
{
    /// <summary>Does the caller want JSON?</summary>
    public static bool Wanted(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>The JSON body of problems.</summary>
    public static JsonObject Body(int status, params IReadOnlyList<Problem> problems) => new()
    {
        ["type"] = "about:blank",
        ["title"] = problems[0].Text,
        ["status"] = status,
        ["code"] = problems[0].Code,
        ["problems"] = new JsonArray([.. problems.Select(p => (JsonNode)new JsonObject { ["code"] = p.Code, ["text"] = p.Text, ["field"] = p.Field })]),
    };

    /// <summary>Answers with problems.</summary>
    public static Task Write(HttpContext context, int status, params IReadOnlyList<Problem> problems)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        return context.Response.WriteAsync(Body(status, problems).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
