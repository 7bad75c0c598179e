using System.CommandLine;
using HalfSky.Kernel;
using HalfSky.Platform.Data;

namespace HalfSky.Host;

/// <summary>
/// The command line. Sentences for people are Chinese and go to the output; with --json there is nothing but JSON on it. Progress and refusals
/// go to the error stream. Exit codes: 0 done, 1 refused or something found, 2 the command itself is wrong.
/// </summary>
internal static partial class Commands
{
    private const int Done = 0, Refused = 1, Wrong = 2;

    private static readonly Option<string> Data = new("--data") { Description = "数据文件夹", DefaultValueFactory = _ => "./data", Recursive = true };
    private static readonly Option<string?> Database = new("--database") { Description = "PostgreSQL 连接串；不写就用数据文件夹里的 SQLite", Recursive = true };
    private static readonly Option<bool> Json = new("--json") { Description = "输出 JSON" };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("HalfSky 半边天：妇联工作平台") { Data, Database };
        foreach (var command in All()) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("用法见 halfsky --help，或 halfsky 命令 --help。");
            return Wrong;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Refusal refusal)
        {
            foreach (var problem in refusal.Problems) await Console.Error.WriteLineAsync(problem.Text);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已停下。");
            return Refused;
        }
        catch (Exception error) when (StorageProblems.Of(error) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem.Text);
            return Refused;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"文件或网络出错：{error.Message}");
            return Refused;
        }
    }

    private static IEnumerable<Command> All() =>
        [Serve(), Registers(), Measures(), Measure(), Backup(), Restore(), Check(), User(), Demo.DemoCommand.Make(Data, Database)];

    private static Task<Workplace> Open(ParseResult parsed, CancellationToken ct) => Workplace.Open(parsed.GetValue(Data)!, parsed.GetValue(Database), ct);
}
