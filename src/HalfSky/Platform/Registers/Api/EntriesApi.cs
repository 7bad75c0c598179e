using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Api;

/// <summary>Writes entries: the same recording the form and the phone use, so the same rules, event row and duties.</summary>
internal sealed class EntriesApi(Desk desk, Recording recording, Names names)
{
    private const int Most = 500;

    /// <summary>The ETag of an entry: its version.</summary>
    public static string Tag(Entry entry) => $"\"{entry.Version}\"";

    /// <summary>Records one object, or an array each in a transaction of its own: what is wrong with one keeps none of the others out.</summary>
    public async Task<IResult> Record(string key, HttpContext http, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Register(key) is not { } register || !desk.User.May(register.Permission("record"))) return Answer.NotFound();
        var json = await EntryBody.Json(http.Request, ct);
        if (json is JsonObject) return await RecordOne(register, EntryBody.Read(register, json), http, ct);
        if (json is not JsonArray many) return Answer.Refused(ApiProblems.NotEntries);
        if (many.Count > Most) return Answer.Refused(ApiProblems.TooMany);
        var verdicts = new JsonArray();
        foreach (var node in many)
        {
            var body = EntryBody.Read(register, node);
            verdicts.Add(Of(body.Id, await Try(register, body, ct)));
        }
        return Answer.Json(new JsonObject { ["verdicts"] = verdicts });
    }

    /// <summary>Changes an entry that still has the version read.</summary>
    public async Task<IResult> Change(string key, string id, HttpContext http, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Register(key) is not { } register || !Guid.TryParse(id, out var number)) return Answer.NotFound();
        var body = EntryBody.Read(register, await EntryBody.Json(http.Request, ct));
        // Asked first, so that nobody learns of an entry that is not hers from a complaint about the header.
        if (await recording.Find(register, number, desk.User.Scope(register.Permission("record")), ct) is null) return Answer.NotFound();
        if (VersionOf(http.Request) is not { } version) return Answer.Problem(StatusCodes.Status428PreconditionRequired, [ApiProblems.NoVersion]);
        if (body.Id != Guid.Empty && body.Id != number) return Answer.Refused(EntryProblems.BadId);
        return body.Problems.Count > 0
            ? Answer.Refused(body.Problems)
            : await Say(register, await recording.Change(key, number, version, body.Input, ct), StatusCodes.Status412PreconditionFailed, http, ct);
    }

    /// <summary>Withdraws, verifies or returns an entry.</summary>
    public async Task<IResult> Act(string key, string id, string verb, HttpContext http, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var permission = verb == "withdraw" ? "record" : "verify";
        if (reference.Register(key) is not { } register || !Guid.TryParse(id, out var number)
            || await recording.Find(register, number, desk.User.Scope(register.Permission(permission)), ct) is null) return Answer.NotFound();
        var reason = http.Request.ContentLength is 0 || !http.Request.HasJsonContentType() ? "" : EntryBody.Reason(await EntryBody.Json(http.Request, ct));
        var version = VersionOf(http.Request);
        if (verb == "withdraw" && version is null) return Answer.Problem(StatusCodes.Status428PreconditionRequired, [ApiProblems.NoVersion]);
        var verdict = await desk.Session.Write(async c =>
        {
            // Within the write, so that the version looked at is the one acted on.
            if (version is not null && await recording.Find(register, number, desk.User.Scope(register.Permission(permission)), c) is { } now && now.Version != version)
                return new Verdict(Outcome.Conflict, now, [EntryProblems.Changed]);
            return verb switch
            {
                "withdraw" => await recording.Withdraw(key, number, reason, c),
                "return" => await recording.Return(key, number, reason, c),
                _ => await recording.Verify(key, number, c),
            };
        }, ct);
        return await Say(register, verdict, StatusCodes.Status412PreconditionFailed, http, ct);
    }

    private async Task<IResult> RecordOne(Register register, EntryBody body, HttpContext http, CancellationToken ct)
    {
        var verdict = body.Problems.Count > 0 ? Verdict.Refused(body.Problems) : await recording.Create(register.Key, body.Id, body.Input, ct);
        if (!verdict.IsAccepted) return Answer.Problem(StatusOf(verdict.Outcome, StatusCodes.Status409Conflict), verdict.Problems);
        if (verdict.Entry is { } entry) http.Response.Headers.ETag = Tag(entry);
        http.Response.Headers.Location = $"/api/v1/registers/{register.Key}/entries/{body.Id}";
        return Answer.Json(Of(body.Id, verdict), verdict.Outcome is Outcome.Accepted ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>One of many: a full disk refuses this one and says so, what was written before stays written.</summary>
    private async Task<Verdict> Try(Register register, EntryBody body, CancellationToken ct)
    {
        if (body.Problems.Count > 0) return Verdict.Refused(body.Problems);
        try
        {
            return await recording.Create(register.Key, body.Id, body.Input, ct);
        }
        catch (Refusal refusal)
        {
            return Verdict.Refused(refusal.Problems);
        }
    }

    private async Task<IResult> Say(Register register, Verdict verdict, int conflict, HttpContext http, CancellationToken ct)
    {
        var body = verdict.Entry is null ? null : await new EntryJson(names, await desk.Reference(ct), desk.User).Whole(register, verdict.Entry, ct);
        if (!verdict.IsAccepted) return Answer.Problem(StatusOf(verdict.Outcome, conflict), verdict.Problems, verdict.Outcome is Outcome.Conflict ? body : null);
        http.Response.Headers.ETag = Tag(verdict.Entry!);
        return Answer.Json(body!);
    }

    private static int StatusOf(Outcome outcome, int conflict) => outcome switch
    {
        Outcome.Conflict => conflict,
        Outcome.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static JsonObject Of(Guid id, Verdict verdict) => new()
    {
        ["id"] = id == Guid.Empty ? null : id.ToString(),
        ["outcome"] = verdict.Outcome is Outcome.NotFound ? "not-found" : verdict.Outcome.ToString().ToLowerInvariant(),
        ["version"] = verdict.Entry?.Version,
        ["state"] = verdict.Entry?.State.ToString().ToLowerInvariant(),
        ["problems"] = new JsonArray([.. verdict.Problems.Select(p => new JsonObject { ["code"] = p.Code, ["text"] = p.Text, ["field"] = p.Field })]),
    };

    /// <summary>The version in If-Match; a proxy that compresses may have made the tag a weak one.</summary>
    private static int? VersionOf(HttpRequest request)
    {
        var text = request.Headers.IfMatch.ToString();
        if (text.StartsWith("W/", StringComparison.Ordinal)) text = text[2..];
        return int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
