using System.Text;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Api;

/// <summary>Answers of the programming interface: JSON with Chinese as it is, problems with their codes and fields.</summary>
internal static class Answer
{
    /// <summary>A JSON body.</summary>
    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(JsonText.Of(body), "application/json", Encoding.UTF8, status);

    /// <summary>Problems; with the entry as it stands now where two people changed it.</summary>
    public static IResult Problem(int status, IReadOnlyList<Problem> problems, JsonNode? current = null)
    {
        var body = Problems.Body(status, problems);
        if (current is not null) body["current"] = current;
        return Results.Text(JsonText.Of(body), "application/problem+json", Encoding.UTF8, status);
    }

    /// <summary>The one answer for what does not exist and for what is not hers.</summary>
    public static IResult NotFound() => Problem(StatusCodes.Status404NotFound, [EntryProblems.NotFound]);

    /// <summary>What was asked cannot be answered.</summary>
    public static IResult Refused(params IReadOnlyList<Problem> problems) => Problem(StatusCodes.Status422UnprocessableEntity, problems);
}
