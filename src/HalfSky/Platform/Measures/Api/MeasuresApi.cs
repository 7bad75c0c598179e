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
    private static readonly Problem NoPeriod = new("measure.period", "请写明时段：period=2026Q1，或者 from 和 to。", "period");

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
        var query = await Parse(measure, asked, reference, ct);
        if (query.Problems.Count > 0) return Answer.Refused(query.Problems);
        var body = MeasureJson.Whole(measure, reference);
        if (query.Ask is { } ask)
            MeasureJson.Add(body, await MeasureAnswer.Read(await desk.Evaluator(ct), measure, ask, desk.Sees(measure.Register), names, reference, ct), reference);
        else if (asked.Count > 0) return Answer.Refused(NoPeriod);
        return Answer.Json(body);
    }

    /// <summary>What stands behind the figure: as many as it says.</summary>
    public async Task<IResult> Entries(string key, IQueryCollection asked, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        if (reference.Measure(key) is not { } measure || !IsHers(measure)) return Answer.NotFound();
        var query = await Parse(measure, asked, reference, ct);
        if (query.Problems.Count > 0) return Answer.Refused(query.Problems);
        if (query.Ask is not { } ask) return Answer.Refused(NoPeriod);
        var register = Listed(measure, reference);
        var page = await (await desk.Evaluator(ct)).Entries(
            measure, ask, desk.Sees(register), [.. register.Shape.Columns.Select(c => c.Key)], (query.Page - 1) * query.Size, query.Size, ct);
        var body = await new EntryJson(names, reference, desk.User).Page(register, page.Rows, page.Total, query.Page, query.Size, ct);
        body["measure"] = measure.Key;
        return Answer.Json(body);
    }

    private async Task<AskQuery> Parse(Measure measure, IQueryCollection asked, Reference reference, CancellationToken ct) => AskQuery.Parse(
        measure, asked.SelectMany(q => q.Value.Select(v => new KeyValuePair<string, string?>(q.Key, v))),
        new FieldFilter(reference, desk.User, vault, desk.Today), reference, await desk.HomePlace(ct), desk.Today);

    /// <summary>A ratio is opened at its part.</summary>
    private static Register Listed(Measure measure, Reference reference) =>
        measure.Kind is MeasureKind.Ratio ? reference.Measure(measure.Part!)!.Register : measure.Register;

    private bool IsHers(Measure measure) => desk.User.May(measure.Register.Permission("read"));
}
