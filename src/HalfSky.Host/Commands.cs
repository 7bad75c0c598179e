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

    public static async Task<int> Run(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        (output, error) = (output ?? Console.Out, error ?? Console.Error);
        var root = new RootCommand("HalfSky 半边天：妇联工作平台") { Data, Database };
        foreach (var command in All()) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var wrong in parsed.Errors) await error.WriteLineAsync(wrong.Message);
            await error.WriteLineAsync("用法见 halfsky --help，或 halfsky 命令 --help。");
            return Wrong;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (Refusal refusal)
        {
            foreach (var problem in refusal.Problems) await error.WriteLineAsync(problem.Text);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("已停下。");
            return Refused;
        }
        catch (Exception bad) when (StorageProblems.Of(bad) is { } problem)
        {
            await error.WriteLineAsync(problem.Text);
            return Refused;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"文件或网络出错：{bad.Message}");
            return Refused;
        }
    }

    private static IEnumerable<Command> All() =>
        [Serve(), Registers(), Measures(), Measure(), Summary(), Import(), Backup(), Restore(), Check(), Recount(), User(), Demo.DemoCommand.Make(Data, Database)];

    private static TextWriter Out(ParseResult parsed) => parsed.InvocationConfiguration.Output;

    private static Task<Workplace> Open(ParseResult parsed, CancellationToken ct) => Workplace.Open(parsed.GetValue(Data)!, parsed.GetValue(Database), ct);
}
