using System.CommandLine;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Sheets.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using System.Security.Cryptography;

namespace HalfSky.Host;

internal static partial class Commands
{
    private static readonly Problem NoRegister = new("export.register", "没有这本台账。halfsky registers 会列出全部。", "register");
    private static readonly Problem NoEnding = new("export.file", "文件名要以 .xlsx 或 .csv 结尾；填表样的要用 .xlsx。", "file");

    private static Command Export()
    {
        var register = new Argument<string>("register") { Description = "台账，例如 visit" };
        var file = new Argument<string>("file") { Description = "写到哪个文件，.xlsx 或 .csv" };
        var place = new Option<string?>("--place") { Description = "地点的 12 位代码或编号，含下级；不写为全部" };
        var from = new Option<string?>("--from") { Description = "从哪天（含）" };
        var to = new Option<string?>("--to") { Description = "到哪天（含）" };
        var form = new Option<string?>("--form") { Description = "填哪张表样（名字），不写为普通导出" };
        var unmasked = new Option<bool>("--unmasked") { Description = "不打码：全名和加密的项" };
        var command = new Command("export", "导出一本台账，或者填一张表样") { register, file, place, from, to, form, unmasked, Json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var work = await Open(parsed, ct);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            steps.Report("正在导出");
            var (reference, path, named) = (await work.Reference(ct), parsed.GetValue(file)!, parsed.GetValue(form));
            if (reference.Register(parsed.GetValue(register)!) is not { } ledger) throw new Refusal(NoRegister);
            var format = Path.GetExtension(path).ToLowerInvariant() switch { ".xlsx" => "xlsx", ".csv" when named is null => "csv", _ => throw new Refusal(NoEnding) };
            var asked = new (string Name, string? Value)[] { ("place", parsed.GetValue(place)), ("from", parsed.GetValue(from)), ("to", parsed.GetValue(to)), ("unmasked", parsed.GetValue(unmasked) ? "1" : null) }
                .Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Name, new StringValues(a.Value))).ToList();
            var reach = ExportReach.Command(Workplace.Everything);
            // Beside the file first: one that broke off never stands under its name.
            var part = path + ".part";
            try
            {
                var made = named is null ? await Ordinary(part) : await Filled(part, named);
                File.Move(part, path, overwrite: true);
                if (parsed.GetValue(Json)) return Print(parsed, new JsonObject { ["rows"] = made.Rows, ["sha256"] = made.Hash, ["file"] = path });
                Out(parsed).WriteLine($"导出了 {made.Rows} {(named is null ? "条" : "行")}{(parsed.GetValue(unmasked) ? "" : "，姓名已打码")}，写到了 {path}。");
                Out(parsed).WriteLine($"{(named is null ? "数据行" : "文件")} SHA-256：{made.Hash}");
                return Done;
            }
            finally
            {
                File.Delete(part);
            }

            async Task<Exported> Ordinary(string to)
            {
                await using var stream = File.Create(to);
                return await work.Of<Export>().Write(ledger, format, asked, reach, stream, ct);
            }

            async Task<Exported> Filled(string to, string name)
            {
                var all = await work.Of<Session>().Db.Set<WorkbookForm>().AsNoTracking().Where(f => f.Register == ledger.Key).OrderBy(f => f.Org).ToListAsync(ct);
                if (all.Find(f => f.Name == name && f.Confirmed) is not { } found)
                    throw new Refusal(new Problem("export.form", all.Count == 0 ? $"{ledger.Title}还没有表样，先在网页上传一张。" : $"没有叫“{name}”、认好列的表样。有：{string.Join("、", all.Select(f => f.Name + (f.Confirmed ? "" : "（还没认列）")))}。", "form"));
                var filled = await work.Of<FormFilling>().Fill(found, asked, reach, ct);
                await File.WriteAllBytesAsync(to, filled.Content, ct);
                return new(filled.Rows, Convert.ToHexStringLower(SHA256.HashData(filled.Content)));
            }
        });
        return command;
    }
}
