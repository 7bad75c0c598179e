using System.CommandLine;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Imports;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Platform.Shell;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Host;

internal static partial class Commands
{
    private const int RefusedFile = 3;

    private static readonly Problem NoFile = new("import.file", "没有这个文件。", "file");

    /// <summary>Reads a workbook into a register, unattended: what a person would be asked, it takes as proposed.</summary>
    private static Command Import()
    {
        var register = new Argument<string>("register") { Description = "台账，见 halfsky registers" };
        var file = new Argument<string>("file") { Description = ".xlsx、.xls、.csv 或制表符分隔的文本" };
        var dry = new Option<bool>("--dry-run") { Description = "只看会怎样，不写入" };
        var binding = new Option<string?>("--binding") { Description = "对应关系文件，格式同 --json 打出来的 columns" };
        var sheet = new Option<string?>("--sheet") { Description = "哪张工作表；不写就自己找" };
        var create = new Option<bool?>("--create-people") { Description = "给没有档案的人和户建档；不写时，表里有身份证号或村里还没有人的才建" };
        var command = new Command("import", "导入一个表格文件") { register, file, dry, binding, sheet, create, Json };
        command.SetAction(async (parsed, ct) =>
        {
            var (json, key) = (parsed.GetValue(Json), parsed.GetValue(register)!);
            try
            {
                // To look at a file no data is needed; then names cannot be looked up, and are told as they stand.
                var bare = parsed.GetValue(dry) && !Workplace.HasData(parsed.GetValue(Data)!, parsed.GetValue(Database));
                await using var work = bare ? await Workplace.OpenOrShipped(parsed.GetValue(Data)!, parsed.GetValue(Database), ct) : await Open(parsed, ct);
                var reference = await work.Reference(ct);
                if (reference.Register(key) is not { } target) throw new Refusal(NoRegister);
                var path = parsed.GetValue(file)!;
                if (!File.Exists(path)) throw new Refusal(NoFile);
                var content = await File.ReadAllBytesAsync(path, ct);
                var bound = parsed.GetValue(binding) is { } told ? ImportBinding.Read(await File.ReadAllTextAsync(told, ct)) : null;
                await ActAsMachine(work, reference, ct);
                using var steps = new Steps(parsed.InvocationConfiguration.Error);
                var importing = work.Of<Importing>();
                var table = await importing.Read(target, SourceBook.Read(content, Path.GetFileName(path)), Path.GetFileName(path), bound, parsed.GetValue(sheet), ct);
                var choices = new ImportChoices(parsed.GetValue(create), Recall: json);
                var rows = bare ? ImportReading.Unjudged(table)
                    : parsed.GetValue(dry) ? await importing.Judge(table, choices, n => steps.Report($"已看 {n} 行"), ct)
                    : (await importing.Write(content, Path.GetFileName(path), table, choices, n => steps.Report($"已导入 {n} 行"), ct)).Rows;
                if (json) return Print(parsed, ImportReading.Print(table, rows));
                Say(parsed, table, rows, parsed.GetValue(dry));
                return Done;
            }
            catch (Refusal refusal) when (refusal.Problems[0].Code.StartsWith("file.", StringComparison.Ordinal) || refusal.Problems[0].Code.StartsWith("sheet.", StringComparison.Ordinal))
            {
                if (json) Print(parsed, ImportReading.Refused(refusal.Problems));
                else foreach (var problem in refusal.Problems) parsed.InvocationConfiguration.Error.WriteLine(problem.Text);
                return RefusedFile;
            }
        });
        return command;
    }

    /// <summary>What is written is the work of the first administrator's account: the command line has none of its own.</summary>
    private static async Task ActAsMachine(Workplace work, Reference reference, CancellationToken ct)
    {
        var account = await work.Of<Session>().Db.Set<Account>().AsNoTracking().Where(a => a.IsAdministrator).OrderBy(a => a.CreatedAt).FirstOrDefaultAsync(ct);
        work.Of<CurrentUserSource>().Act(account?.Id ?? Guid.Empty, "命令行", reference.Organizations.All.FirstOrDefault()?.Number ?? Branch.Root);
    }

    private static void Say(ParseResult parsed, ImportTable table, IReadOnlyList<JudgedRow> rows, bool dry)
    {
        var to = Out(parsed);
        var refused = rows.Where(r => r.Outcome is ImportOutcome.Refused).ToList();
        var already = rows.Count(r => r.Outcome is ImportOutcome.Already);
        to.WriteLine($"工作表“{table.Sheet}”，表头在第 {table.Head} 行。");
        foreach (var column in table.Columns) to.WriteLine($"  {HalfSky.Platform.Sheets.Area.Letters(column.At)} {column.Head} → {(column.Targets.Count == 0 ? "不用" : string.Join("、", column.Targets.Select(t => t.Label)))}");
        to.WriteLine($"{rows.Count} 行 = {(dry ? "可以导入" : "导入")} {rows.Count - refused.Count}（其中早已导入 {already}）+ 没有导入 {refused.Count}。");
        if (rows.SelectMany(r => r.Missing).DistinctBy(m => m.Id).ToList() is { Count: > 0 } made) to.WriteLine($"{(dry ? "会" : "")}建档 {made.Count} 个：{string.Join("、", made.Take(20).Select(m => m.Title))}{(made.Count > 20 ? "……" : "")}");
        foreach (var row in refused) to.WriteLine($"  第 {row.Row.Number} 行：{string.Join(" ", row.Problems.Select(p => p.Text).Distinct())}");
        foreach (var (number, problem) in rows.SelectMany(r => r.Row.Problems.Where(p => p.Doubtful).Select(p => (r.Row.Number, p)))) to.WriteLine($"  请看第 {number} 行：{problem.Words}");
        if (table.OtherSheets.Count > 0) to.WriteLine($"另外还能导入的工作表：{string.Join("、", table.OtherSheets)}（用 --sheet 指定）。");
    }
}
