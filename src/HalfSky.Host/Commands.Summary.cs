using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Modules.Reports;
using HalfSky.Modules.Reports.Publishing;
using HalfSky.Modules.Reports.Templates;
using HalfSky.Modules.Reports.Writing;
using HalfSky.Platform.Data;
using HalfSky.Platform.Documents;

namespace HalfSky.Host;

internal static partial class Commands
{
    private static readonly Problem NoPlace = new("summary.place", "没有这个地点。--place 要写 12 位区划代码或地点编号。", "place");
    private static readonly Problem NoSuchPeriod = new("summary.period", "时段看不懂。--year 写 2026，或者 --period 写 2026H1、2026Q1、2026-03。", "period");
    private static readonly Problem NoSuchTemplate = new("summary.template", "没有这个模板。可以写：" + string.Join("、", ShippedTemplates.All.Select(t => t.Key)) + "。", "template");

    /// <summary>Writes the customary summary of a place and year as an official document, and says which figures stand in it.</summary>
    private static Command Summary()
    {
        var place = new Option<string?>("--place") { Description = "地点的 12 位代码或编号；不写为全部" };
        var year = new Option<int?>("--year") { Description = "年份" };
        var period = new Option<string?>("--period") { Description = "时段 2026H1、2026Q1、2026-03，代替 --year" };
        var template = new Option<string?>("--template") { Description = "模板；不写就用年度总结" };
        var output = new Option<string?>("--out") { Description = "写到哪个 .docx 文件" };
        var published = new Option<bool>("--published") { Description = "只数已核的" };
        var command = new Command("summary", "写一份总结，数字从台账里数") { place, year, period, template, output, published, Json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var work = await Open(parsed, ct);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            steps.Report("正在写");
            var (reference, today) = (await work.Reference(ct), work.Of<Clock>().Today);
            if ((parsed.GetValue(place) is { } text ? reference.Place(text) : reference.Places.All.FirstOrDefault()) is not { } node) throw new Refusal(NoPlace);
            var key = parsed.GetValue(period) ?? (parsed.GetValue(year) ?? today.Year).ToString(CultureInfo.InvariantCulture);
            if (!Period.TryParse(key, null, out var days)) throw new Refusal(NoSuchPeriod);
            var chosen = parsed.GetValue(template) is { } named ? ShippedTemplates.All.FirstOrDefault(t => t.Key == named) ?? throw new Refusal(NoSuchTemplate) : ShippedTemplates.For("annual", node.Number.Depth);
            var asker = Asker.Of(Workplace.Everything);
            var document = await new Composer(work.Of<Session>(), reference, today, asker).Compose(ReportBlock.Parse(chosen.Text), node.Number, days, parsed.GetValue(published), ct);
            var doubts = await new Doubts(work.Of<Session>(), reference, today, asker).Of(document, ct);
            var title = $"{node.Name}妇联{days.Label}{chosen.Name switch { "工作计划" or "简报" => chosen.Name, _ => "工作总结" }}";
            if (parsed.GetValue(output) is { } file)
            {
                var signer = node.Name + "妇联";
                await File.WriteAllBytesAsync(file, OfficialWriter.Write(Official.Of(new Report { Title = title }, title, FrozenText.Of(document, p => new(p.Text)), signer, today, isDraft: false)), ct);
            }
            if (parsed.GetValue(Json)) return Print(parsed, Summary(node.Number, node.Name, node.Code, days, title, parsed.GetValue(output), document, doubts));
            Out(parsed).WriteLine(title);
            Out(parsed).WriteLine(document.Plain);
            Out(parsed).WriteLine($"——{document.Figures.Count} 个数字；{document.Silent} 句没有记录，没有写。" + (parsed.GetValue(output) is { } to ? $"写到了 {to}。" : "加 --out 文件.docx 导出公文。"));
            foreach (var doubt in doubts) Out(parsed).WriteLine($"想一想（{doubt.Head}）：{doubt.Text}");
            return Done;
        });
        return command;
    }

    private static JsonObject Summary(Branch place, string name, string? code, Period days, string title, string? file, Composed document, IReadOnlyList<Doubt> doubts) => new()
    {
        ["place"] = place.Value, ["code"] = code, ["placeName"] = name, ["period"] = days.Key, ["title"] = title, ["out"] = file, ["text"] = document.Plain,
        ["figures"] = new JsonArray([.. document.Figures.Select(f => new JsonObject
        {
            ["measure"] = f.Reading!.Measure.Key, ["label"] = f.Reading.Measure.Label, ["conditions"] = f.Token!.Conditions, ["value"] = f.Reading.Value, ["unit"] = f.Reading.Measure.Unit.Label,
            ["text"] = f.Text, ["pending"] = f.Reading.Pending, ["open"] = f.Address,
        })]),
        ["unsupported"] = new JsonArray([.. document.Typed.Select(t => (JsonNode)t.Text)]), ["leftOut"] = document.Silent,
        ["doubts"] = new JsonArray([.. doubts.Select(d => new JsonObject { ["head"] = d.Head, ["text"] = d.Text, ["open"] = d.Address })]),
    };
}
