using System.CommandLine;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;

namespace HalfSky.Host;

/// <summary>The command line.</summary>
internal static class Commands
{
    private static readonly Option<string> Data = new("--data") { Description = "data folder", DefaultValueFactory = _ => "./data", Recursive = true };
    private static readonly Option<string?> Database = new("--database") { Description = "PostgreSQL connection string; SQLite in the data folder without it", Recursive = true };

    /// <summary>Runs a command. A refusal is said in its own words; a bug keeps its trace.</summary>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("HalfSky 半边天") { Data, Database };
        root.Subcommands.Add(Serve());
        root.Subcommands.Add(Demo.DemoCommand.Make(Data, Database));
        try
        {
            return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Refusal refusal)
        {
            foreach (var problem in refusal.Problems) await Console.Error.WriteLineAsync(problem.Text);
            return 1;
        }
    }

    private static Command Serve()
    {
        var urls = new Option<string>("--urls") { Description = "addresses to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "serve the application") { urls };
        command.SetAction(async (parsed, ct) =>
        {
            var app = await Server.Build(new DataFolder(parsed.GetValue(Data)!), parsed.GetValue(Database), parsed.GetValue(urls));
            using (var scope = app.Services.CreateScope())
            {
                if (await app.Services.GetRequiredService<FirstRun>().CodeToPrint(scope.ServiceProvider, ct) is { } code)
                    Console.WriteLine($"首次使用：打开 {parsed.GetValue(urls)} ，输入安装码 {code}");
            }
            await app.RunAsync(ct);
            return 0;
        });
        return command;
    }
}
