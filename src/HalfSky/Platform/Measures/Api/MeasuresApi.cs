using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Measures.Api;

/// <summary>Reads measures and what stands behind them.</summary>
internal sealed class MeasuresApi(Desk desk, Names names, Vault vault)
{
    private static readonly string[] Paging = ["page", "size"];

    /// <summary>Measures of the registers she may read.</summary>
    public async Task<IResult> All(CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        return Answer.Json(new JsonObject
        {
            ["measures"] = new JsonArray([.. reference.Measures.Where(IsHers).Select(m => MeasureJson.Definition(m, reference))]),
        });
    }

    /// <summary>The definition; with a period also the figure.</summary>
    public async Task<IResult> One(string key, IQueryCollection asked, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Measure(key) is not { } measure || !IsHers(measure)) return Answer.NotFound();
        var query = StrictAsk.Read([.. asked], measure, reference, await desk.HomePlace(ct), desk.Today, [], out var problems);
        if (problems.Count > 0) return Answer.Refused(problems);
        if (query is null && asked.Count > 0) return Answer.Refused(StrictAsk.NoPeriod);
        var body = MeasureJson.Whole(measure, reference);
        if (query is not null)
            MeasureJson.Add(body, await MeasureAnswer.Read(await desk.Evaluator(ct), measure, query.Ask, desk.Sees(measure.Register), names, reference, ct), reference);
        return Answer.Json(body);
    }

    /// <summary>What stands behind the figure: as many as it says.</summary>
    public async Task<IResult> Entries(string key, IQueryCollection asked, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Measure(key) is not { } measure || !IsHers(measure)) return Answer.NotFound();
        var query = StrictAsk.Read([.. asked], measure, reference, await desk.HomePlace(ct), desk.Today, Paging, out var problems);
        if (problems.Count > 0) return Answer.Refused(problems);
        if (query is null) return Answer.Refused(StrictAsk.NoPeriod);
        var register = Listed(measure, reference);
        var paging = ListQuery.Parse(register, asked.Where(a => Paging.Contains(a.Key)), reference, desk.User, vault, desk.Today);
        if (paging.Problems.Count > 0) return Answer.Refused(paging.Problems);
        var page = await (await desk.Evaluator(ct)).Entries(
            measure, query.Ask, desk.Sees(register), [.. register.Shape.Columns.Select(c => c.Key)], paging.Skip, paging.Size, ct);
        var body = await new EntryJson(names, reference, desk.User).Page(register, page.Rows, page.Total, paging.Page, paging.Size, ct);
        body["measure"] = measure.Key;
        return Answer.Json(body);
    }

    /// <summary>A ratio is opened at its part.</summary>
    private static Register Listed(Measure measure, Reference reference) =>
        measure.Kind is MeasureKind.Ratio ? reference.Measure(measure.Part!)!.Register : measure.Register;

    private bool IsHers(Measure measure) => desk.User.May(measure.Register.Permission("read"));
}
