using System.Text.Json.Nodes;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Api;

/// <summary>Reads registers and their entries.</summary>
internal sealed class RegistersApi(Desk desk, Recording recording, Names names, Vault vault)
{
    /// <summary>Registers she may read.</summary>
    public async Task<IResult> All(CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        return Answer.Json(new JsonObject
        {
            ["registers"] = new JsonArray([.. reference.Registers.Where(IsHers).Select(r => RegisterJson.Line(r, reference))]),
        });
    }

    /// <summary>One declaration.</summary>
    public async Task<IResult> One(string key, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        return reference.Register(key) is { } register && IsHers(register)
            ? Answer.Json(RegisterJson.Whole(register, reference, desk.User))
            : Answer.NotFound();
    }

    /// <summary>A page of entries.</summary>
    public async Task<IResult> Entries(string key, IQueryCollection asked, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Register(key) is not { } register || !IsHers(register)) return Answer.NotFound();
        var query = ListQuery.Parse(register, asked, reference, desk.User, vault, desk.Today);
        if (query.Problems.Count > 0) return Answer.Refused(query.Problems);
        var page = await new Query(desk.Session, register.Shape, desk.Sees(register)).Where(query.Filter)
            .List([.. register.Shape.Columns.Select(c => c.Key)], query.Order, query.Skip, query.Size, ct);
        return Answer.Json(await Wire(reference).Page(register, page.Rows, page.Total, query.Page, query.Size, ct));
    }

    /// <summary>One entry.</summary>
    public async Task<IResult> Entry(string key, string id, HttpResponse response, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Register(key) is not { } register || !Guid.TryParse(id, out var number)
            || await recording.Find(register, number, desk.Sees(register), ct) is not { } entry) return Answer.NotFound();
        response.Headers.ETag = EntriesApi.Tag(entry);
        return Answer.Json(await Wire(reference).Whole(register, entry, ct));
    }

    private EntryJson Wire(Reference reference) => new(names, reference, desk.User);

    private bool IsHers(Register register) => desk.User.May(register.Permission("read"));
}
