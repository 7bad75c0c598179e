using System.CommandLine;
using HalfSky.Platform.Data;

namespace HalfSky.Host.Demo;

/// <summary><c>demo</c>: makes the fictional county in an empty data folder.</summary>
internal static class DemoCommand
{
    /// <summary>The command; data folder and database are the options all commands share.</summary>
    public static Command Make(Option<string> data, Option<string?> database)
    {
        var seed = new Option<int>("--seed") { Description = "the same seed and day make the same county", DefaultValueFactory = _ => new DemoOptions().Seed };
        var scale = new Option<double>("--scale") { Description = "share of villages and people", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "make a fictional county of 60,000 people in an empty data folder") { seed, scale };
        command.SetAction(async (parsed, ct) =>
        {
            var county = await DemoCounty.Make(new DataFolder(parsed.GetValue(data)!), parsed.GetValue(database),
                new(parsed.GetValue(seed), Math.Clamp(parsed.GetValue(scale), 0.01, 1)), Console.WriteLine, ct);
            county.Print(Console.Out);
            return 0;
        });
        return command;
    }
}
