using System.CommandLine;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Api;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Host;

internal static partial class Commands
{
    private static readonly Problem NoMeasure = new("measure.none", "没有这个口径。halfsky measures 会列出全部。", "key");

    private static Command Registers()
    {
        var command = new Command("registers", "列出全部台账和字段") { Json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var place = await Workplace.OpenOrShipped(parsed.GetValue(Data)!, parsed.GetValue(Database), ct);
            var reference = await place.Reference(ct);
            if (parsed.GetValue(Json)) return Print(parsed, new JsonArray([.. reference.Registers.Select(r => RegisterJson.Whole(r, reference))]));
            foreach (var register in reference.Registers)
            {
                Out(parsed).WriteLine($"{register.Key}  {register.Title}");
                foreach (var field in register.Fields) Out(parsed).WriteLine($"    {field.Key}  {field.Label}{(field.Required ? "（必填）" : "")}{(field.Sealed is null ? "" : "（加密）")}");
            }
            return Done;
        });
        return command;
    }

    private static Command Measures()
    {
        var command = new Command("measures", "列出全部口径") { Json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var place = await Workplace.OpenOrShipped(parsed.GetValue(Data)!, parsed.GetValue(Database), ct);
            var reference = await place.Reference(ct);
            if (parsed.GetValue(Json)) return Print(parsed, new JsonArray([.. reference.Measures.Select(m => MeasureJson.Whole(m, reference))]));
            foreach (var measure in reference.Measures)
            {
                Out(parsed).WriteLine($"{measure.Key}  {measure.Label}（{measure.Unit.Label}）");
                foreach (var (head, text) in Wording.Of(measure, reference)) Out(parsed).WriteLine($"    {head}：{text}");
            }
            return Done;
        });
        return command;
    }

    private static Command Measure()
    {
        var key = new Argument<string>("key") { Description = "口径，例如 visit.times" };
        var place = new Option<string?>("--place") { Description = "地点的 12 位代码或编号，含下级；不写为全部" };
        var from = new Option<string?>("--from") { Description = "从哪天（含）" };
        var to = new Option<string?>("--to") { Description = "到哪天（含）" };
        var period = new Option<string?>("--period") { Description = "时段 2026、2026H1、2026Q1、2026-03，代替 --from 和 --to" };
        var by = new Option<string?>("--by") { Description = "按什么分，逗号分隔：month、village、kind …" };
        var where = new Option<string?>("--where") { Description = "只算哪些，和网址里一样写：kind=law&topics=fire；一项里几个用逗号隔开" };
        var published = new Option<bool>("--published") { Description = "只数已核的" };
        var command = new Command("measure", "算一个数") { key, place, from, to, period, by, where, published, Json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var work = await Open(parsed, ct);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            steps.Report("正在计算");
            var reference = await work.Reference(ct);
            if (reference.Measure(parsed.GetValue(key)!) is not { } measure) throw new Refusal(NoMeasure);
            var asked = new (string Name, string? Value)[]
            {
                ("place", parsed.GetValue(place)), ("from", parsed.GetValue(from)), ("to", parsed.GetValue(to)), ("period", parsed.GetValue(period)),
                ("by", parsed.GetValue(by)), ("published", parsed.GetValue(published) ? "1" : null),
            };
            var root = reference.Places.All.FirstOrDefault()?.Number ?? Branch.Root;
            var query = StrictAsk.Read([.. asked.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, new StringValues(a.Value))), .. QueryHelpers.ParseQuery(parsed.GetValue(where))],
                measure, reference, root, work.Of<Clock>().Today, [], out var problems);
            if (problems.Count > 0) throw new Refusal(problems);
            if (query is null) throw new Refusal(StrictAsk.NoPeriod);
            var answer = await MeasureAnswer.Read(await work.Evaluator(ct), measure, query.Ask, Workplace.Everything, work.Of<Names>(), reference, ct);
            if (!parsed.GetValue(Json)) return Print(parsed, answer, reference);
            var body = MeasureJson.Whole(measure, reference);
            MeasureJson.Add(body, answer, reference);
            return Print(parsed, body);
        });
        return command;
    }

    private static int Print(ParseResult parsed, MeasureAnswer answer, Reference reference)
    {
        var (reading, measure) = (answer.Reading, answer.Reading.Measure);
        Out(parsed).WriteLine($"{measure.Label}  {reference.Places.PathOf(reading.Ask.Place.Value)}  {reading.Ask.Period.Label}");
        Out(parsed).WriteLine($"    {reading.Figure?.ToString() ?? "—"}{(reading.Pending > 0 ? $"，其中待核 {reading.Pending}" : "")}；{reading.Villages} 个村中 {reading.Recorded} 个有记录");
        foreach (var row in answer.Rows)
            Out(parsed).WriteLine($"    {string.Join("  ", row.Labels)}  {(row.Value is { } value ? new Figure(value, measure.Unit).ToString() : "—")}");
        if (answer.Overlap is > 0 and var more) Out(parsed).WriteLine($"    合计去重，分项之和多 {more}");
        return Done;
    }

    private static int Print(ParseResult parsed, JsonNode node)
    {
        Out(parsed).WriteLine(JsonText.Of(node, indented: true));
        return Done;
    }
}
