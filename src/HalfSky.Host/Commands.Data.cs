using System.CommandLine;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Reported;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Host;

internal static partial class Commands
{
    private static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "备份文件，例如 2026-03-08.halfsky" };
        var command = new Command("backup", "做一份备份，并试恢复一遍") { file };
        command.SetAction(async (parsed, ct) =>
        {
            await using var place = await Open(parsed, ct);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            var report = await new Backup(place.Folder, place.Of<Vault>(), place.Of<Clock>(), place.Schema, place.Database).Make(parsed.GetValue(file)!, steps, ct);
            Out(parsed).WriteLine(report);
            return Done;
        });
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "备份文件" };
        var recovery = new Option<string?>("--recovery", "--code") { Description = "恢复码，数据文件夹里没有主密钥时要用" };
        var command = new Command("restore", "把备份恢复到一个空的数据文件夹") { file, recovery };
        command.SetAction(async (parsed, ct) =>
        {
            var (folder, database) = (new DataFolder(parsed.GetValue(Data)!), parsed.GetValue(Database));
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            Out(parsed).WriteLine(await new Restore(Workplace.SchemaOf(Server.Dialect(folder, database)), database).Into(folder, parsed.GetValue(file)!, parsed.GetValue(recovery), steps, ct));
            return Done;
        });
        return command;
    }

    private static Command Check()
    {
        var command = new Command("check", "检查数据库、事件记录和附件");
        command.SetAction(async (parsed, ct) =>
        {
            // Not prepared: a check changes nothing.
            await using var place = await Workplace.Open(parsed.GetValue(Data)!, parsed.GetValue(Database), ct, prepare: false);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            var found = 0;
            await foreach (var fault in new DataCheck(place.Folder, place.Of<Func<DbContext>>(), place.Of<ChainCheck>(), place.Of<AttachmentFiles>(), [c => Figures(place, steps, c), c => Reported(place, steps, c), c => new HalfSky.Modules.Reports.Publishing.PublicationCheck(place.Of<Session>()).Run(c)]).Run(steps, ct))
            {
                found++;
                Out(parsed).WriteLine(fault);
            }
            Out(parsed).WriteLine(found == 0 ? "检查完了，没有发现问题。" : $"检查完了，发现 {found} 处问题。");
            return found == 0 ? Done : Refused;
        });
        return command;
    }

    private static IAsyncEnumerable<string> Figures(Workplace place, IProgress<string> steps, CancellationToken ct)
    {
        steps.Report("正在核对数字");
        return new TallyCheck(place.Of<Session>(), place.Of<ReferenceSource>(), place.Of<Clock>()).Run(ct);
    }

    private static IAsyncEnumerable<string> Reported(Workplace place, IProgress<string> steps, CancellationToken ct)
    {
        steps.Report("正在核对报出的数");
        return new ReportedCheck(place.Of<Session>()).Run(ct);
    }

    private static Command Recount()
    {
        var command = new Command("recount", "从台账重新数一遍全部数字");
        command.SetAction(async (parsed, ct) =>
        {
            await using var place = await Open(parsed, ct);
            using var steps = new Steps(parsed.InvocationConfiguration.Error);
            steps.Report("正在重新数");
            Out(parsed).WriteLine($"重新数了 {await TallyBook.Recount(place.Of<Session>(), place.Of<ReferenceSource>(), ct)} 个数字。");
            return Done;
        });
        return command;
    }
}
