using System.Text.Json.Nodes;
using HalfSky.Host;
using HalfSky.Platform.Data;

namespace HalfSky.Tests.Platform.Api;

public sealed class CommandTests
{
    [Fact]
    public async Task A_command_that_is_wrong_ends_with_2_and_one_refused_with_1()
    {
        var empty = Path.Combine(Path.GetTempPath(), "halfsky-none-" + Guid.CreateVersion7().ToString("n"));
        Assert.Equal((2, ""), await Run("nonsense"));
        Assert.Equal((2, ""), await Run("measure"));
        Assert.Equal((1, ""), await Run("measure", "visit.times", "--period", "2026", "--data", empty));
        Assert.Equal((1, ""), await Run("check", "--data", empty));
        Assert.Equal((1, ""), await Run("serve", "--cert", empty, "--data", empty));
        Assert.False(Directory.Exists(empty));
    }

    [Fact]
    public async Task The_vocabulary_is_there_before_there_is_data()
    {
        var empty = Path.Combine(Path.GetTempPath(), "halfsky-none-" + Guid.CreateVersion7().ToString("n"));
        var (code, text) = await Run("registers", "--json", "--data", empty);
        Assert.Equal(0, code);
        Assert.Contains(JsonNode.Parse(text)!.AsArray(), r => (string)r!["key"]! == "visit");
        Assert.Contains(JsonNode.Parse((await Run("measures", "--json", "--data", empty)).Text)!.AsArray(), m => (string)m!["key"]! == "visit.times");
        Assert.False(Directory.Exists(empty));
    }

    [Fact]
    public async Task The_same_figure_by_hand_and_from_a_restored_backup()
    {
        await using var county = await County.Start(jobs: false);
        await county.Visited(Persona.Exec, county.Village1, "2026-11-20", "monthly");
        await county.Visited(Persona.Exec2, county.Village2, "2026-11-21");
        string[] at = county.DatabaseName == "sqlite" ? ["--data", county.Folder.Path] : [];
        Assert.SkipWhen(at.Length == 0, "a backup of PostgreSQL has its own tests");
        var (code, text) = await Run(["measure", "visit.times", "--place", "990101000000", "--from", "2026-11-01", "--to", "2026-11-30", "--by", "village,kind", "--json", .. at]);
        Assert.Equal(0, code);
        var body = JsonNode.Parse(text)!;
        Assert.Equal((2, 2), ((int)body["value"]!, body["rows"]!.AsArray().Count));
        Assert.Equal(1, (await Run(["measure", "visit.times", "--by", "nonsense", "--period", "2026", .. at])).Code);
        Assert.Equal((1, ""), await Run(["measure", "nothing", "--period", "2026", .. at]));

        var work = new DataFolder(Path.Combine(Path.GetTempPath(), "halfsky-command-" + Guid.CreateVersion7().ToString("n")));
        var (file, target) = (Path.Combine(work.Path, "one.halfsky"), Path.Combine(work.Path, "again"));
        Assert.Equal(0, (await Run(["backup", file, .. at])).Code);
        Assert.Equal(1, (await Run(["backup", file, .. at])).Code);
        Assert.Equal(1, (await Run("restore", file, "--data", target)).Code);
        Directory.CreateDirectory(Path.Combine(target, "keys"));
        File.Copy(county.Folder.MasterKey, Path.Combine(target, "keys", "master.key"), overwrite: true);
        Assert.Equal(0, (await Run("restore", file, "--data", target)).Code);
        Assert.Equal(0, (await Run("check", "--data", target)).Code);
        Assert.Equal(text, (await Run("measure", "visit.times", "--place", "990101000000", "--from", "2026-11-01", "--to", "2026-11-30", "--by", "village,kind", "--json", "--data", target)).Text);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(work.Path, recursive: true);
    }

    private static async Task<(int Code, string Text)> Run(params string[] args)
    {
        using var text = new StringWriter();
        return (await Commands.Run(args, text, TextWriter.Null), text.ToString());
    }
}
